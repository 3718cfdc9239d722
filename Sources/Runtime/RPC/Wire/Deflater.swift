import CZlib

/// A zlib stream that compresses one message after the other.
///
/// Making one costs 268 KB of memory and its clearing, so they are kept for further messages.
@safe final class Deflater: @unchecked Sendable {
  // SAFETY: has one user at a time, who took it from `idle` or made it.
  private let stream: UnsafeMutablePointer<z_stream>

  private static let idle = (gzip: IdlePool<Deflater>(), deflate: IdlePool<Deflater>())

  private init(_ compression: Compression) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let result = unsafe deflateInit2_(
      stream,
      Z_DEFAULT_COMPRESSION,
      Z_DEFLATED,
      compression.windowBits,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    precondition(result == Z_OK, "zlib has no memory for a stream: \(result)")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses into the memory given and answers how many bytes were written; nil when they do not
  /// fit.
  static func compress(
    _ bytes: UnsafeRawBufferPointer,
    _ compression: Compression,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let pool = compression == .gzip ? idle.gzip : idle.deflate
    let deflater = pool.take() ?? Deflater(compression)
    defer { pool.keep(deflater) }
    return unsafe deflater.compress(bytes, into: target)
  }

  private func compress(
    _ bytes: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int? {
    unsafe deflateReset(stream)
    // zlib declares the input mutable and does not write through it.
    unsafe stream.pointee.next_in = .init(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    )
    unsafe stream.pointee.avail_in = UInt32(bytes.count)
    unsafe stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(target.count)
    guard unsafe CZlib.deflate(stream, Z_FINISH) == Z_STREAM_END else { return nil }
    return unsafe target.count - Int(stream.pointee.avail_out)
  }
}

extension Compression {
  /// How zlib is told the format: the size of the window, and 16 for gzip.
  var windowBits: Int32 {
    switch self {
    case .gzip: 15 + 16
    case .deflate, .identity: 15
    }
  }
}
