import NIOCore

/// Cuts a body into messages, wherever its chunks were split.
///
/// A message that lies in one chunk is handed on where it was received.
struct MessageDeframer {
  private var partial = ByteBuffer()
  let messageBytesMax: Int

  init(messageBytesMax: Int) {
    self.messageBytesMax = messageBytesMax
  }

  /// Bytes of a message that is not complete yet.
  var bufferedBytes: Int { partial.readableBytes }

  mutating func append(_ chunk: ByteBuffer) {
    if partial.readableBytes == 0 {
      partial = chunk
    } else {
      var chunk = chunk
      partial.writeBuffer(&chunk)
    }
  }

  /// The next complete message without its prefix.
  mutating func next() throws(RPCError) -> ByteBuffer? {
    guard
      let (flag, length) = partial.getMultipleIntegers(
        at: partial.readerIndex,
        as: (UInt8, UInt32).self
      )
    else { return nil }
    switch flag {
    case 0: break
    case 1: throw .internal("a message is marked as compressed, but no grpc-encoding was announced")
    default: throw .internal("the compression flag of a message is \(flag), not 0 or 1")
    }
    guard length <= messageBytesMax else {
      throw .resourceExhausted("a message of \(length) bytes; at most \(messageBytesMax) are taken")
    }
    guard partial.readableBytes >= MessagePrefix.bytes + Int(length) else { return nil }
    partial.moveReaderIndex(forwardBy: MessagePrefix.bytes)
    return partial.readSlice(length: Int(length))
  }
}
