import HTTP2
import NIOCore

/// One client's connection: turns its requests into calls.
final class ServerConnection {
  private let loop: ServerLoop
  private let peer: String
  let driver: ConnectionHandler
  private let session: Session
  private var clock: ConnectionClock

  init(loop: ServerLoop, peer: String, ownsSocket: Bool) {
    self.loop = loop
    self.peer = peer
    let now = NIODeadline.now().uptimeNanoseconds
    clock = ConnectionClock(loop.limits.time, at: now, random: .random(in: 0..<1))
    session = Session(
      role: .server,
      names: WireFields.names,
      limits: loop.limits.session,
      held: loop.held,
      memory: loop.memory,
      at: now
    )
    driver = ConnectionHandler(session: session, turn: loop.loopTurn, ownsSocket: ownsSocket)
    session.delegate = self
    driver.observer = self
    loop.connections[ObjectIdentifier(self)] = self
    loop.watch()
    if loop.isDraining { shutDown() }
  }

  /// Ends a connection whose time is over.
  func check(at now: UInt64) {
    let sight = ConnectionClock.Sight(
      hasPeerSettings: session.hasPeerSettings,
      hasAcknowledgedSettings: session.hasAcknowledgedSettings,
      openStreams: session.openStreams,
      lastReceivedAt: session.lastReceivedAt
    )
    switch clock.verdict(at: now, sight) {
    case .wait: break
    case .ping: session.ping()
    case .shutDown: session.shutDown()
    case .close: driver.close()
    case .settingsTimeout: session.terminate(.settingsTimeout)
    }
  }

  /// What this connection makes us keep.
  var heldBytes: Int { session.heldBytes }

  /// It leaves room for another call.
  private var hasMemory: Bool { heldBytes < loop.limits.heldBytesPerConnectionMax }

  func shutDown() { session.shutDown() }

  func close() { driver.close() }

  /// As `close`, and what it holds is free at once, however long the goodbye of TLS takes.
  func abort() {
    session.close(.closedLocally)
    driver.close()
  }
}

extension ServerConnection: SessionDelegate {
  func accept(_ stream: Stream, head: HeaderFields) {
    do throws(RequestHead.Rejection) {
      let request = try RequestHead(head)
      guard let method = unsafe loop.router.method(at: head.bytes(request.path)) else {
        throw RequestHead.Rejection.status(
          .unimplemented("no method \(head.string(request.path.prefix(256))) here")
        )
      }
      guard loop.hasRoom else { throw RequestHead.Rejection.status(.overloaded) }
      guard hasMemory else { throw RequestHead.Rejection.status(.outOfMemory) }
      begin(stream, method, request)
    } catch {
      reject(stream, error)
    }
  }

  private func begin(
    _ stream: Stream,
    _ method: RoutedMethod,
    _ request: borrowing RequestHead
  ) {
    let now = Deadline(uptimeNanoseconds: session.now)
    let deadline = request.timeout.map { now.advanced(by: $0) }
    let context = ServerContext(
      method: method.descriptor,
      metadata: request.metadata,
      deadline: deadline,
      startedAt: now,
      peer: peer
    )
    let call = ServerCall(
      context: consume context,
      method: method,
      request: request,
      stream: stream,
      loop: loop
    )
    stream.handler = call
    if let deadline { loop.deadlines.insert(call, deadline) }
    call.begin()
  }

  private func reject(_ stream: Stream, _ rejection: RequestHead.Rejection) {
    stream.handler = RejectedCall.shared(stream)
    switch rejection {
    case .http(let head): stream.respond(only: head)
    case .status(let error): stream.respond(only: WireFields.responseHead, error.trailers())
    }
  }

  func received() {
    loop.runReady()
    loop.bound()
  }

  func outputPending() {
    driver.outputPending()
  }
}

extension ServerConnection: ConnectionObserver {
  func connectionClosed(_ reason: ConnectionEnd) {
    loop.connections[ObjectIdentifier(self)] = nil
    if loop.isDraining { loop.noteProgress() }
  }
}

/// Throws away what still arrives for a request that was turned away.
private final class RejectedCall: StreamHandler {
  private let stream: Stream

  private init(_ stream: Stream) {
    self.stream = stream
  }

  static func shared(_ stream: Stream) -> RejectedCall { RejectedCall(stream) }

  func receiveData(_ bytes: ByteBuffer) { stream.consume(bytes.readableBytes) }
  func receiveEnd(trailers: HeaderFields?) {}
  func streamClosed(_ reason: StreamClosure) {}
}

extension RPCError {
  /// No work has begun, so the caller may try again, after a while or elsewhere.
  static let overloaded: RPCError = {
    var error = RPCError.resourceExhausted(
      "the server runs as many calls as it may",
      details: [.retryInfo(delay: .milliseconds(100))]
    )
    error.metadata.append("grpc-retry-pushback-ms", "100")
    return error
  }()
}

extension RPCError {
  /// What is lost is a request that was not complete, or an answer: what its call did stands.
  static let outOfMemory = RPCError.resourceExhausted(
    "too many bytes of the connection wait: of unfinished requests, or of answers that are not read"
  )
}

@available(*, unavailable) extension ServerConnection: Sendable {}
