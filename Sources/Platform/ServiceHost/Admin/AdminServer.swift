import NIOCore
import NIOHTTP1
import RPC

/// What an operator asks a process: `GET /health` and `GET /metrics`, HTTP/1.1 in clear.
struct AdminServer: Sendable {
  /// 200 `{"status":"SERVING"}` or 503 `{"status":"NOT_SERVING"}`.
  let isServing: @Sendable () -> Bool
  /// The text exposition format of Prometheus.
  let metrics: @Sendable () -> String
  /// Longer than the minute between two visits of a scraper.
  var silence = TimeAmount.seconds(90)

  /// Begins to listen; its owner closes the listener.
  func start(on address: Address, group: any EventLoopGroup) async throws -> Listener {
    try await Listener.bind(
      host: address.host,
      port: address.port,
      group: group,
      // A handful of probes and scrapers; more would be a mistake, or somebody else.
      limits: .init(connectionsMax: 64, perAddressMax: 64)
    ) { channel in
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandlers(
        [
          HTTPResponseEncoder(),
          ByteToMessageHandler(HTTPRequestDecoder(), maximumBufferSize: Self.unparsedBytesMax),
          HTTPServerPipelineHandler(),
          HTTPServerProtocolErrorHandler(),
          AdminHandler(server: self),
        ] as [any ChannelHandler]
      )
    }
  }

  /// The parser keeps only what comes behind a request for another protocol: a read or two.
  private static let unparsedBytesMax = 128 << 10

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
  private var timer: Scheduled<Void>?

  init(server: AdminServer) {
    self.server = server
  }

  func handlerAdded(context: ChannelHandlerContext) { waitForRequest(context) }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  /// Bytes alone prolong nothing: a connection that dribbles is one of a few.
  private func waitForRequest(_ context: ChannelHandlerContext) {
    timer?.cancel()
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: server.silence) { channel.close(promise: nil) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      self.head = nil
      waitForRequest(context)
      respond(to: head, context: context)
    }
  }

  private func respond(to request: HTTPRequestHead, context: ChannelHandlerContext) {
    let answer = server.answer(method: request.method, uri: request.uri)
    let body = context.channel.allocator.buffer(string: answer.body)
    var head = HTTPResponseHead(version: request.version, status: answer.status)
    head.headers.add(name: "content-type", value: answer.type)
    head.headers.add(name: "content-length", value: String(body.readableBytes))
    // What comes behind a request for another protocol is never parsed.
    let isLast = request.method == .CONNECT || request.headers.contains(name: "upgrade")
    let isKeptAlive = request.isKeepAlive && !isLast
    if !isKeptAlive { head.headers.add(name: "connection", value: "close") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let end = context.eventLoop.makePromise(of: Void.self)
    if !isKeptAlive {
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      end.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: end)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
