import NIOCore
import NIOHTTP1
import RPC

/// One client's HTTP/1.1 connection: requests one after another, each answered before the next.
///
/// NIO's pipeline handler in front holds pipelined requests back, so that answers keep their order.
final class HTTP1Connection: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  let core: GatewayCore
  private let loop: LoopState
  let memory: ConnectionMemory
  private let peer: String
  private let inputEnd: InputEnd
  var clock: HTTP1Clock
  private var timer: Scheduled<Void>?

  var exchange: Exchange?
  /// The request's body is still on its way, whether or not anybody wants it.
  private var isReceiving = false
  var isAnswered = false
  /// A streamed answer that has begun and not ended.
  var streamed: HTTP1StreamedAnswer?
  /// An answer that waits for the end of a short body, so that the connection can live on.
  private var early: GatewayResponse?
  private var hasShortBody = false
  var isKeptAlive = true
  /// HTTP/1.0 has no chunks: a stream ends with its connection.
  var hasChunks = true
  /// An answer to HEAD has no body.
  private var wantsBody = true
  var isClosing = false {
    didSet { if isClosing { inputEnd.isReached = true } }
  }
  /// An answer for which the client has no room yet.
  private var waiting: GatewayResponse?
  private var isWriting = false
  /// Answers that were written and that the socket has not taken, and the bytes of all open ones.
  var untaken = 0
  var unsentBytes = 0
  private var isReadHeldBack = false

  init(
    core: GatewayCore,
    loop: LoopState,
    memory: ConnectionMemory,
    peer: String,
    inputEnd: InputEnd
  ) {
    self.core = core
    self.loop = loop
    self.memory = memory
    self.peer = peer
    self.inputEnd = inputEnd
    clock = HTTP1Clock(core.limits, at: .now())
  }
}

// MARK: - Requests

extension HTTP1Connection {
  func handlerAdded(context: ChannelHandlerContext) {
    arm(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let bytes):
      if early == nil, let response = exchange?.receive(bytes) { answer(early: response, context) }
    case .end: end(context)
    }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    isReceiving = true
    isAnswered = false
    isKeptAlive = head.isKeepAlive && !head.asksForAnotherProtocol
    hasChunks = head.version != .http1_0
    hasShortBody = head.hasShortBody
    wantsBody = head.method != .HEAD
    clock.requestBegan(at: .now())
    let exchange = Exchange(core: core, memory: memory, head: RequestHead(head, peer: peer))
    self.exchange = exchange
    if let broken = head.brokenRule {
      isKeptAlive = false
      return answer(exchange.fail(.malformed(broken)), context)
    }
    if let response = exchange.begin() { return answer(early: response, context) }
    // RFC 9110 §10.1.1: the client waits for this before it sends the body.
    if head.version != .http1_0, head.headers.contains(name: "expect") {
      context.writeAndFlush(
        wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))),
        promise: nil
      )
    }
  }

  private func end(_ context: ChannelHandlerContext) {
    isReceiving = false
    if !isKeptAlive { inputEnd.isReached = true }
    clock.requestEnded()
    guard !isAnswered, let exchange else { return }
    if let early { return answer(early, context) }
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    if let route = exchange.streamedRoute {
      let answer = HTTP1StreamedAnswer(self, context)
      return exchange.stream(route, on: loop.actor, to: answer) { response in
        let (handler, context) = bound.value
        if let response { handler.answer(response, context) } else { handler.endStream(context) }
      }
    }
    exchange.run(on: loop.actor) { response in
      let (handler, context) = bound.value
      handler.answer(response, context)
    }
  }
}

// MARK: - Answers

extension HTTP1Connection {
  /// Answers before the request is complete.
  private func answer(early response: GatewayResponse, _ context: ChannelHandlerContext) {
    if isReceiving, hasShortBody { early = response } else { answer(response, context) }
  }

  private func answer(_ response: GatewayResponse, _ context: ChannelHandlerContext) {
    guard !isAnswered, !isClosing else { return }
    isAnswered = true
    exchange = nil
    early = nil
    if response.isStreamed { isKeptAlive = false }
    // Nobody reads the rest of a body that is not known to be short.
    if isReceiving { isKeptAlive = false }
    isClosing = !isKeptAlive
    clock.answerBegan(at: .now())
    memory.hold(response.body.count)
    unsentBytes += response.body.count
    waiting = response
    writeWaiting(context)
  }

  /// Writes answers while the client takes them.
  ///
  /// The end of one lets the next pipelined request in, whose answer may be there at once: a loop,
  /// lest a thousand small requests nest a thousand calls.
  private func writeWaiting(_ context: ChannelHandlerContext) {
    guard !isWriting else { return }
    isWriting = true
    while let response = waiting, context.channel.isWritable {
      waiting = nil
      write(response, context)
    }
    isWriting = false
    context.flush()
  }

  private func write(_ response: GatewayResponse, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(head(of: response))), promise: nil)
    if wantsBody, !response.body.isEmpty {
      let body = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    untaken += 1
    let written = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    let count = response.body.count
    written.futureResult.whenComplete { _ in
      let (handler, context) = bound.value
      handler.answerTaken(count, context)
    }
    context.write(wrapOutboundOut(.end(nil)), promise: written)
  }

  func head(of response: GatewayResponse) -> HTTPResponseHead {
    var headers = HTTPHeaders()
    headers.reserveCapacity(response.headers.count + 3)
    for header in response.headers { headers.add(name: header.name, value: header.value) }
    if response.status != 204, !response.isStreamed {
      headers.add(name: "content-length", value: String(response.body.count))
    }
    headers.add(name: "date", value: loop.currentDate())
    if !isKeptAlive { headers.add(name: "connection", value: "close") }
    return HTTPResponseHead(
      // NIO's encoder makes chunks of a body without a length, unless the version has none.
      version: response.isStreamed && !(hasChunks && wantsBody) ? .http1_0 : .http1_1,
      status: HTTPResponseStatus(statusCode: response.status),
      headers: headers
    )
  }

  /// The socket has taken the answer.
  func answerTaken(_ count: Int, _ context: ChannelHandlerContext) {
    clock.answerTaken(at: .now())
    release(count)
    untaken -= 1
    guard isClosing, untaken == 0, waiting == nil, context.channel.isActive else { return }
    // A reset would destroy the answer on its way if the client still sends (RFC 9112 §9.6): our
    // side ends, and what comes is thrown away until the client's does, or for a while.
    context.close(mode: .output, promise: nil)
    let channel = context.channel
    context.eventLoop.scheduleTask(in: Self.linger) { channel.close(promise: nil) }
  }

  private static let linger = TimeAmount.seconds(1)
}

// MARK: - Pace

extension HTTP1Connection {
  /// A client that does not take our answers is not read either.
  func read(context: ChannelHandlerContext) {
    if context.channel.isWritable { context.read() } else { isReadHeldBack = true }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      writeWaiting(context)
      streamed?.room.open()
      if isReadHeldBack {
        isReadHeldBack = false
        context.read()
      }
    }
    context.fireChannelWritabilityChanged()
  }

  private func arm(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: clock.nextCheck(after: .now())) {
      let (handler, context) = bound.value
      handler.check(context)
    }
  }

  private func check(_ context: ChannelHandlerContext) {
    switch clock.verdict(at: .now()) {
    case .wait: arm(context)
    case .close: context.close(promise: nil)
    case .bodyTooSlow:
      guard let exchange else { return context.close(promise: nil) }
      let seconds = core.limits.bodySeconds
      answer(early ?? exchange.fail(.bodyTooSlow(seconds: seconds)), context)
      arm(context)
    }
  }
}

// MARK: - Ends

extension HTTP1Connection {
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent { inputClosed(context) }
    context.fireUserInboundEventTriggered(event)
  }

  /// The client has said everything, or is gone: both look the same.
  ///
  /// An answer that is soon there is sent; a longer call is not worth running for nobody.
  private func inputClosed(_ context: ChannelHandlerContext) {
    guard exchange != nil || waiting != nil || untaken > 0, !isReceiving else {
      return context.close(promise: nil)
    }
    isKeptAlive = false
    guard exchange != nil else {
      isClosing = true
      return
    }
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.linger) {
      let (handler, context) = bound.value
      if handler.exchange != nil { context.close(promise: nil) }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    finish()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    finish()
  }

  private func finish() {
    timer?.cancel()
    exchange?.abandon()
    exchange = nil
    streamed?.room.close()
    streamed = nil
    waiting = nil
    release(unsentBytes)
  }

  func release(_ count: Int) {
    let count = min(count, unsentBytes)
    unsentBytes -= count
    memory.release(count)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Behind the head of a stream there is no place for another answer.
    guard let error = error as? HTTPParserError, !isClosing, streamed == nil else {
      return context.close(promise: nil)
    }
    // What breaks the grammar may be the begin of a request that we never saw, or its body.
    let nobody = RequestHead(method: "", target: "", peer: peer)
    let exchange = self.exchange ?? Exchange(core: core, memory: memory, head: nobody)
    isReceiving = true
    isAnswered = false
    answer(early ?? exchange.fail(.broken(error, core.limits)), context)
  }
}

extension HTTPFailure {
  /// The bytes are not HTTP/1.1.
  fileprivate static func broken(_ error: HTTPParserError, _ limits: GatewayLimits) -> HTTPFailure {
    error == .headerOverflow
      ? .headersTooLarge(limit: limits.headerBytesMax) : .malformed("not HTTP/1.1: \(error)")
  }
}

@available(*, unavailable) extension HTTP1Connection: Sendable {}
