package import Protobuf

/// The messages a server answers with, in their order, for one reader.
///
/// Iteration ends when the server has ended the call with OK and throws its status otherwise. A
/// server sends no further than its reader has read, less one window. To let go of the stream, or to
/// cancel the task that reads it, cancels the call.
package struct ResponseStream<Answer: Message>: AsyncSequence, Sendable {
  package typealias Element = Answer

  @usableFromInline let call: RawCall

  @usableFromInline
  init(_ call: RawCall) {
    self.call = call
  }

  /// Headers of the response; there before its first message.
  package var metadata: Metadata {
    get async throws { try await call.metadata() }
  }

  /// What the server said at the end; read the messages before it.
  package var trailingMetadata: Metadata {
    get async throws { try await call.trailingMetadata() }
  }

  /// Ends the call: the reader gets CANCELLED.
  package func cancel() { call.cancel() }

  package func makeAsyncIterator() -> Iterator { Iterator(call: call) }

  package struct Iterator: AsyncIteratorProtocol {
    @usableFromInline let call: RawCall
    /// Whether the message given last came compressed.
    package private(set) var wasCompressed = false

    @usableFromInline
    init(call: RawCall) {
      self.call = call
    }

    @inlinable
    package mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws -> Answer? {
      guard let answer = try await call.next(Answer.self) else { return nil }
      wasCompressed = answer.wasCompressed
      return answer.message
    }
  }
}
