import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One connection to the faulty service.
final class FaultyHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let decide: @Sendable (ArrivedRequest) -> Fault
  private let forward: @Sendable (ArrivedRequest) -> EventLoopFuture<HTTPClient.Response>
  private var headers = HTTPHeaders()
  private var body: [UInt8] = []

  init(
    decide: @escaping @Sendable (ArrivedRequest) -> Fault,
    forward: @escaping @Sendable (ArrivedRequest) -> EventLoopFuture<HTTPClient.Response>
  ) {
    self.decide = decide
    self.forward = forward
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      headers = head.headers
      body = []
    case .body(let part): body += Array(part.readableBytesView)
    case .end: arrived(context)
    }
  }

  private func arrived(_ context: ChannelHandlerContext) {
    let target = headers.first(name: "x-amz-target") ?? ""
    let request = ArrivedRequest(
      headers: headers,
      seen: SeenRequest(
        operation: String(target.split(separator: ".").last ?? ""),
        authorization: headers.first(name: "authorization") ?? "",
        body: body
      )
    )
    let fault = decide(request)
    switch fault {
    case .refused(let status, let code):
      let document = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#\(code)\",\"message\":\"\"}"
      answer(status, Array(document.utf8), context)
    case .answered(let document): answer(200, document, context)
    case .dropped(isDone: false): context.close(promise: nil)
    case .silent(isDone: false): break
    default:
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      forward(request).hop(to: context.eventLoop).whenComplete { outcome in
        let (handler, context) = bound.value
        handler.passOn(outcome, fault, context)
      }
    }
  }

  private func passOn(
    _ outcome: Result<HTTPClient.Response, any Error>,
    _ fault: Fault,
    _ context: ChannelHandlerContext
  ) {
    guard case .success(let response) = outcome else { return context.close(promise: nil) }
    let bytes = response.body.map { Array($0.readableBytesView) } ?? []
    switch fault {
    case .dropped: context.close(promise: nil)
    case .silent: break
    case .failed(let status): answer(status, Array("{}".utf8), context)
    case .cutOff:
      let half = Array(bytes.prefix(bytes.count / 2))
      answer(Int(response.status.code), half, declared: max(bytes.count, 2), context)
      context.close(promise: nil)
    default: answer(Int(response.status.code), bytes, context)
    }
  }

  private func answer(
    _ status: Int,
    _ bytes: [UInt8],
    declared: Int? = nil,
    _ context: ChannelHandlerContext
  ) {
    var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status))
    head.headers.add(name: "content-length", value: String(declared ?? bytes.count))
    head.headers.add(name: "content-type", value: "application/x-amz-json-1.0")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let buffer = context.channel.allocator.buffer(bytes: bytes)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    if declared == nil { context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil) }
  }
}
