package import NIOCore
package import Protobuf

/// A streaming call whose messages are bytes; the typed calls are made of it.
///
/// Let go of, the call is cancelled.
package final class RawCall: Sendable {
  package let method: MethodDescriptor
  private let compression: Compression
  private let stream: ClientStream

  init(_ head: CallHead, _ stream: ClientStream) {
    self.method = head.method
    self.compression = head.compression
    self.stream = stream
  }

  deinit { stream.cancel() }

  /// The next message; nil once the server has ended the call with OK.
  package func next() async throws -> ByteBuffer? { try await stream.next()?.bytes }

  /// As `next`, with how the message came.
  package func nextMessage() async throws -> ReceivedMessage? { try await stream.next() }

  /// Headers of the response; there before its first message.
  package func metadata() async throws -> Metadata { try await stream.metadata() }

  /// What the server said at the end; read the messages before it.
  package func trailingMetadata() async throws -> Metadata { try await stream.trailingMetadata() }

  /// Sends a message, and waits while too much of what was sent before is still queued.
  ///
  /// False when the server has ended the call with OK and takes nothing more.
  /// With `compressed` false it goes as it is, whatever the call is compressed with.
  package func write(_ message: OutgoingMessage, compressed: Bool = true) async throws -> Bool {
    try await stream.write(compressed ? message.compressed(compression) : message)
  }

  /// Nothing more will be sent.
  package func finish() { stream.finish() }

  /// Ends the call: whoever waits for it gets CANCELLED.
  package func cancel() { stream.cancel() }
}

extension RawCall {
  @inlinable
  package func next<Answer: Message>(
    _: Answer.Type
  ) async throws -> (message: Answer, wasCompressed: Bool)? {
    guard let received = try await nextMessage() else { return nil }
    return (try decode(received.bytes), received.wasCompressed)
  }

  /// The only message of the answer, and the end behind it.
  @inlinable
  package func only<Answer: Message>(_: Answer.Type) async throws -> Answer {
    guard let bytes = try await next() else {
      throw RPCError.internal("\(method.path) was answered OK, but without a message")
    }
    guard try await next() == nil else {
      cancel()
      throw RPCError.unimplemented("more than one message answers \(method.path)")
    }
    return try decode(bytes)
  }

  @inlinable
  func decode<Answer: Message>(_ bytes: ByteBuffer) throws -> Answer {
    do {
      return try unsafe bytes.withUnsafeReadableBytes { try unsafe Answer(decoding: $0) }
    } catch {
      cancel()
      throw RPCError.internal("\(method.path) answered what is no \(Answer.self)", cause: error)
    }
  }
}
