import NIOCore
import NIOPosix
import RPC
import Synchronization
import Testing

@testable import RPCServices

@Suite(.timeLimit(.minutes(1))) struct ClientHealthCheckTests {
  @Test("a client leaves a server that says NOT_SERVING, and comes back")
  func watching() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let echo = MethodDescriptor(service: "a", name: "Echo")
    let counts = Mutex([0, 0])
    var servers: [RPCServer] = []
    var endpoints: [Endpoint] = []
    var health: [HealthService] = []
    for index in 0..<2 {
      let own = HealthService()
      own.set(["a"], isServing: true)
      let method = MethodDefinition.unaryBytes(echo) { bytes, _ in
        counts.withLock { $0[index] += 1 }
        return bytes
      }
      let service = ServiceDefinition(name: "a", methods: [method])
      let server = RPCServer(services: [own.definition, service], group: group)
      endpoints.append(.ip("127.0.0.1", port: try await server.start(port: 0)))
      health.append(own)
      servers.append(server)
    }
    var options = ClientChannelOptions()
    options.balancing = .roundRobin
    options.serviceConfig.healthCheckService = "a"
    let channel = ClientChannel(
      target: Target(endpoints: endpoints),
      group: group,
      options: options
    )
    /// Calls until this many in a row went to the other server alone.
    func call(untilLeft index: Int) async throws {
      var inARow = 0
      while inARow < 20 {
        let before = counts.withLock { $0[index] }
        _ = try await channel.unary(echo, bytes: [])
        inARow = counts.withLock { $0[index] } == before ? inARow + 1 : 0
      }
    }
    func call(untilReached index: Int) async throws {
      let before = counts.withLock { $0[index] }
      while counts.withLock({ $0[index] }) == before {
        _ = try await channel.unary(echo, bytes: [])
      }
    }
    try await call(untilReached: 0)
    try await call(untilReached: 1)
    health[0].setAll(isServing: false)
    try await call(untilLeft: 0)
    health[0].setAll(isServing: true)
    try await call(untilReached: 0)
    await channel.close()
    for server in servers { await server.drain(within: .seconds(1)) }
    try await group.shutdownGracefully()
  }
}
