import NIOCore

/// Where the writer of a stream waits until its client has taken what was sent.
///
/// Confined to an event loop.
final class Room {
  private let loop: any EventLoop
  private var promise: EventLoopPromise<Void>?
  private var isGone = false

  init(on loop: any EventLoop) {
    self.loop = loop
  }

  /// Waits for `open`; throws when the client is gone.
  func wait() async throws {
    guard !isGone else { throw ChannelError.ioOnClosedChannel }
    let promise = promise ?? loop.makePromise(of: Void.self)
    self.promise = promise
    try await promise.futureResult.get()
  }

  /// The client has taken enough.
  func open() {
    promise?.succeed()
    promise = nil
  }

  /// The client is gone, and takes nothing more.
  func close() {
    isGone = true
    promise?.fail(ChannelError.ioOnClosedChannel)
    promise = nil
  }
}

@available(*, unavailable) extension Room: Sendable {}
