import Echo
import NIOCore
import NIOPosix
import NIOSSL
import RPC
import RPCServices
import Synchronization
import TestPrograms

/// Servers of `ObedientEcho` in this process, which end with the scope that asked for them.
struct EchoHost: Sendable {
  let target: String

  /// Starts a server for each name, runs `body` with them in this order, and ends them.
  static func run(
    _ names: [String],
    tls: TLSConfiguration? = nil,
    _ body: ([EchoHost]) async throws -> Void
  ) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    do {
      try await serve(names[...], group, tls, [], body)
    } catch {
      try await group.shutdownGracefully()
      throw error
    }
    try await group.shutdownGracefully()
  }

  private static func serve(
    _ names: ArraySlice<String>,
    _ group: MultiThreadedEventLoopGroup,
    _ tls: TLSConfiguration?,
    _ hosts: [EchoHost],
    _ body: ([EchoHost]) async throws -> Void
  ) async throws {
    guard let name = names.first else { return try await body(hosts) }
    let (drains, drain) = AsyncStream.makeStream(of: Void.self)
    let health = HealthService()
    let server = RPCServer(
      services: [
        ObedientEcho(name: name) { drain.finish() }.definition, health.definition,
      ],
      group: group,
      tls: tls
    )
    health.set(["echo.Echo"], isServing: true)
    let port = try await server.start(port: 0)
    async let drained: Void = {
      for await _ in drains {}
      await server.drain(within: .seconds(5))
    }()
    do {
      let host = EchoHost(target: "127.0.0.1:\(port)")
      try await serve(names.dropFirst(), group, tls, hosts + [host], body)
    } catch {
      drain.finish()
      await drained
      throw error
    }
    drain.finish()
    await drained
  }
}

/// A port that nothing listens on, for programs that cannot pick one themselves.
func freePort() async throws -> Int {
  let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
    .bind(host: "127.0.0.1", port: 0).get()
  let port = listener.localAddress?.port
  try await listener.close()
  guard let port else { throw Program.Failure(description: "no port is free") }
  return port
}
