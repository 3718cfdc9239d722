package import Protobuf

/// Where a handler writes the messages of its answer.
///
/// The first message sends the head of the response, with `ServerContext.responseMetadata` as it is
/// then; the trailers follow when the handler returns.
package struct ResponseWriter<Element: Message>: Sendable {
  @usableFromInline let call: ServerCall

  @usableFromInline init(_ call: ServerCall) { self.call = call }

  /// Sends a message; waits while the caller takes none.
  ///
  /// An ended call throws what ended it. Not `compressed` is for a message that
  /// `ServerContext.responseCompression` would make no smaller.
  @inlinable
  package func write(_ message: Element, compressed: Bool = true) async throws {
    try await call.write(OutgoingMessage(encoding: message), compressed: compressed)
  }

  /// Sends the head of the response now, before there is a message.
  @inlinable
  package func begin() async throws {
    try await call.beginResponse()
  }
}
