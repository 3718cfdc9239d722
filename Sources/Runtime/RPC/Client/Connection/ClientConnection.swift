import Glibc
import HTTP2
import NIOCore
import NIOPosix
import NIOSSL

/// One connection to an endpoint, from the first attempt to its end.
final class ClientConnection: PooledConnection {
  let subchannel: Subchannel
  private let loop: ClientLoop
  private var driver: ConnectionHandler
  private var isReady = false
  private var isEnded = false
  private var settingsTimer: Scheduled<Void>?
  private var keepalive: Keepalive?
  private var keepaliveTimer: Scheduled<Void>?

  private(set) var openCalls = 0
  private var streamsMax = 0
  /// Streams that are no calls: the watch over the server's health.
  var otherStreams = 0
  var callsMax: Int { streamsMax - otherStreams }
  private var readyAt = Deadline.never
  /// What a GOAWAY of the peer said.
  private var goAway: String?

  var session: Session { driver.session }

  init(_ subchannel: Subchannel, _ loop: ClientLoop) {
    self.subchannel = subchannel
    self.loop = loop
    let session = Session(
      role: .client,
      names: WireFields.names,
      limits: loop.options.session,
      memory: loop.memory,
      at: NIODeadline.now().uptimeNanoseconds
    )
    driver = ConnectionHandler(session: session, turn: loop.loopTurn, ownsSocket: loop.tls == nil)
    session.delegate = self
    driver.observer = self
  }

  func shutDown() { session.shutDown() }

  func close() {
    if isReady { driver.close() } else { fail(.closedLocally) }
  }

  private func fail(_ reason: ConnectionEnd) {
    guard !isReady, !isEnded else { return }
    // Told before the channel closes, which would be taken for the reason.
    session.close(reason)
    connectionClosed(reason)
    driver.close()
  }
}

// MARK: - Connecting

extension ClientConnection {
  func connect() {
    let timeout = TimeAmount.nanoseconds(loop.options.connectTimeout.nanosecondsClamped)
    let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
    settingsTimer = loop.eventLoop.scheduleTask(in: timeout) {
      bound.value.fail(
        .transport("no HTTP/2 settings within \(bound.value.loop.options.connectTimeout)")
      )
    }
    channel(timeout).whenFailure { bound.value.fail(.transport(Self.explain($0))) }
  }

  private static func explain(_ error: any Error) -> String {
    guard let error = error as? IOError else { return "\(error)" }
    return unsafe String(cString: strerror(error.errnoCode))
  }

  private func channel(_ timeout: TimeAmount) -> EventLoopFuture<any Channel> {
    let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
    let initialize: @Sendable (any Channel) -> EventLoopFuture<Void> = { channel in
      channel.eventLoop.makeCompletedFuture { try bound.value.addHandlers(channel) }
    }
    if let connect = loop.options.connect {
      return connect(subchannel.endpoint, loop.eventLoop, initialize)
    }
    let address: SocketAddress
    do {
      address = try subchannel.endpoint.socketAddress()
    } catch {
      return loop.eventLoop.makeFailedFuture(error)
    }
    return ClientBootstrap(group: loop.eventLoop)
      .connectTimeout(timeout)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(.maxMessagesPerRead, value: 1)
      .channelInitializer(initialize)
      .connect(to: address)
  }

  private func addHandlers(_ channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    if let context = try loop.tls?.current() {
      try pipeline.addHandler(
        NIOSSLClientHandler(
          context: context,
          serverHostname: loop.options.serverName ?? loop.target.serverName
        )
      )
    }
    try pipeline.addHandler(driver)
  }
}

// MARK: - Calls

extension ClientConnection {
  /// Opens a stream for a call; nil when this connection takes none.
  func request(
    _ head: CallHead,
    body: ByteChunk?,
    handler: any StreamHandler
  ) -> HTTP2.Stream? {
    guard let stream = open(head, body: body, handler: handler) else { return nil }
    openCalls += 1
    return stream
  }

  /// As `request`, for a stream that does not count as a call.
  func open(
    _ head: CallHead,
    body: ByteChunk?,
    handler: any StreamHandler
  ) -> HTTP2.Stream? {
    var fields = HeaderFields()
    fields.append(":method", "POST")
    fields.append(":scheme", loop.tls == nil ? "http" : "https")
    fields.append(":path", head.method.path)
    fields.append(":authority", loop.authority)
    fields.append("te", "trailers")
    fields.append("content-type", "application/grpc")
    if let deadline = head.deadline {
      fields.append(Timeout.header, Timeout.format(deadline.remaining()))
    }
    if head.compression != .identity { fields.append("grpc-encoding", head.compression.name) }
    fields.append("grpc-accept-encoding", Compression.Accepted.ours)
    if head.previousAttempts > 0 {
      fields.append(ServerContext.previousAttempts, "\(head.previousAttempts)")
    }
    fields.append(head.metadata)
    return session.request(.none, fields, body: body, handler: handler)
  }

  /// A call has no further use for its stream.
  func released() {
    openCalls -= 1
    loop.roomMade()
  }
}

// MARK: - Keepalive

extension ClientConnection {
  /// Sees whether the peer still lives, now and whenever that is due again.
  private func probe() {
    guard !isEnded else { return }
    let received = Deadline(uptimeNanoseconds: session.receivedAt)
    switch keepalive?.due(at: .now, received: received, hasCalls: openCalls > 0) {
    case .wakeUp(let moment): wakeUp(at: moment)
    case .ping(let moment):
      session.ping()
      wakeUp(at: moment)
    case .close:
      let reason = "no answer to a PING within \(loop.options.keepalive.timeout)"
      // Told before the channel closes, which would be taken for the reason.
      session.close(.transport(reason))
      connectionClosed(.transport(reason))
      driver.close()
    case nil: break
    }
  }

  private func wakeUp(at moment: Deadline) {
    let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
    keepaliveTimer = loop.eventLoop.scheduleTask(
      deadline: .uptimeNanoseconds(moment.uptimeNanoseconds)
    ) { bound.value.probe() }
  }
}

// MARK: - What the session says

extension ClientConnection: SessionDelegate {
  func receiveSettings() {
    guard !isEnded else { return }
    streamsMax = session.peerStreamsMax
    guard !isReady else { return loop.roomMade() }
    isReady = true
    readyAt = .now
    settingsTimer?.cancel()
    keepalive = Keepalive(loop.options.keepalive, factor: loop.keepaliveFactor)
    probe()
    subchannel.connected(self)
  }

  func receiveGoAway(_ code: ErrorCode, debug: String) {
    goAway = debug.isEmpty ? "GOAWAY \(code)" : "GOAWAY \(code): \(debug)"
    if code == .enhanceYourCalm, debug == "too_many_pings" { loop.pingLess() }
    subchannel.retire(self)
  }

  func received() { loop.wakeEnded { driver.sendPortion() } }

  func outputPending() { driver.outputPending() }
}

extension ClientConnection: ConnectionObserver {
  func connectionClosed(_ reason: ConnectionEnd) {
    guard !isEnded else { return }
    isEnded = true
    settingsTimer?.cancel()
    keepaliveTimer?.cancel()
    driver.observer = nil
    loop.closed(self)
    if isReady { subchannel.retire(self) } else { subchannel.failed("\(reason)") }
  }
}

/// The peer's address, how long it was connected, and its GOAWAY if it said one.
extension ClientConnection: CustomStringConvertible {
  var description: String {
    let seconds = Double(Deadline.now.remaining(at: readyAt).nanosecondsClamped / 1_000_000) / 1_000
    var text = "\(subchannel.endpoint) (connected for \(seconds) s"
    if let goAway { text += ", \(goAway)" }
    return text + ")"
  }
}

@available(*, unavailable) extension ClientConnection: Sendable {}
