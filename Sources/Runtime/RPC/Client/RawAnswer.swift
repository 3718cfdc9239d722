import NIOCore

/// The answer to a unary call before its message is decoded.
package struct RawAnswer: Sendable {
  let message: ByteBuffer
  package let metadata: Metadata
  package let trailingMetadata: Metadata
  package let wasCompressed: Bool

  init(
    message: ByteBuffer,
    metadata: Metadata,
    trailingMetadata: Metadata,
    wasCompressed: Bool
  ) {
    self.message = message
    self.metadata = metadata
    self.trailingMetadata = trailingMetadata
    self.wasCompressed = wasCompressed
  }

  /// The message, where it was received.
  package func withMessageBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe message.withBytes(body)
  }
}

extension ByteBuffer {
  /// `withUnsafeReadableBytes` that keeps the type of the error.
  func withBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result = unsafe withUnsafeReadableBytes { bytes in
      Result<Value, Failure> { () throws(Failure) in try unsafe body(bytes) }
    }
    return try result.get()
  }
}
