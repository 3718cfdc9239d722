import HTTP2
import NIOCore
import NIOPosix
import Synchronization

@testable import RPC

/// A server that says frame by frame what a test tells it to.
final class ScriptedServer: Sendable {
  let port: Int
  private let listener: any Channel
  private let connections: NIOLockedConnections

  /// `serve` is called on the connection's loop for each call that arrives.
  init(
    group: any EventLoopGroup,
    port: Int = 0,
    limits: SessionLimits = SessionLimits(),
    serve: @escaping @Sendable (ScriptedCall) -> Void
  ) async throws {
    let connections = NIOLockedConnections()
    listener = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let connection = ScriptedConnection(channel.eventLoop, limits: limits, serve: serve)
          try channel.pipeline.syncOperations.addHandler(connection.driver)
          connection.channel = channel
          connections.add(channel, connection)
        }
      }
      .bind(host: "127.0.0.1", port: port).get()
    self.port = listener.localAddress?.port ?? 0
    self.connections = connections
  }

  var target: Target { Target(host: "127.0.0.1", port: port) }
  var accepted: Int { connections.accepted }
  /// Connections that are open now.
  var open: Int { connections.open }

  /// Runs `body` for every open connection, on its loop.
  func onConnections(_ body: @escaping @Sendable (ScriptedConnection) -> Void) {
    connections.forEach(body)
  }

  /// Ends the connections and listens no more.
  func stop() async throws {
    try await listener.close()
    onConnections { $0.driver.close() }
  }
}

/// The connections of a scripted server, each with its loop.
final class NIOLockedConnections: Sendable {
  private let all = Mutex<[NIOLoopBoundBox<ScriptedConnection>]>([])
  private let closed = Atomic(0)

  var accepted: Int { all.withLock { $0.count } }

  var open: Int { accepted - closed.load(ordering: .relaxed) }

  func add(_ channel: any Channel, _ connection: ScriptedConnection) {
    let box = NIOLoopBoundBox(connection, eventLoop: channel.eventLoop)
    all.withLock { $0.append(box) }
    channel.closeFuture.whenComplete { _ in self.closed.add(1, ordering: .relaxed) }
  }

  func forEach(_ body: @escaping @Sendable (ScriptedConnection) -> Void) {
    for box in all.withLock({ $0 }) { box.eventLoop.execute { body(box.value) } }
  }
}

final class ScriptedConnection: SessionDelegate {
  let eventLoop: any EventLoop
  let session: Session
  let driver: ConnectionHandler
  var channel: (any Channel)?
  private let serve: @Sendable (ScriptedCall) -> Void

  init(
    _ eventLoop: any EventLoop,
    limits: SessionLimits,
    serve: @escaping @Sendable (ScriptedCall) -> Void
  ) {
    self.eventLoop = eventLoop
    session = Session(role: .server, names: WireFields.names, limits: limits, at: 0)
    driver = ConnectionHandler(session: session)
    self.serve = serve
    session.delegate = self
  }

  func accept(_ stream: HTTP2.Stream, head: HeaderFields) {
    let call = ScriptedCall(stream: stream, head: head, connection: self)
    stream.handler = call
    serve(call)
  }

  func outputPending() { driver.outputPending() }

  /// Reads nothing more.
  func deafen() {
    // Kept for the life of the channel, which has no use for the outcome.
    _ = channel?.setOption(.autoRead, value: false)
  }

  /// Closes the socket, once the session has returned from what it is at.
  func close() {
    let driver = NIOLoopBound(driver, eventLoop: eventLoop)
    eventLoop.execute { driver.value.close() }
  }
}

/// A call at the server's side.
final class ScriptedCall: StreamHandler {
  let stream: HTTP2.Stream
  let head: HeaderFields
  let connection: ScriptedConnection
  /// Bytes of the body are given back to the window as they come.
  var reads = true
  var onMessage: ([UInt8]) -> Void = { _ in }
  var onEnd: () -> Void = {}
  var onClosed: (StreamClosure) -> Void = { _ in }
  var onDrained: () -> Void = {}
  /// Lives as long as the call.
  var keeper: AnyObject?
  private var deframer = MessageDeframer(messageBytesMax: 64 << 20)

  init(stream: HTTP2.Stream, head: HeaderFields, connection: ScriptedConnection) {
    self.stream = stream
    self.head = head
    self.connection = connection
  }

  var method: String {
    String((head[":path"] ?? "").split(separator: "/").last ?? "")
  }

  /// How the messages of the request may be compressed.
  func takes(_ compression: Compression) { deframer.compression = compression }

  /// Whether the message that `onMessage` was given last came compressed.
  var wasCompressed: Bool { deframer.wasCompressed }

  func begin(_ metadata: Metadata = Metadata()) {
    var fields = HeaderFields()
    fields.append(metadata)
    stream.respond(WireFields.responseHead, fields)
  }

  func send(_ bytes: [UInt8]) {
    let message = OutgoingMessage(count: bytes.count)
    unsafe message.payload.copyBytes(from: bytes)
    stream.write(message.chunk)
  }

  func end(_ trailers: Metadata = Metadata()) {
    var fields = HeaderFields()
    fields.append(trailers)
    stream.finish(trailers: WireFields.success, fields)
  }

  func end(_ error: RPCError) {
    stream.finish(trailers: .none, error.trailers())
  }

  /// Trailers-Only.
  func refuse(_ error: RPCError) {
    stream.respond(only: WireFields.responseHead, error.trailers())
  }

  func receiveData(_ bytes: ByteBuffer) {
    if reads { stream.consume(bytes.readableBytes) }
    deframer.append(bytes)
    while let message = try? deframer.next() { onMessage(Array(message.readableBytesView)) }
  }

  func receiveEnd(trailers: HeaderFields?) { onEnd() }

  func streamClosed(_ reason: StreamClosure) {
    onClosed(reason)
    keeper = nil
  }

  func bodyDrained() {
    // Not from within the session, which asks for bytes just now.
    let box = NIOLoopBound(self, eventLoop: connection.eventLoop)
    connection.eventLoop.execute { box.value.onDrained() }
  }
}
