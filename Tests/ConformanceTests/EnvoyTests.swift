import Contracts
import Echo
import Foundation
import NIOPosix
import RPC
import RPCServices
import TestPrograms
import Testing

/// A service behind Envoy, as a mesh would have it.
@Suite("Behind Envoy", .serialized, .timeLimit(.minutes(1)))
struct EnvoyTests {
  private func proxied(_ body: (EchoClient) async throws -> Void) async throws {
    try await EchoHost.run(["echo"]) { hosts in
      try await proxied(hosts[0].target) { try await body(EchoClient(channel: $0)) }
    }
  }

  /// Runs `body` with a channel to a proxy in front of `host:port`.
  private func proxied(
    _ upstream: String,
    _ body: (ClientChannel) async throws -> Void
  ) async throws {
    let port = upstream.split(separator: ":").last ?? ""
    let proxy = try await Python.server("interop_envoy.py", ["--upstream=\(port)"])
    let channel = ClientChannel(
      target: try Target(parsing: proxy.address("interop")),
      group: .singletonMultiThreadedEventLoopGroup
    )
    do {
      try await body(channel)
    } catch {
      await channel.close()
      await proxy.killAtOnce()
      throw error
    }
    await channel.close()
    await proxy.killAtOnce()
  }

  private func ask(_ echo: EchoClient, _ text: String, seconds: Int = 20) async throws -> String {
    let options = CallOptions(timeout: .seconds(seconds))
    return try await echo.get(EchoRequest(text: text), options: options).text
  }

  @Test("the deadline reaches the service, and its end does")
  func deadlines() async throws {
    try await proxied { echo in
      let left = try #require(Int(try await ask(echo, "deadline", seconds: 30)))
      #expect(left > 20_000 && left <= 30_000)
      let error = try await #require(throws: RPCError.self) {
        let options = CallOptions(timeout: .milliseconds(300))
        return try await echo.get(EchoRequest(text: "wait"), options: options)
      }
      #expect(error.code == .deadlineExceeded)
      let end = ContinuousClock.now + .seconds(20)
      var cancelled = "0"
      while cancelled != "1", ContinuousClock.now < end {
        cancelled = try await ask(echo, "cancelled")
      }
      #expect(cancelled == "1")
    }
  }

  @Test("metadata, trailers and details pass as they are")
  func trailers() async throws {
    try await proxied { echo in
      var options = CallOptions(timeout: .seconds(20))
      options.metadata.append("x-grpc-test-echo-initial", "first")
      options.metadata.append("x-grpc-test-echo-initial", "second")
      options.metadata.append(binary: "x-grpc-test-echo-trailing-bin", [0, 0xab, 0xff])
      let answer = try await echo.get(response: EchoRequest(text: "xin chào"), options: options)
      #expect(answer.message.text == "xin chào")
      #expect(answer.metadata.values("x-grpc-test-echo-initial") == ["first", "second"])
      #expect(answer.trailingMetadata[binary: "x-grpc-test-echo-trailing-bin"] == [0, 0xab, 0xff])
      let error = try await #require(throws: RPCError.self) {
        try await echo.get(EchoRequest(text: "fail-rich"), options: options)
      }
      #expect(error.code == .invalidArgument)
      #expect(error.message == "names[2]: ☺ 100%")
      #expect(error.details.count == 3)
      #expect(error.metadata[binary: "x-grpc-test-echo-trailing-bin"] == [0, 0xab, 0xff])
    }
  }

  @Test("a service of the product answers through it: calls, errors, and a stream")
  func product() async throws {
    let status = try await Product.run { product in
      let address = try #require(product.addresses["ingredient-validator"])
      let token = try await product.token(["--user", "lan"])
      try await proxied(address) { channel in
        let service = IngredientValidatorServiceClient(channel: channel)
        var options = CallOptions(timeout: .seconds(20))
        let stranger = try await #require(throws: RPCError.self) {
          try await service.listCategories(ListCategoriesRequest(), options: options)
        }
        #expect(stranger.code == .unauthenticated)
        options.metadata.append("authorization", "Bearer \(token)")
        let answer = try await service.listCategories(ListCategoriesRequest(), options: options)
        #expect(answer.categories.count == 11)
        let health = Grpc_Health_V1_HealthClient(channel: channel)
        var states = health.watch(Grpc_Health_V1_HealthCheckRequest()).makeAsyncIterator()
        #expect(try await states.next()?.status == .serving)
      }
    }
    #expect(status == 0)
  }

  @Test("large messages and many calls at once pass")
  func load() async throws {
    try await proxied { echo in
      let large = String(repeating: "m", count: 4 << 20 - 5)
      #expect(try await ask(echo, large) == large)
      try await withThrowingTaskGroup(of: Void.self) { calls in
        for number in 0..<500 {
          calls.addTask {
            let answer = try await ask(echo, "call \(number)")
            #expect(answer == "call \(number)")
          }
        }
        try await calls.waitForAll()
      }
    }
  }
}
