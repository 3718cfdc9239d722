package import NIOCore
package import NIOSSL
import Synchronization

/// Serves RPCs on one address.
///
///     let server = RPCServer(services: [handler.definition], group: group)
///     let port = try await server.start(port: 0)
///     ...
///     await server.drain(within: .seconds(4))
package final class RPCServer: Sendable {
  private let group: any EventLoopGroup
  private let tls: TLSContexts?
  private let limits: ServerLimits
  private let loops: [ServerLoopBox]
  private let state = Mutex(State())

  private struct State {
    var listener: Listener?
    var drainHooks: [@Sendable () async -> Void] = []
  }

  package init(
    services: [ServiceDefinition],
    observer: (any ServerObserver)? = nil,
    interceptors: [any ServerInterceptor] = [],
    limits: ServerLimits = ServerLimits(),
    group: any EventLoopGroup,
    tls: TLSConfiguration? = nil
  ) {
    MessageMemory.keep()
    self.group = group
    self.tls = tls.map { configuration in
      // A socket closed at once could take the last answers with it.
      TLSContexts(configuration) { $0.speakingHTTP2(closeTimeout: .milliseconds(500)) }
    }
    self.limits = limits
    let router = Router(services)
    let eventLoops = Array(group.makeIterator())
    func part(_ all: Int) -> Int { max(1, all / max(1, eventLoops.count)) }
    loops = eventLoops.map { eventLoop in
      ServerLoopBox.makeBoxSendingValue(
        ServerLoop(
          loop: eventLoop,
          router: router,
          observer: observer,
          interceptors: interceptors,
          limits: limits,
          runningMax: part(limits.runningHandlersMax),
          // What one connection may hold must not be too much for the only one of a loop.
          heldBytesMax: max(
            part(limits.heldBytesMax),
            limits.heldBytesPerConnectionMax + limits.messageBytesMax
          )
        ),
        eventLoop: eventLoop
      )
    }
  }

  /// Begins to listen; port 0 picks a free one.
  ///
  /// - Returns: the port.
  @discardableResult
  package func start(host: String = "127.0.0.1", port: Int) async throws -> Int {
    let listener = try await Listener.bind(
      host: host,
      port: port,
      group: group,
      limits: .init(
        connectionsMax: limits.connectionsMax,
        perAddressMax: limits.connectionsPerAddressMax
      ),
      install: try installer()
    )
    state.withLock { $0.listener = listener }
    return listener.port
  }

  /// Shakes hands with this from the next connection on; open ones keep what they began with.
  ///
  /// Throws when it is no configuration to begin with, and goes on with the old one.
  package func use(_ tls: TLSConfiguration) throws {
    guard let contexts = self.tls else { preconditionFailure("a server in cleartext has no TLS") }
    try contexts.replace(tls)
  }

  /// Run first when the server drains: the health service stops promising.
  package func onDrain(_ hook: @escaping @Sendable () async -> Void) {
    state.withLock { $0.drainHooks.append(hook) }
  }
}

typealias ServerLoopBox = NIOLoopBoundBox<ServerLoop>

// MARK: - Connections

extension RPCServer {
  /// What builds the handlers of a connection, however its channel came to be.
  package func installer() throws -> @Sendable (any Channel) throws -> Void {
    // What is wrong with it is said before anybody connects.
    _ = try tls?.current()
    let tls = self.tls
    let loops = Dictionary(uniqueKeysWithValues: loops.map { (ObjectIdentifier($0.eventLoop), $0) })
    return { channel in
      guard let loop = loops[ObjectIdentifier(channel.eventLoop)] else {
        preconditionFailure("a listener hands connections to the loops of its group")
      }
      if let context = try tls?.current() {
        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
      }
      let connection = ServerConnection(
        loop: loop.value,
        peer: channel.remoteAddress?.peerName ?? "unknown",
        ownsSocket: tls == nil
      )
      try channel.pipeline.syncOperations.addHandler(connection.driver)
    }
  }
}

// MARK: - The end

extension RPCServer {
  /// Takes no new work, lets running calls finish, and ends those that have not within the time.
  ///
  /// Health fails first; every connection is told by GOAWAY, so that clients go elsewhere without
  /// losing a call, and closes with its last answer.
  package func drain(within limit: Duration) async {
    let (listener, hooks) = state.withLock { state in
      defer { state = State() }
      return (state.listener, state.drainHooks)
    }
    for hook in hooks { await hook() }
    await listener?.close()
    await withTaskGroup { group in
      for loop in loops { group.addTask { await Self.drain(loop, within: limit) } }
    }
  }

  private static func drain(_ loop: ServerLoopBox, within limit: Duration) async {
    let done = loop.eventLoop.makePromise(of: Void.self)
    loop.eventLoop.execute { loop.value.drain(done) }
    let hardStop = loop.eventLoop.scheduleTask(in: .nanoseconds(limit.nanosecondsClamped)) {
      loop.value.closeAll()
      done.succeed(())
    }
    // The promise is only ever kept.
    try? await done.futureResult.get()
    hardStop.cancel()
  }
}

extension SocketAddress {
  /// `127.0.0.1:40312`, or the path of a socket in the file system.
  var peerName: String {
    guard let address = ipAddress, let port else { return pathname ?? "unknown" }
    return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}
