import NIOCore
import NIOHTTP1

/// A streamed answer on an HTTP/1.1 connection: a chunk for each part.
///
/// To a client of HTTP/1.0 the parts follow each other, and the end of the connection ends them.
final class HTTP1StreamedAnswer: StreamedAnswer {
  private let connection: HTTP1Connection
  private let context: ChannelHandlerContext
  let room: Room

  init(_ connection: HTTP1Connection, _ context: ChannelHandlerContext) {
    self.connection = connection
    self.context = context
    room = Room(on: context.eventLoop)
  }

  func begin(_ head: GatewayResponse) {
    connection.beginStream(self, head, context)
  }

  func write(_ part: [UInt8]) async throws {
    guard connection.writePart(part, context) else { throw ChannelError.ioOnClosedChannel }
    while !context.channel.isWritable { try await room.wait() }
  }
}

extension HTTP1Connection {
  fileprivate func beginStream(
    _ answer: HTTP1StreamedAnswer,
    _ head: GatewayResponse,
    _ context: ChannelHandlerContext
  ) {
    guard !isAnswered, !isClosing else { return }
    isAnswered = true
    streamed = answer
    if !hasChunks { isKeptAlive = false }
    context.writeAndFlush(wrapOutboundOut(.head(self.head(of: head))), promise: nil)
  }

  /// False when the client is gone.
  fileprivate func writePart(_ part: [UInt8], _ context: ChannelHandlerContext) -> Bool {
    guard streamed != nil, context.channel.isActive else { return false }
    memory.hold(part.count)
    unsentBytes += part.count
    clock.partBegan(at: .now())
    let written = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in
      bound.value.clock.partTaken(at: .now())
      bound.value.release(part.count)
    }
    let buffer = context.channel.allocator.buffer(bytes: part)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: written)
    return true
  }

  /// All parts are written.
  func endStream(_ context: ChannelHandlerContext) {
    guard streamed != nil else { return }
    streamed = nil
    exchange = nil
    isClosing = !isKeptAlive
    clock.answerBegan(at: .now())
    untaken += 1
    let written = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in
      let (handler, context) = bound.value
      handler.answerTaken(0, context)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }
}

@available(*, unavailable) extension HTTP1StreamedAnswer: Sendable {}
