import CZlib
import NIOCore

/// A zlib stream that expands one message after the other, each within a limit.
@safe final class Inflater: @unchecked Sendable {
  // SAFETY: has one user at a time, who took it from `idle` or made it.
  private let stream: UnsafeMutablePointer<z_stream>

  private static let idle = IdlePool<Inflater>()

  private init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let result = unsafe inflateInit2_(
      stream,
      Compression.deflate.windowBits,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    precondition(result == Z_OK, "zlib has no memory for a stream: \(result)")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The message within; stops as soon as it is longer than the limit.
  ///
  /// - Throws: RESOURCE_EXHAUSTED for a message that is too long, INTERNAL for bytes that are not in
  ///   the announced format, end early or go on after the end.
  static func expand(
    _ bytes: ByteBuffer,
    _ compression: Compression,
    messageBytesMax: Int
  ) throws(RPCError) -> ByteBuffer {
    let inflater = idle.take() ?? Inflater()
    defer { idle.keep(inflater) }
    unsafe inflateReset2(inflater.stream, compression.windowBits)
    return try inflater.expand(bytes, compression, messageBytesMax)
  }

  private func expand(
    _ bytes: ByteBuffer,
    _ compression: Compression,
    _ messageBytesMax: Int
  ) throws(RPCError) -> ByteBuffer {
    var output = ByteBufferAllocator()
      .buffer(capacity: min(bytes.readableBytes * 4, messageBytesMax) + 1)
    var input = bytes
    while true {
      // One byte more than allowed, to tell a message that fits from one that goes on.
      let room = messageBytesMax + 1 - output.readableBytes
      let result = step(&input, into: &output, room: room)
      guard output.readableBytes <= messageBytesMax else {
        throw .resourceExhausted(
          "a message of more than \(messageBytesMax) bytes when expanded; at most these are taken"
        )
      }
      switch result {
      case Z_STREAM_END where input.readableBytes == 0:
        return output
      case Z_STREAM_END where compression == .gzip:
        // RFC 1952 §2.2: a file is a series of members, and what they hold belongs together.
        unsafe inflateReset(stream)
      case Z_STREAM_END:
        throw .internal("bytes follow the end of a message in \(compression.name)")
      case Z_OK where output.writableBytes == 0 || input.readableBytes > 0: continue
      case Z_OK, Z_BUF_ERROR:
        throw .internal("a message in \(compression.name) ends early")
      default:
        throw .internal("a message is not in \(compression.name), as was announced")
      }
    }
  }

  /// Expands until the input is used up or the output is full; answers what zlib says.
  private func step(_ input: inout ByteBuffer, into output: inout ByteBuffer, room: Int) -> Int32 {
    var result = Z_OK
    unsafe input.readWithUnsafeReadableBytes { input in
      let taken = output.readableBytes
      // Doubles, so that a long message is copied once on the whole.
      let wanted = min(room, max(taken, 512))
      unsafe output.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { output in
        unsafe stream.pointee.next_in = .init(
          mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        unsafe stream.pointee.avail_in = UInt32(input.count)
        let count = min(room, output.count)
        unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = UInt32(count)
        result = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe count - Int(stream.pointee.avail_out)
      }
      return unsafe input.count - Int(stream.pointee.avail_in)
    }
    return result
  }
}
