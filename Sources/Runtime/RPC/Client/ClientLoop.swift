import HTTP2
import NIOCore

/// A channel's part on one event loop: its connection and the calls that wait for it.
final class ClientLoop {
  let eventLoop: any EventLoop
  let target: Target
  let options: ClientChannelOptions
  let deadlines: DeadlineQueue
  let output = OutputBuffer()

  private var connectivity: Connectivity
  private var connection: ClientConnection?
  private var waiting = WaitingCalls()
  private var open: [ObjectIdentifier: ClientConnection] = [:]
  private var onClosed: EventLoopPromise<Void>?

  init(eventLoop: any EventLoop, target: Target, options: ClientChannelOptions) {
    self.eventLoop = eventLoop
    self.target = target
    self.options = options
    self.deadlines = DeadlineQueue(loop: eventLoop)
    self.connectivity = Connectivity(backoff: options.backoff)
  }

  /// Sends a call now, or as soon as there is a connection.
  func send(_ call: any OutgoingCall) {
    if connectivity.state == .closed {
      return call.abandon(.unavailable("the channel to \(target) is closed"))
    }
    if connectivity.state == .ready, let connection, call.open(on: connection) { return }
    if connectivity.state == .ready { retire() }
    guard waiting.count < options.waitingMax else {
      return call.abandon(
        .resourceExhausted("\(waiting.count) calls already wait for a connection to \(target)")
      )
    }
    waiting.append(call)
    carryOut(connectivity.callArrived())
  }

  func ended(_ call: any OutgoingCall) {
    deadlines.remove(call)
    waiting.remove(call)
  }

  private func carryOut(_ action: Connectivity.Action) {
    switch action {
    case .none: break
    case .connect: connect()
    case .scheduleRetry(let delay):
      let bound = NIOLoopBound(self, eventLoop: eventLoop)
      eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
        let loop = bound.value
        loop.carryOut(loop.connectivity.retryDue(hasWaiting: !loop.waiting.isEmpty))
      }
    }
  }

  private func connect() {
    let connection = ClientConnection(loop: self)
    open[ObjectIdentifier(connection)] = connection
    connection.connect()
  }
}

// MARK: - What connections say

extension ClientLoop {
  func connected(_ connection: ClientConnection) {
    connectivity.connected()
    guard connectivity.state == .ready else { return connection.shutDown() }
    self.connection = connection
    let calls = waiting
    waiting = WaitingCalls()
    for call in calls.all {
      call.waitingIndex = -1
      send(call)
    }
  }

  /// The connection takes no further calls; those it carries may still end well.
  func retired(_ connection: ClientConnection) {
    if self.connection === connection { retire() }
  }

  func closed(_ connection: ClientConnection, _ reason: ConnectionEnd, wasReady: Bool) {
    open[ObjectIdentifier(connection)] = nil
    if self.connection === connection { retire() }
    if !wasReady { connectFailed("\(reason)") }
    if open.isEmpty {
      onClosed?.succeed(())
      onClosed = nil
    }
  }

  private func retire() {
    connection = nil
    connectivity.lost()
    if !waiting.isEmpty { carryOut(connectivity.callArrived()) }
  }

  private func connectFailed(_ why: String) {
    carryOut(connectivity.connectFailed(why, random: .random(in: 0...1)))
    let error = RPCError.unavailable("cannot connect to \(target): \(why)")
    for call in waiting.all where !call.head.waitsForReady { call.abandon(error) }
  }
}

// MARK: - The end

extension ClientLoop {
  func close(_ promise: EventLoopPromise<Void>) {
    connectivity.close()
    connection = nil
    for call in waiting.all { call.abandon(.unavailable("the channel to \(target) was closed")) }
    guard !open.isEmpty else { return promise.succeed(()) }
    onClosed.map { promise.futureResult.cascade(to: $0) }
    onClosed = promise
    for connection in open.values { connection.close() }
  }
}

@available(*, unavailable) extension ClientLoop: Sendable {}
