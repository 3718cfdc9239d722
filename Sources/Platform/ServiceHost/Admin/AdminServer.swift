import NIOCore
import NIOHTTP1
import NIOPosix

/// What an operator asks a process: `GET /health` and `GET /metrics`, HTTP/1.1 in clear.
struct AdminServer: Sendable {
  /// 200 `{"status":"SERVING"}` or 503 `{"status":"NOT_SERVING"}`.
  let isServing: @Sendable () -> Bool
  /// The text exposition format of Prometheus.
  let metrics: @Sendable () -> String

  /// Begins to listen; answers the channel, which is closed by its owner.
  func start(on address: Address, group: any EventLoopGroup) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withErrorHandling: true
          )
          try channel.pipeline.syncOperations.addHandler(AdminHandler(server: self))
        }
      }
      .bind(host: address.host, port: address.port).get()
  }

  struct Answer: Equatable {
    var status: HTTPResponseStatus
    var type: String
    var body: String
  }

  func answer(method: HTTPMethod, uri: String) -> Answer {
    guard method == .GET || method == .HEAD else {
      return Answer(status: .methodNotAllowed, type: "text/plain", body: "GET only\n")
    }
    switch uri.prefix(while: { $0 != "?" }) {
    case "/health":
      return isServing()
        ? Answer(status: .ok, type: "application/json", body: "{\"status\":\"SERVING\"}\n")
        : Answer(
          status: .serviceUnavailable,
          type: "application/json",
          body: "{\"status\":\"NOT_SERVING\"}\n"
        )
    case "/metrics":
      return Answer(status: .ok, type: "text/plain; version=0.0.4", body: metrics())
    default:
      return Answer(status: .notFound, type: "text/plain", body: "/health or /metrics\n")
    }
  }
}

/// One connection of an operator.
private final class AdminHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let server: AdminServer
  private var head: HTTPRequestHead?

  init(server: AdminServer) {
    self.server = server
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      self.head = nil
      respond(to: head, context: context)
    }
  }

  private func respond(to request: HTTPRequestHead, context: ChannelHandlerContext) {
    let answer = server.answer(method: request.method, uri: request.uri)
    let body = context.channel.allocator.buffer(string: answer.body)
    var head = HTTPResponseHead(version: request.version, status: answer.status)
    head.headers.add(name: "content-type", value: answer.type)
    head.headers.add(name: "content-length", value: String(body.readableBytes))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let end = context.eventLoop.makePromise(of: Void.self)
    if !request.isKeepAlive {
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      end.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: end)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
