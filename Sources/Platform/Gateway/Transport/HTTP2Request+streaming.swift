import HTTP2
import NIOCore

/// A streamed answer on a stream of HTTP/2.
extension HTTP2Request: StreamedAnswer {
  func begin(_ head: GatewayResponse) {
    guard stream.isOpen else { return }
    isStreaming = true
    stream.respond(.none, self.head(of: head))
  }

  func write(_ part: [UInt8]) async throws {
    guard stream.isOpen else { throw ChannelError.ioOnClosedChannel }
    guard memory.hasRoom else {
      stream.reset(.enhanceYourCalm)
      throw ChannelError.ioOnClosedChannel
    }
    memory.hold(part.count)
    unsentBytes += part.count
    if answerBegan == nil { answerBegan = .now() }
    stream.write(ByteChunk.copying(part))
    while stream.queuedBytes > core.limits.unsentPerStreamBytesMax { try await room.wait() }
    guard stream.isOpen else { throw ChannelError.ioOnClosedChannel }
  }

  /// The connection has taken all that was written.
  func partsTaken() {
    guard stream.isOpen, isStreaming, stream.queuedBytes == 0 else { return }
    memory.release(unsentBytes)
    unsentBytes = 0
    answerBegan = nil
    room.open()
  }

  func endStream() {
    isStreaming = false
    forgetExchange()
    answerBegan = .now()
    stream.finish()
  }
}
