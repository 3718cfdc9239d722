import NIOCore
import NIOPosix
import RPC
import Testing

@testable import RPCServices

@Suite struct HealthServiceTests {
  private func check(_ health: HealthService, _ service: String) async throws
    -> Grpc_Health_V1_HealthCheckResponse.ServingStatus
  {
    var request = Grpc_Health_V1_HealthCheckRequest()
    request.service = service
    let context = ServerContext(
      method: MethodDescriptor(service: "grpc.health.v1.Health", name: "Check")
    )
    return try await health.check(request, context: context).status
  }

  @Test("a server serves as a whole while every service does")
  func whole() async throws {
    let health = HealthService()
    health.set(["a", "b"], isServing: true)
    #expect(try await check(health, "") == .serving)
    health.set(["b"], isServing: false)
    #expect(try await check(health, "") == .notServing)
    #expect(try await check(health, "a") == .serving)
    health.setAll(isServing: false)
    #expect(try await check(health, "a") == .notServing)
  }

  @Test("a server without services of its own serves until its stop")
  func nothingOfItsOwn() async throws {
    let health = HealthService()
    #expect(try await check(health, "") == .serving)
    health.setAll(isServing: false)
    #expect(try await check(health, "") == .notServing)
    #expect(!health.isServing)
  }

  @Test("a service that is not there is NOT_FOUND")
  func unknown() async throws {
    let error = try await #require(throws: RPCError.self) {
      _ = try await check(HealthService(), "nobody")
    }
    #expect(error.code == .notFound)
  }

  @Test("Check answers over a connection, and says NOT_SERVING once a drain begins")
  func overTheWire() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let health = HealthService()
    health.set(["a"], isServing: true)
    let server = RPCServer(services: [health.definition], group: group)
    server.onDrain { health.setAll(isServing: false) }
    let port = try await server.start(port: 0)
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
    let client = Grpc_Health_V1_HealthClient(channel: channel)
    var request = Grpc_Health_V1_HealthCheckRequest()
    request.service = "a"
    #expect(try await client.check(request).status == .serving)
    await channel.close()
    await server.drain(within: .seconds(1))
    #expect(!health.isServing)
    try await group.shutdownGracefully()
  }
}
