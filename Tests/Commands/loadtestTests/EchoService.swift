import Echo
import NIOCore
import NIOPosix
import RPC

@testable import loadtest

/// A server of the echo contract in this process, and a sender to it over loopback.
struct EchoService {
  let sender: RPCSender
  let route: Route

  typealias Handler = @Sendable (EchoRequest, ServerContext) async throws -> EchoResponse

  /// Runs `body` against a server that answers with `handler`, then ends everything.
  static func serving<Value>(
    template: String = #"{"text":"{{user}} {{counter}}"}"#,
    _ handler: @escaping Handler,
    _ body: (EchoService) async throws -> Value
  ) async throws -> Value {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let definition = ServiceDefinition(
      name: EchoMethods.service,
      methods: [.unary(EchoMethods.get, handler)]
    )
    let server = RPCServer(services: [definition], group: group)
    let port = try await server.start(port: 0)
    let sender = RPCSender(
      target: Target(host: "127.0.0.1", port: port),
      connections: 2,
      timeout: .seconds(10),
      group: group
    )
    let service = EchoService(
      sender: sender,
      route: try Route(rpc: "echo.Echo/Get", template: template, registry: EchoSchema.registry)
    )
    let result: Result<Value, any Error>
    do {
      try await sender.connect()
      result = .success(try await body(service))
    } catch {
      result = .failure(error)
    }
    await sender.close()
    await server.drain(within: .seconds(1))
    try await group.shutdownGracefully()
    return try result.get()
  }

  func run(
    _ schedule: Schedule,
    callers: [Caller] = [.anonymous],
    concurrency: Int
  ) -> LoadRun {
    LoadRun(
      parts: [LoadRun.Part(route: route, weight: 1)],
      callers: callers,
      schedule: schedule,
      concurrency: concurrency,
      sender: sender
    )
  }
}
