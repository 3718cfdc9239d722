import HTTP2
package import Identity
package import Logging
package import NIOCore
import NIOPosix
package import NIOSSL
package import Observability
import PageTokens
package import Protobuf
package import RPC
import RPCServices
package import ServiceKit
import SingleTable
import ServiceLifecycle
import Synchronization
import UnixSignals

/// One process of ours: its event loops, its table, its identity, and what it serves.
///
///     try await Host.with(configuration, registry: registry, name: "rating-handler") { host in
///       let address = try await host.start(wiring, on: address)
///       try await host.run(announcing: "ready rating-handler=\(address)")
///     }
package final class Host: Sendable {
  package let configuration: Configuration
  package let group: any EventLoopGroup
  package let authenticator: Authenticator
  package let logger: Logger
  let health = HealthService()

  private let registry: SchemaRegistry
  private let metrics: CallMetrics
  private let tableMetrics = TableMetrics()
  /// Requests of a gateway in this process.
  package let requests: CallMetrics
  private let policy: AccessPolicy
  private let trust: Trust
  private let pageTokens: PageTokenSealer
  private let running = Mutex(Running())

  /// What has been started, in order.
  private struct Running {
    var table: OpenTable?
    /// Where services of this process listen, which stands before the configuration.
    var targets: [String: Target] = [:]
    var drains: [@Sendable (Duration) async -> Void] = []
    var background: [@Sendable () async -> Void] = []
    /// What services tell of themselves.
    var metrics: [@Sendable () -> String] = []
    var channels: [ClientChannel] = []
    var closes: [@Sendable () async throws -> Void] = []
  }

  /// Makes a host for `body`, and lets go of what it has started, whatever comes of it.
  ///
  /// The options of the contracts in `registry` say who may call what; `name` is what log lines
  /// name as their service.
  package static func with(
    _ configuration: Configuration,
    registry: SchemaRegistry,
    name: String,
    _ body: (Host) async throws -> Void
  ) async throws {
    let host = try await Host(configuration, registry: registry, name: name)
    do {
      try await body(host)
      await host.release()
    } catch {
      // Something may have been called already.
      await host.drain()
      await host.release()
      throw error
    }
  }

  private init(
    _ configuration: Configuration,
    registry: SchemaRegistry,
    name: String
  ) async throws {
    self.configuration = configuration
    self.registry = registry
    logger = configuration.makeLogger(service: name)
    if let warning = Library.warning { logger.critical("\(warning)") }
    group = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
    policy = AccessPolicy(registry)
    metrics = CallMetrics(
      paths: registry.services.flatMap(\.methods).map(\.path)
        + (Grpc_Health_V1_HealthMethods.all + ReflectionService.methods).map(\.path)
    )
    requests = CallMetrics(
      .http,
      methods: registry.services.flatMap(\.methods).compactMap(\.httpRule).flatMap { rule in
        ([rule] + rule.additionalBindings).map { "\($0.method ?? "") \($0.path)" }
      }
    )
    pageTokens = PageTokenSealer(secret: try configuration.pageTokenSecret())
    trust = try await Trust(configuration, group: group, logger: logger)
    authenticator = Authenticator(verifier: trust.verifier, policy: policy)
  }

  /// Makes the service and serves it; answers where.
  package func start(_ wiring: ServiceWiring, on address: Address) async throws -> Address {
    let serviceLogger = configuration.makeLogger(service: wiring.name)
    let needs = ServiceNeeds(
      table: TableSlice(try table(), prefixes: wiring.slice),
      channels: Dictionary(
        uniqueKeysWithValues: try wiring.peers.map { peer in
          (peer, channel(to: try target(of: peer), from: wiring.name))
        }
      ),
      pageTokens: pageTokens,
      clock: .wall,
      ids: UUIDv7Generator(),
      logger: serviceLogger,
      settings: configuration.settings,
      paidModel: wiring.usesModel ? makePaidModel() : nil,
      alerts: wiring.raisesAlerts ? makeAlerts() : nil
    )
    let parts = try await wiring.make(needs)
    let services = withReflection([parts.definition, health.definition])
    var limits = ServerLimits()
    limits.time.ageSecondsMax = configuration.connectionAgeSecondsMax
    let server = RPCServer(
      services: services,
      observer: CallObserver(
        logger: serviceLogger,
        metrics: metrics,
        methods: services.flatMap(\.methods).map(\.descriptor)
      ),
      interceptors: [IdentityInterceptor(authenticator: authenticator)],
      limits: limits,
      group: group
    )
    let port = try await server.start(host: address.host, port: address.port)
    health.set(wiring.contracts, isServing: true)
    running.withLock { running in
      running.targets[wiring.name] = Target(host: address.host, port: port)
      running.drains.append { await server.drain(within: $0) }
      if let background = parts.background { running.background.append(background) }
      if let metrics = parts.metrics { running.metrics.append(metrics) }
    }
    return Address(host: address.host, port: port)
  }

  private func withReflection(_ services: [ServiceDefinition]) -> [ServiceDefinition] {
    guard configuration.isReflecting else { return services }
    let names = services.map(\.name)
    return services + ReflectionService(serving: names, declaredIn: registry).definitions
  }

  /// What else is to be drained at a stop, before everything that was started earlier.
  package func drainAtStop(_ drain: @escaping @Sendable (Duration) async -> Void) {
    running.withLock { $0.drains.append(drain) }
  }

  /// Has `use` shake hands with what the files hold whenever that changes.
  package func renew(
    _ files: TLSFiles,
    _ use: @escaping @Sendable (TLSConfiguration) throws -> Void
  ) {
    let begun = TLSRenewal(files, use)
    let logger = self.logger
    running.withLock { running in
      running.background.append {
        var renewal = begun
        await renewal.run(logger)
      }
    }
  }

  /// What else is to be let go of, once nothing runs any more.
  func closeAtEnd(_ close: @escaping @Sendable () async throws -> Void) {
    running.withLock { $0.closes.append(close) }
  }

  /// A channel in the name of `caller`, closed with the host.
  ///
  /// Without one it shows what it is given with each call and nothing of its own, as a gateway must.
  package func channel(to target: Target, from caller: String? = nil) -> ClientChannel {
    var interceptors: [any ClientInterceptor] = [CallPropagation()]
    if let caller {
      let tokens = trust.serviceTokens(of: caller)
      interceptors.append(OutgoingIdentity(policy: policy, source: tokens))
    }
    let channel = ClientChannel(target: target, group: group, interceptors: interceptors)
    running.withLock { $0.channels.append(channel) }
    return channel
  }

  /// Where a service is reached: in this process, or where the configuration says.
  package func target(of service: String) throws -> Target {
    if let here = running.withLock({ $0.targets[service] }) { return here }
    guard let target = configuration.peers[service] else {
      throw ConfigurationError(
        variable: "SMART_COOKING_" + Variables.name(of: service),
        rule: "must be host:port"
      )
    }
    return target
  }

  /// The table, opened by the first who needs it: a gateway needs none.
  private func table() throws -> any Table {
    try running.withLock { running in
      if let open = running.table { return open.table }
      let open = try configuration.openTable(
        group: group,
        metrics: tableMetrics,
        logger: logger
      )
      running.table = open
      return open.table
    }
  }
}

// MARK: - Running and stopping

extension Host {
  /// A stop ends within this, whatever still runs; who asked may kill after 5 s.
  private static let drainLimit: Duration = .seconds(4)

  /// Says that everything answers, and returns when a signal has asked for the end and it came.
  ///
  /// SIGTERM and SIGINT stop gracefully: health fails first, running calls finish, new ones are
  /// told to go elsewhere.
  package func run(announcing line: String) async throws {
    try await startAdmin()
    let lifecycle = ServiceGroup(
      configuration: .init(
        services: [
          .init(
            service: HostRun(host: self, line: line),
            successTerminationBehavior: .gracefullyShutdownGroup
          )
        ],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger
      )
    )
    try await lifecycle.run()
  }

  fileprivate func serve(announcing line: String) async {
    let background = running.withLock { $0.background }
    await withTaskGroup { group in
      for work in background { group.addTask { await work() } }
      group.addTask { await self.trust.run(self.logger) }
      StandardOutput.write(line + "\n")
      await untilStopped()
      await drain()
      group.cancelAll()
    }
  }

  /// Newest first: the gateway stops taking requests before the services behind it do.
  private func drain() async {
    let drains = running.withLock { running in
      defer { running.drains = [] }
      return running.drains
    }
    guard !drains.isEmpty else { return }
    logger.info("stopping")
    health.setAll(isServing: false)
    let end = ContinuousClock.now.advanced(by: Self.drainLimit)
    for drain in drains.reversed() {
      await drain(max(.zero, ContinuousClock.now.duration(to: end)))
    }
  }

  private func release() async {
    let (channels, closes, table) = running.withLock { ($0.channels, $0.closes, $0.table) }
    for channel in channels { await channel.close() }
    for close in closes + [trust.close] {
      do { try await close() } catch { logger.error("connections did not close", error: error) }
    }
    await table?.close()
    do {
      try await group.shutdownGracefully()
    } catch {
      logger.error("the event loops did not stop", error: error)
    }
  }

  private func startAdmin() async throws {
    guard let address = configuration.adminListen else { return }
    let server = AdminServer(
      isServing: { self.health.isServing },
      metrics: {
        let own = self.running.withLock { $0.metrics }.map { $0() }
        return self.metrics.prometheusText + self.requests.prometheusText
          + self.tableMetrics.prometheusText + own.joined()
      }
    )
    let listener = try await server.start(on: address, group: group)
    logger.info("admin endpoint", metadata: ["address": "\(address)"])
    // First to be started of what is drained, so last: it tells of the others until their end.
    running.withLock { running in
      running.drains.insert({ _ in await listener.close() }, at: 0)
    }
  }
}

/// The host as the lifecycle sees it.
private struct HostRun: Service {
  let host: Host
  let line: String

  func run() async throws {
    await host.serve(announcing: line)
  }
}

/// Returns when a graceful stop has been asked for, or the task is cancelled.
private func untilStopped() async {
  // Cancellation is a stop like any other.
  try? await gracefulShutdown()
}
