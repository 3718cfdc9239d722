import Echo
import Foundation
import NIOPosix
import RPC
import TestPrograms
import Testing

/// A service behind Envoy, as a mesh would have it.
@Suite("Behind Envoy", .serialized, .timeLimit(.minutes(1)))
struct EnvoyTests {
  private func proxied(_ body: (EchoClient) async throws -> Void) async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let upstream = hosts[0].target.split(separator: ":")[1]
      let proxy = try await Python.server("interop_envoy.py", ["--upstream=\(upstream)"])
      let channel = ClientChannel(
        target: try Target(parsing: proxy.address("interop")),
        group: .singletonMultiThreadedEventLoopGroup
      )
      do {
        try await body(EchoClient(channel: channel))
      } catch {
        await channel.close()
        await proxy.killAtOnce()
        throw error
      }
      await channel.close()
      await proxy.killAtOnce()
    }
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
