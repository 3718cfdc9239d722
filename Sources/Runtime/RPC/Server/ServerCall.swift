import HTTP2
import NIOCore

/// A call being served: its request bytes, its answer's bytes, and the context handlers see.
package final class ServerCall: @unchecked Sendable {
  // SAFETY: confined to the event loop of its connection; the handler's task prefers that loop.

  package let context: ServerContext
  var request = ByteBuffer()
  var response: ByteChunk?

  init(context: ServerContext) {
    self.context = context
  }

  /// The one message of the request, where it was received.
  package func withRequestBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let bytes = request
    request = ByteBuffer()
    // `rethrows` would lose the error's type.
    let result = unsafe bytes.withUnsafeReadableBytes { bytes in
      Result<Value, Failure> { () throws(Failure) in try unsafe body(bytes) }
    }
    return try result.get()
  }

  /// Where the answer's message is written: behind its five-byte prefix.
  package func allocateResponse(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let chunk = ByteChunk.create(count: MessagePrefix.bytes + count)
    unsafe MessagePrefix.write(count: count, into: chunk.bytes)
    response = chunk
    return unsafe UnsafeMutableRawBufferPointer(rebasing: chunk.bytes[MessagePrefix.bytes...])
  }
}
