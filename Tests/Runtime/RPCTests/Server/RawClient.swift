import NIOCore
import NIOPosix

/// A client that sends bytes as they are, and gets the frames of the answer.
final class RawClient: Sendable {
  struct Frame: Sendable {
    var type: UInt8
    var flags: UInt8
    var stream: Int
    var payload: [UInt8]
  }

  private let channel: any Channel
  private let frames: AsyncStream<Frame>

  init(port: Int, on group: any EventLoopGroup, reads: Bool = true) async throws {
    let (frames, continuation) = AsyncStream.makeStream(of: Frame.self)
    self.frames = frames
    channel = try await ClientBootstrap(group: group)
      .channelOption(.autoRead, value: reads)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(FrameReader(continuation))
        }
      }
      .connect(to: SocketAddress(ipAddress: "127.0.0.1", port: port)).get()
  }

  func send(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  /// The first frame that is asked for; nil when the server closes before.
  func first(where isWanted: (Frame) -> Bool) async -> Frame? {
    for await frame in frames where isWanted(frame) { return frame }
    return nil
  }

  /// What comes until the server closes.
  func rest() async -> [Frame] {
    var rest: [Frame] = []
    for await frame in frames { rest.append(frame) }
    return rest
  }

  func close() async {
    // The server may have closed it.
    try? await channel.close()
  }
}

/// Cuts what is received into frames (RFC 9113 §4.1).
private final class FrameReader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let frames: AsyncStream<RawClient.Frame>.Continuation
  private var bytes: [UInt8] = []

  init(_ frames: AsyncStream<RawClient.Frame>.Continuation) { self.frames = frames }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytesView
    while bytes.count >= 9 {
      let count = bytes[..<3].reduce(0) { $0 << 8 | Int($1) }
      guard bytes.count >= 9 + count else { return }
      let frame = RawClient.Frame(
        type: bytes[3],
        flags: bytes[4],
        stream: bytes[5..<9].reduce(0) { $0 << 8 | Int($1) },
        payload: Array(bytes[9..<9 + count])
      )
      bytes.removeFirst(9 + count)
      frames.yield(frame)
    }
  }

  func channelInactive(context: ChannelHandlerContext) { frames.finish() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
