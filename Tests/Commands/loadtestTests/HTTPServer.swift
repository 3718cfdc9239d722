import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server of HTTP/1.1 in this process that notes what it gets and answers by the path.
///
///     /ok 200   /missing 404   /last 200 and closes   /silent nothing   /drop closes
final class HTTPServer: Sendable {
  struct Seen: Sendable, Equatable {
    var line: String
    var headers: [String: String]
    var body = ""
    /// 0 for the first connection.
    let connection: Int
  }

  private let log = Mutex<[Seen]>([])
  private let connections = Counter()

  var seen: [Seen] { log.withLock { $0 } }

  /// Runs `body` with the port of a server, then ends it.
  static func serving(_ body: (HTTPServer, Int) async throws -> Void) async throws {
    let server = HTTPServer()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try await ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = Handler(server, connection: server.connections.next())
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
      .bind(host: "127.0.0.1", port: 0)
      .get()
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(server, listener.localAddress?.port ?? 0))
    } catch {
      result = .failure(error)
    }
    try await listener.close()
    try await group.shutdownGracefully()
    try result.get()
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: HTTPServer
    private let connection: Int
    private var request: Seen?
    private var path = ""

    init(_ server: HTTPServer, connection: Int) {
      self.server = server
      self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        path = head.uri
        request = Seen(
          line: "\(head.method) \(head.uri)",
          headers: Dictionary(head.headers.map { ($0.name, $0.value) }) { $1 },
          connection: connection
        )
      case .body(let buffer): request?.body += String(buffer: buffer)
      case .end:
        if let request { server.log.withLock { $0.append(request) } }
        answer(context)
      }
    }

    private func answer(_ context: ChannelHandlerContext) {
      switch path {
      case "/silent": return
      case "/drop": context.close(promise: nil)
      default:
        let isMissing = path == "/missing"
        let body = isMissing ? #"{"error":"no such thing"}"# : "{}"
        var headers: HTTPHeaders = ["content-length": String(body.utf8.count)]
        if path == "/last" { headers.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(
          version: .http1_1,
          status: isMissing ? .notFound : .ok,
          headers: headers
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let buffer = context.channel.allocator.buffer(string: body)
        context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if path == "/last" { context.close(promise: nil) }
      }
    }
  }
}
