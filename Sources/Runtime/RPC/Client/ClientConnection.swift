import HTTP2
import NIOCore
import NIOPosix
import NIOSSL

/// One connection to a target, from the first attempt to its end.
final class ClientConnection {
  private let loop: ClientLoop
  private var driver: ConnectionHandler
  private var isReady = false
  private var isEnded = false
  private var settingsTimer: Scheduled<Void>?

  var session: Session { driver.session }

  init(loop: ClientLoop) {
    self.loop = loop
    let session = Session(
      role: .client,
      names: WireFields.names,
      limits: loop.options.session,
      at: NIODeadline.now().uptimeNanoseconds
    )
    driver = ConnectionHandler(session: session, output: loop.output)
    session.delegate = self
    driver.observer = self
  }

  func connect() {
    let timeout = TimeAmount.nanoseconds(loop.options.connectTimeout.nanosecondsClamped)
    let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
    settingsTimer = loop.eventLoop.scheduleTask(in: timeout) {
      bound.value.fail(
        .transport("no HTTP/2 settings within \(bound.value.loop.options.connectTimeout)")
      )
    }
    channel(timeout).whenFailure { error in
      bound.value.fail(.transport(Self.explain(error)))
    }
  }

  private func channel(_ timeout: TimeAmount) -> EventLoopFuture<any Channel> {
    let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
    let bootstrap = ClientBootstrap(group: loop.eventLoop)
      .connectTimeout(timeout)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(.maxMessagesPerRead, value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try bound.value.addHandlers(channel) }
      }
    switch loop.target.address {
    case .host(let host, let port): return bootstrap.connect(host: host, port: port)
    case .unix(let path): return bootstrap.connect(unixDomainSocketPath: path)
    }
  }

  private func addHandlers(_ channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    if let tls = loop.options.tls {
      // Nobody waits for an answer any more.
      let context = try NIOSSLContext(configuration: tls.speakingHTTP2(closeTimeout: .zero))
      try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: serverName))
    }
    try pipeline.addHandler(driver)
  }

  /// The name a certificate must carry; an address is not sent as one (RFC 6066 §3).
  private var serverName: String? {
    if let name = loop.options.serverName { return name }
    guard case .host(let host, _) = loop.target.address else { return nil }
    let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
    return isAddress ? nil : host
  }

  private static func explain(_ error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      if let dns = error.dnsAError ?? error.dnsAAAAError {
        return "resolving \(error.host): \(dns)"
      }
      return error.connectionErrors.map { "\($0.target.peerName): \($0.error)" }
        .joined(separator: "; ")
    default: return "\(error)"
    }
  }

  /// Opens a stream for a call; nil when this connection takes none.
  func request(
    _ head: CallHead,
    body: ByteChunk?,
    handler: any StreamHandler
  ) -> HTTP2.Stream? {
    var fields = HeaderFields()
    fields.append(":method", "POST")
    fields.append(":scheme", loop.options.tls == nil ? "http" : "https")
    fields.append(":path", head.method.path)
    fields.append(":authority", loop.options.serverName ?? loop.target.authority)
    fields.append("te", "trailers")
    fields.append("content-type", "application/grpc")
    if let deadline = head.deadline {
      fields.append(Timeout.header, Timeout.format(deadline.remaining()))
    }
    fields.append(head.metadata)
    return session.request(.none, fields, body: body, handler: handler)
  }

  /// A call has no further use for its stream.
  func released() {}

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

extension ClientConnection: SessionDelegate {
  func receiveSettings() {
    guard !isReady, !isEnded else { return }
    isReady = true
    settingsTimer?.cancel()
    loop.connected(self)
  }

  func receiveGoAway(_ code: ErrorCode, debug: String) {
    loop.retired(self)
  }

  func outputPending() { driver.outputPending() }
}

extension ClientConnection: ConnectionObserver {
  func connectionClosed(_ reason: ConnectionEnd) {
    guard !isEnded else { return }
    isEnded = true
    settingsTimer?.cancel()
    loop.closed(self, reason, wasReady: isReady)
  }
}

extension ClientConnection: CustomStringConvertible {
  var description: String { loop.target.description }
}

@available(*, unavailable) extension ClientConnection: Sendable {}
