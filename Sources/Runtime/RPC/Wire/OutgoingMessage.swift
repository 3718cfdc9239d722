import HTTP2

/// A message on its way out, behind its prefix, in memory of exactly its size.
package struct OutgoingMessage: @unchecked Sendable {
  // SAFETY: written by its maker before it is handed over, only read afterwards.
  let chunk: ByteChunk

  package init(count: Int) {
    chunk = ByteChunk.create(count: MessagePrefix.bytes + count)
    unsafe MessagePrefix.write(count: count, into: chunk.bytes)
  }

  package init(copying bytes: [UInt8]) {
    self.init(count: bytes.count)
    unsafe payload.copyBytes(from: bytes)
  }

  /// Where the message itself is written.
  package var payload: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: chunk.bytes[MessagePrefix.bytes...])
  }
}
