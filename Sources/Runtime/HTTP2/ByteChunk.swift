/// Bytes on their way out, in one allocation of exactly their size.
///
/// Written once by who makes them, then only read.
package final class ByteChunk: ManagedBuffer<Int, UInt8> {
  package static func create(count: Int) -> ByteChunk {
    let chunk = ByteChunk.create(minimumCapacity: count) { _ in count }
    return unsafe unsafeDowncast(chunk, to: ByteChunk.self)
  }

  package static func copying(_ bytes: some Collection<UInt8>) -> ByteChunk {
    let chunk = create(count: bytes.count)
    unsafe chunk.bytes.copyBytes(from: bytes)
    return chunk
  }

  package var count: Int { header }

  /// Valid as long as the chunk is.
  package var bytes: UnsafeMutableRawBufferPointer {
    unsafe withUnsafeMutablePointerToElements {
      unsafe UnsafeMutableRawBufferPointer(start: $0, count: header)
    }
  }
}
