import NIOCore
import NIOHTTP1

/// A request and who waits for its answer.
struct HTTPExchange: Sendable {
  let head: HTTPRequestHead
  let body: String?
  let answer: EventLoopPromise<HTTPAnswer>

  init(head: HTTPRequestHead, body: String?, _ answer: EventLoopPromise<HTTPAnswer>) {
    self.head = head
    self.body = body
    self.answer = answer
  }
}

/// Writes one exchange at a time and gathers its answer; every promise is kept or broken.
final class HTTPExchangeHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundIn = HTTPExchange
  typealias OutboundOut = HTTPClientRequestPart

  private let timeout: TimeAmount
  private var waiting: EventLoopPromise<HTTPAnswer>?
  private var timer: Scheduled<Void>?
  private var head: HTTPResponseHead?
  private var beginning: [UInt8] = []

  init(timeout: TimeAmount) {
    self.timeout = timeout
  }

  func write(
    context: ChannelHandlerContext,
    data: NIOAny,
    promise: EventLoopPromise<Void>?
  ) {
    let exchange = unwrapOutboundIn(data)
    guard waiting == nil, context.channel.isActive else {
      promise?.fail(HTTPFailure(kind: .connection, description: "the connection is closed"))
      return
    }
    waiting = exchange.answer
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: timeout) {
      self.end(
        context,
        .failure(HTTPFailure(kind: .timeout, description: "no answer within \(self.timeout)"))
      )
    }
    context.write(wrapOutboundOut(.head(exchange.head)), promise: nil)
    if let body = exchange.body {
      let buffer = context.channel.allocator.buffer(string: body)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    context.write(wrapOutboundOut(.end(nil)), promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body(let buffer):
      // Four bytes hold any character.
      let room = 4 * Limits.exampleCharactersMax - beginning.count
      beginning += buffer.readableBytesView.prefix(max(0, room))
    case .end:
      guard let head else { return }
      let answer = HTTPAnswer(
        status: Int(head.status.code),
        beginning: String(decoding: beginning, as: UTF8.self)
      )
      end(head.isKeepAlive ? nil : context, .success(answer))
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(nil, .failure(HTTPFailure(kind: .connection, description: "closed before the answer")))
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(context, .failure(HTTPFailure(kind: .connection, description: "\(error)")))
  }

  /// Tells who waits; closes the connection of `context` where one is given.
  private func end(_ context: ChannelHandlerContext?, _ result: Result<HTTPAnswer, HTTPFailure>) {
    timer?.cancel()
    timer = nil
    head = nil
    beginning = []
    let promise = waiting
    waiting = nil
    context?.close(promise: nil)
    promise?.completeWith(result.mapError { $0 })
  }
}
