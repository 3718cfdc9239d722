package import Protobuf

/// The messages of a request, as they come.
///
/// For one reader. The caller may send no faster than they are read, beyond what its window holds.
/// The sequence ends when the caller has sent everything; it throws when the call ends before.
package struct RequestStream<Element: Message>: AsyncSequence, Sendable {
  package typealias Failure = any Error

  @usableFromInline let call: ServerCall

  @inlinable init(_ call: ServerCall) { self.call = call }

  @inlinable
  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(call) }

  package struct AsyncIterator: AsyncIteratorProtocol {
    @usableFromInline let call: ServerCall
    /// Whether the message given last came compressed.
    package private(set) var wasCompressed = false

    @usableFromInline init(_ call: ServerCall) { self.call = call }

    package mutating func next() async throws -> Element? {
      guard let message = try await call.nextMessage() else { return nil }
      wasCompressed = message.wasCompressed
      return try unsafe message.bytes.withBytes { (bytes) throws(DecodeError) in
        try unsafe Element(decoding: bytes, limits: .standard)
      }
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
      try await next()
    }
  }
}
