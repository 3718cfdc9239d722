import NIOCore

/// Throws away what a client sends behind the last request of its connection.
///
/// Stands in front of the parser, which would parse it, or keep all of it: behind a request that asks
/// for another protocol it never parses again.
final class InputEnd: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// The last request is complete, or is read no further.
  var isReached = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if !isReached { context.fireChannelRead(data) }
  }
}

@available(*, unavailable) extension InputEnd: Sendable {}
