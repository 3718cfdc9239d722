import HTTP2
import NIOCore

extension ClientStream {
  /// The next message; nil once the server has ended the call with OK.
  ///
  /// A cancelled task cancels the call.
  func next() async throws -> ReceivedMessage? {
    if box.eventLoop.inEventLoop, !Task.isCancelled, let result = read() { return try result.get() }
    return try await wait(with: .readers, on: box.actor) { self.read() }
  }

  /// Headers of the answer, as soon as they are there.
  func metadata() async throws -> Metadata {
    try await wait(with: .readers, on: box.actor) { self.headResult }
  }

  /// What the server said at the end, once it has said it; throws the status when it is not OK.
  func trailingMetadata() async throws -> Metadata {
    try await wait(with: .readers, on: box.actor) { self.end }
  }

  private var headResult: Result<Metadata, any Error>? {
    if let head = machine.head { return .success(head) }
    // A server that ends a call before it begins an answer sends trailers alone.
    return end.map { end in end.map { _ in Metadata() } }
  }

  /// How the call ended, once the interceptors have heard of it.
  var end: Result<Metadata, any Error>? {
    interception.outcome(machine.outcome).map { outcome in outcome.mapError { $0 } }
  }

  /// What a reader gets now, and what that gives back to the peer's window.
  private func read() -> Result<ReceivedMessage?, any Error>? {
    switch machine.read() {
    case .message(let message, let consumed):
      stream?.consume(consumed)
      return .success(message)
    case .wait(let consumed):
      stream?.consume(consumed)
      return nil
    case .end, .failed:
      return end.map { end in end.map { _ in nil } }
    case .failedAndReset:
      // Others wait for the end too: writers, who asks for the trailers, the innermost interceptor.
      wake(resetting: .cancel)
      return end.map { end in end.map { _ in nil } }
    }
  }
}
