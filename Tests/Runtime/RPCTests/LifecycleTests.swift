import NIOCore
import NIOPosix
import Testing

@testable import RPC

@Suite struct LifecycleTests {
  @Test("nobody listening is UNAVAILABLE that names the target and the reason")
  func nobodyThere() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    // Port 1 of loopback: privileged, so that no test listens there.
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: 1), group: group)
    let error = try await #require(throws: RPCError.self) {
      try await channel.unary(.test("Get"), bytes: [], options: CallOptions(timeout: .seconds(5)))
    }
    #expect(error.code == .unavailable)
    #expect(error.message.contains("127.0.0.1:1"))
    await channel.close()
    let closed = try await #require(throws: RPCError.self) {
      try await channel.unary(.test("Get"), bytes: [])
    }
    #expect(closed.code == .unavailable)
    try await group.shutdownGracefully()
  }

  @Test("a channel finds its server again after a restart on the same port")
  func restart() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let service = ServiceDefinition(name: "test.Test", methods: [UnaryCallTests.echo])
    let first = RPCServer(services: [service], group: group)
    let port = try await first.start(port: 0)
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
    #expect(try await channel.unary(.test("Echo"), bytes: [1]).message == [1])
    await first.drain(within: .seconds(1))
    let second = RPCServer(services: [service], group: group)
    try await second.start(port: port)
    let options = CallOptions(timeout: .seconds(10), waitsForReady: true)
    #expect(try await channel.unary(.test("Echo"), bytes: [2], options: options).message == [2])
    await channel.close()
    await second.drain(within: .seconds(1))
    try await group.shutdownGracefully()
  }

  @Test("a drain lets running calls finish")
  func drain() async throws {
    let started = Gate()
    let gate = Gate()
    let method = MethodDefinition.unaryBytes(.test("Wait")) { bytes, _ in
      started.open()
      await gate.wait()
      return bytes
    }
    try await Loopback.run([method], over: .socket) { loopback in
      async let answer = loopback.channel.unary(.test("Wait"), bytes: [5])
      await started.wait()
      async let drained: Void = loopback.server.drain(within: .seconds(10))
      gate.open()
      let message = try await answer.message
      #expect(message == [5])
      await drained
    }
  }

  @Test("a drain under load fails no call that was sent, except as UNAVAILABLE")
  func drainUnderLoad() async throws {
    try await Loopback.run([UnaryCallTests.echo], over: .socket) { loopback in
      let codes = await withTaskGroup(of: [StatusCode].self) { group in
        for _ in 0..<20 {
          group.addTask {
            var codes: [StatusCode] = []
            for _ in 0..<100 {
              do {
                _ = try await loopback.channel.unary(
                  .test("Echo"),
                  bytes: [1],
                  options: CallOptions(timeout: .seconds(10))
                )
                codes.append(.ok)
              } catch {
                codes.append(RPCError(from: error).code)
                return codes
              }
            }
            return codes
          }
        }
        group.addTask {
          await loopback.server.drain(within: .seconds(5))
          return []
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(codes.allSatisfy { $0 == .ok || $0 == .unavailable })
    }
  }

  @Test("a drain ends calls that outlast it, and cancels their handlers")
  func hardStop() async throws {
    let started = Gate()
    let cancelled = Gate()
    let method = MethodDefinition.unaryBytes(.test("Wait")) { bytes, _ in
      started.open()
      defer { cancelled.open() }
      try await untilCancelled()
      return bytes
    }
    try await Loopback.run([method], over: .socket) { loopback in
      let channel = loopback.channel
      let call = Task { try await channel.unary(.test("Wait"), bytes: []) }
      await started.wait()
      await loopback.server.drain(within: .milliseconds(20))
      await cancelled.wait()
      let error = try await #require(throws: RPCError.self) { try await call.value }
      #expect(error.code == .unavailable)
    }
  }

  @Test("waits between attempts double up to the longest, shortened by chance")
  func backoff() {
    let backoff = Backoff()
    #expect(backoff.delay(afterFailures: 1, random: 0) == .milliseconds(50))
    #expect(backoff.delay(afterFailures: 3, random: 0) == .milliseconds(200))
    #expect(backoff.delay(afterFailures: 50, random: 0) == .seconds(1))
    #expect(backoff.delay(afterFailures: 50, random: 1) == .milliseconds(800))
  }
}
