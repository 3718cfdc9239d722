import HTTP2
import NIOCore
import RPC

/// One client's HTTP/2 connection: each stream is a request.
///
/// Stands behind the driver of the session in the pipeline, for the events that end a connection.
final class HTTP2Connection: ChannelInboundHandler {
  typealias InboundIn = Never

  private let core: GatewayCore
  private let loop: LoopState
  private let memory: ConnectionMemory
  private let peer: String
  let driver: ConnectionHandler
  private var requests: [ObjectIdentifier: HTTP2Request] = [:]
  private let began: NIODeadline
  private var idleSince: NIODeadline
  private var timer: RepeatedTask?

  private static let tick = TimeAmount.seconds(1)

  init(
    core: GatewayCore,
    loop: LoopState,
    memory: ConnectionMemory,
    peer: String,
    ownsSocket: Bool
  ) {
    self.core = core
    self.loop = loop
    self.memory = memory
    self.peer = peer
    let now = NIODeadline.now()
    began = now
    idleSince = now
    var limits = SessionLimits()
    limits.streamsMax = core.limits.streamsPerConnectionMax
    limits.headerListBytesMax = core.limits.headerBytesMax
    let session = Session(
      role: .server,
      names: RequestHead.names,
      limits: limits,
      at: now.uptimeNanoseconds
    )
    driver = ConnectionHandler(session: session, ownsSocket: ownsSocket)
    session.delegate = self
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.tick, delay: Self.tick) { _ in
      let (handler, context) = bound.value
      handler.check(context)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent { driver.session.shutDown() }
    context.fireUserInboundEventTriggered(event)
  }

  /// Ends what is too slow, and a connection on which nothing happens.
  private func check(_ context: ChannelHandlerContext) {
    let now = NIODeadline.now()
    // RFC 9113 §6.5.3: our limits bind who has acknowledged them.
    if !driver.session.hasAcknowledgedSettings,
      began + .seconds(Int64(core.limits.headSeconds)) <= now
    {
      return driver.session.terminate(.settingsTimeout)
    }
    for request in requests.values where !request.check(at: now) { return driver.close() }
    guard requests.isEmpty else {
      idleSince = now
      return
    }
    if idleSince + .seconds(Int64(core.limits.idleSeconds)) <= now { driver.session.shutDown() }
    // A peer that does not answer the goodbye is not waited for.
    let patience = core.limits.idleSeconds + core.limits.headSeconds
    if idleSince + .seconds(Int64(patience)) <= now { driver.close() }
  }
}

extension HTTP2Connection: SessionDelegate {
  func accept(_ stream: Stream, head: HeaderFields) {
    let request = HTTP2Request(stream: stream, core: core, memory: memory, loop: loop)
    requests[ObjectIdentifier(request)] = request
    request.closed = { [unowned self] in requests[ObjectIdentifier($0)] = nil }
    stream.handler = request
    request.begin(head, peer: peer)
  }

  func outputPending() {
    driver.outputPending()
  }
}

@available(*, unavailable) extension HTTP2Connection: Sendable {}
