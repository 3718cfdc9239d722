package import Identity
package import NIOCore
import NIOHTTP1
package import NIOSSL
package import Protobuf
package import RPC
import Synchronization

/// REST for every RPC that has an http rule, over HTTP/1.1 and HTTP/2 on one port.
///
/// Knows no service: routes, JSON and documents come from the descriptors alone.
///
///     listener -> detector -> HTTP/1.1 | HTTP/2 -> exchange -> core -> channel of the service
package final class Gateway: Sendable {
  let core: GatewayCore
  private let group: any EventLoopGroup
  private let tls: TLSContexts?
  private let connections = ConnectionTable()
  let loops: LoopStates
  private let listener = Mutex<Listener?>(nil)

  /// Reads every http rule of the contracts.
  ///
  /// Each service with routes needs its channel, by full name; channels of the same group keep a call
  /// on the loop of its request. `observe` is told of every request that has been answered, on the
  /// loop that answered it. Throws when a rule is broken, claimed twice, or leads nowhere.
  package init(
    registry: SchemaRegistry,
    upstreams: [String: ClientChannel],
    authenticator: Authenticator,
    limits: GatewayLimits = GatewayLimits(),
    cors: CORS? = nil,
    tls: TLSConfiguration? = nil,
    group: any EventLoopGroup,
    observe: @escaping @Sendable (GatewayRecord) -> Void = { _ in }
  ) throws {
    core = GatewayCore(
      table: try RouteTable(registry: registry, upstreams: upstreams),
      transcoder: Transcoder(registry),
      authenticator: authenticator,
      limits: limits,
      cors: cors,
      load: Load(),
      observe: observe
    )
    self.group = group
    loops = LoopStates(group, limits: limits)
    self.tls = tls.map { configuration in
      TLSContexts(configuration) { configuration in
        var configuration = configuration
        configuration.applicationProtocols = ["h2", "http/1.1"]
        if configuration.minimumTLSVersion != .tlsv13 { configuration.minimumTLSVersion = .tlsv12 }
        return configuration
      }
    }
    // What is wrong with it is said before anybody connects.
    _ = try self.tls?.current()
  }

  /// Shakes hands with this from the next connection on; open ones keep what they began with.
  ///
  /// Throws when it is no configuration to begin with, and goes on with the old one.
  package func use(_ tls: TLSConfiguration) throws {
    guard let contexts = self.tls else { preconditionFailure("a gateway in cleartext has no TLS") }
    try contexts.replace(tls)
  }

  /// Begins to listen and answers the port; port 0 picks a free one.
  @discardableResult
  package func start(host: String = "127.0.0.1", port: Int) async throws -> Int {
    let pipeline = ConnectionPipeline(
      core: core,
      tls: tls,
      connections: connections,
      loops: loops
    )
    let listener = try await Listener.bind(
      host: host,
      port: port,
      group: group,
      limits: .init(
        connectionsMax: core.limits.connectionsMax,
        perAddressMax: core.limits.connectionsPerAddressMax
      ),
      install: pipeline.install
    )
    self.listener.withLock { $0 = listener }
    return listener.port
  }

  /// Takes no new work, lets running requests finish, and closes what has not within the time.
  package func drain(within limit: Duration) async {
    let listener = self.listener.withLock { listener in
      defer { listener = nil }
      return listener
    }
    await listener?.close()
    let loop = group.next()
    let connections = self.connections
    let hardStop = loop.scheduleTask(in: TimeAmount(limit)) { connections.closeAll() }
    // The future never fails: each connection ends one way or another.
    try? await connections.drain(on: loop).get()
    hardStop.cancel()
  }
}
