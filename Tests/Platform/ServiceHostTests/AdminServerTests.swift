import NIOCore
import NIOPosix
import RPC
import Testing

@testable import ServiceHost

@Suite("The port of operators", .timeLimit(.minutes(1)))
struct AdminServerTests {
  private static let health = "GET /health HTTP/1.1\r\nhost: h\r\n"
  private static let serving = "{\"status\":\"SERVING\"}\n"

  @Test("a connection is asked again and again, until it wants to be closed")
  func keptAlive() async throws {
    let (text, _) = try await talk { channel in
      try await channel.writeAndFlush(
        ByteBuffer(string: Self.health + "\r\n" + Self.health + "connection: close\r\n\r\n")
      )
    }
    #expect(text.ranges(of: Self.serving).count == 2)
    #expect(text.ranges(of: "connection: close").count == 1)
  }

  @Test(
    "who asks for another protocol is answered in this one, and is closed",
    arguments: [
      (health + "connection: upgrade\r\nupgrade: h2c\r\n\r\n", "200 OK"),
      ("CONNECT h:1 HTTP/1.1\r\nhost: h\r\n\r\n", "405 Method Not Allowed"),
    ]
  )
  func anotherProtocol(request: String, status: String) async throws {
    let (text, _) = try await talk { channel in
      try await channel.writeAndFlush(ByteBuffer(string: request + Self.health + "\r\n"))
    }
    #expect(text.hasPrefix("HTTP/1.1 \(status)\r\n"))
    #expect(text.contains("connection: close\r\n"))
    #expect(text.ranges(of: "HTTP/1.1 ").count == 1)
  }

  @Test("what comes behind a request for another protocol, and no end of it, is not kept")
  func withoutEnd() async throws {
    let request = Self.health + "connection: upgrade\r\nupgrade: h2c\r\n\r\n"
    let (_, sent) = try await talk(metricsBytes: 64 << 20) { channel in
      // The answer is not taken meanwhile.
      try await channel.setOption(.autoRead, value: false).get()
      try await channel.writeAndFlush(
        ByteBuffer(string: request.replacing("/health", with: "/metrics"))
      )
      let part = ByteBuffer(repeating: 0, count: 64 << 10)
      for _ in 0..<1_000 { try await channel.writeAndFlush(part) }
      try await channel.close()
    }
    #expect(sent == false, "it was closed")
  }

  @Test("bytes that never become a request do not keep a connection open")
  func dribbled() async throws {
    let (_, sent) = try await talk(silence: .milliseconds(200)) { channel in
      let head = "POST /health HTTP/1.1\r\nhost: h\r\ncontent-length: 1000000000000\r\n\r\n"
      try await channel.writeAndFlush(ByteBuffer(string: head))
      for _ in 0..<200_000 { try await channel.writeAndFlush(ByteBuffer(string: "a")) }
      try await channel.close()
    }
    #expect(sent == false, "it was closed")
  }

  /// What a client reads until its end, and whether all that it `says` was sent.
  private func talk(
    silence: TimeAmount = .seconds(90),
    metricsBytes: Int = 0,
    _ says: @Sendable (any Channel) async throws -> Void
  ) async throws -> (text: String, sent: Bool) {
    let group = MultiThreadedEventLoopGroup.singleton
    let metrics = String(repeating: "m", count: metricsBytes)
    let server = AdminServer(isServing: { true }, metrics: { metrics }, silence: silence)
    let address = Address(host: "127.0.0.1", port: 0)
    let listener = try await server.start(on: address, group: group)
    let end = group.next().makePromise(of: String.self)
    let channel = try await ClientBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Reader(end))
        }
      }
      .connect(host: "127.0.0.1", port: listener.port)
      .get()
    var sent = true
    do { try await says(channel) } catch { sent = false }
    let text = try await end.futureResult.get()
    await listener.close()
    return (text, sent)
  }
}

/// Collects what comes until the end.
private final class Reader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let end: EventLoopPromise<String>
  private var bytes = ByteBuffer()

  init(_ end: EventLoopPromise<String>) { self.end = end }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes.writeImmutableBuffer(unwrapInboundIn(data))
  }

  func channelInactive(context: ChannelHandlerContext) { end.succeed(String(buffer: bytes)) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
