import NIOCore
import Synchronization

/// The open connections of a gateway, so that a drain can reach them and wait for them.
final class ConnectionTable: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isDraining = false
    var emptied: EventLoopPromise<Void>?
  }

  private let state = Mutex(State())

  /// False when the gateway drains and takes nobody in.
  func insert(_ channel: any Channel) -> Bool {
    state.withLock { state in
      guard !state.isDraining else { return false }
      state.channels[ObjectIdentifier(channel)] = channel
      return true
    }
  }

  func remove(_ channel: any Channel) {
    let emptied = state.withLock { state -> EventLoopPromise<Void>? in
      state.channels[ObjectIdentifier(channel)] = nil
      guard state.channels.isEmpty, let promise = state.emptied else { return nil }
      state.emptied = nil
      return promise
    }
    emptied?.succeed()
  }

  /// Asks every connection to finish; the future is done when the last one has.
  func drain(on loop: any EventLoop) -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    let open = state.withLock { state in
      state.isDraining = true
      if !state.channels.isEmpty { state.emptied = promise }
      return Array(state.channels.values)
    }
    if open.isEmpty { promise.succeed() }
    for channel in open {
      channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
    return promise.futureResult
  }

  func closeAll() {
    for channel in state.withLock({ Array($0.channels.values) }) { channel.close(promise: nil) }
  }
}
