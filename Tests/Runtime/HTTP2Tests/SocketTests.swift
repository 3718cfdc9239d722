import NIOCore
import NIOPosix
import Testing

@testable import HTTP2

/// A server's connection over a real socket that has little room, to a peer that reads late.
@Suite("A socket that is full", .timeLimit(.minutes(1)))
struct SocketTests {
  @Test("gets the rest later, every byte in its order", arguments: [true, false])
  func rest(ownsSocket: Bool) async throws {
    let body = (0..<4 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let connection = try await Connection(ownsSocket: ownsSocket, body: body)
    try await connection.ask()
    await connection.waitUntilFull()
    try await connection.read()
    var received: [UInt8] = []
    for await bytes in connection.received {
      received += bytes
      if received.count > body.count, Frame.parse(received).contains(where: \.isEndOfAnswer) {
        break
      }
    }
    #expect(Frame.parse(received).filter { $0.type == 0 }.flatMap(\.payload) == body)
    await connection.close()
    #expect(await connection.end() == .closedByPeer)
  }

  @Test("is closed in the midst of an answer", arguments: [true, false])
  func ended(ownsSocket: Bool) async throws {
    let connection = try await Connection(
      ownsSocket: ownsSocket,
      body: Array(repeating: 1, count: 4 << 20)
    )
    try await connection.ask()
    await connection.waitUntilFull()
    await connection.close()
    switch await connection.end() {
    case .closedByPeer, .transport: break
    case let other: Issue.record("\(other)")
    }
  }
}

extension Frame {
  /// Trailers of the one answer.
  fileprivate var isEndOfAnswer: Bool { type == 1 && flags & 1 != 0 }
}

/// One connection; the server answers each request with the same body.
private final class Connection: Sendable {
  let received: AsyncStream<[UInt8]>
  private let client: any Channel
  private let listener: any Channel
  private let server: any Channel
  private let ended: EventLoopFuture<ConnectionEnd>

  init(ownsSocket: Bool, body: [UInt8]) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let ended = loop.makePromise(of: ConnectionEnd.self)
    let accepted = loop.makePromise(of: (any Channel).self)
    listener = try await ServerBootstrap(group: loop)
      .childChannelOption(.socketOption(.so_sndbuf), value: 4 << 10)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let server = Server(body, ownsSocket: ownsSocket, ended: ended)
          try channel.pipeline.syncOperations.addHandler(server.handler)
          accepted.succeed(channel)
        }
      }
      .bind(host: "127.0.0.1", port: 0)
      .get()
    let (received, input) = AsyncStream.makeStream(of: [UInt8].self)
    client = try await ClientBootstrap(group: loop)
      .channelOption(.socketOption(.so_rcvbuf), value: 4 << 10)
      .channelOption(.autoRead, value: false)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Collector(input))
        }
      }
      .connect(to: try #require(listener.localAddress))
      .get()
    self.received = received
    self.ended = ended.futureResult
    server = try await accepted.futureResult.get()
  }

  /// Asks with windows that never close.
  func ask() async throws {
    let window = Frame.bigEndian(.max >> 1)
    let settings = Frame(type: 4, payload: [0, 4] + window)
    let update = Frame(type: 8, payload: Frame.bigEndian(.max >> 1 - 65_535))
    let bytes = [settings, .settingsAcknowledged, update, .headers(1, isEnd: true)].flatMap(\.bytes)
    try await client.writeAndFlush(ByteBuffer(bytes: Frame.preface + bytes)).get()
  }

  /// Until the socket has taken what it can, and the channel what it may.
  func waitUntilFull() async {
    while server.isWritable { await Task.yield() }
  }

  func read() async throws { try await client.setOption(.autoRead, value: true).get() }

  func close() async {
    // Already closed is closed.
    try? await client.close()
    try? await listener.close()
  }

  func end() async -> ConnectionEnd? { try? await ended.get() }

  private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let input: AsyncStream<[UInt8]>.Continuation

    init(_ input: AsyncStream<[UInt8]>.Continuation) { self.input = input }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      input.yield(Array(unwrapInboundIn(data).readableBytesView))
    }

    func channelInactive(context: ChannelHandlerContext) { input.finish() }
  }

  private final class Server: SessionDelegate, ConnectionObserver {
    let handler: ConnectionHandler
    private let body: [UInt8]
    private let ended: EventLoopPromise<ConnectionEnd>
    private static let head = PreparedFields([":status": "200"])
    private static let trailers = PreparedFields(["x-end": "1"])

    init(_ body: [UInt8], ownsSocket: Bool, ended: EventLoopPromise<ConnectionEnd>) {
      self.body = body
      self.ended = ended
      let session = Session(role: .server, names: FieldNames([]), at: 1)
      handler = ConnectionHandler(session: session, ownsSocket: ownsSocket)
      session.delegate = self
      handler.observer = self
    }

    func accept(_ stream: Stream, head: HeaderFields) {
      stream.handler = ScriptedServer.Recorder(stream)
      stream.respond(Self.head, body: .copying(body), trailers: Self.trailers)
    }

    func outputPending() { handler.outputPending() }

    func connectionClosed(_ reason: ConnectionEnd) { ended.succeed(reason) }
  }
}
