import Foundation
import HTTP2
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import RPC

/// Channels whose addresses are several, or change.
@Suite(.timeLimit(.minutes(1))) struct AddressTests {
  private static let echo: @Sendable (ScriptedCall) -> Void = { call in
    call.onMessage = { message in
      call.begin()
      call.send(message)
      call.end()
    }
  }

  private static func withGroup(
    _ body: (MultiThreadedEventLoopGroup) async throws -> Void
  ) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    do {
      try await body(group)
    } catch {
      try await group.shutdownGracefully()
      throw error
    }
    try await group.shutdownGracefully()
  }

  private func endpoint(_ server: ScriptedServer) -> Endpoint {
    .ip("127.0.0.1", port: server.port)
  }

  @Test("round robin spreads calls evenly over what is connected")
  func roundRobin() async throws {
    try await Self.withGroup { group in
      let counts = Mutex([0, 0, 0])
      var servers: [ScriptedServer] = []
      for index in 0..<3 {
        servers.append(
          try await ScriptedServer(group: group) { call in
            counts.withLock { $0[index] += 1 }
            Self.echo(call)
          }
        )
      }
      var options = ClientChannelOptions()
      options.balancing = .roundRobin
      let channel = ClientChannel(
        target: Target(endpoints: servers.map(endpoint)),
        group: group.next(),
        options: options
      )
      // Until all are connected some get more than others.
      while servers.contains(where: { $0.accepted == 0 }) {
        _ = try await channel.unary(.test("Get"), bytes: [])
      }
      for _ in 0..<10 { _ = try await channel.unary(.test("Get"), bytes: []) }
      counts.withLock { $0 = [0, 0, 0] }
      for _ in 0..<300 { _ = try await channel.unary(.test("Get"), bytes: []) }
      #expect(counts.withLock { $0 } == [100, 100, 100])
      await channel.close()
      for server in servers { try await server.stop() }
    }
  }

  @Test("pick first passes over addresses where nobody listens")
  func passesOver() async throws {
    try await Self.withGroup { group in
      let server = try await ScriptedServer(group: group, serve: Self.echo)
      let dead = Endpoint.ip("127.0.0.1", port: 1)
      let channel = ClientChannel(
        target: Target(endpoints: [dead, endpoint(server)]),
        group: group
      )
      let answer = try await channel.unary(.test("Get"), bytes: [4])
      #expect(answer.message == [4])
      await channel.close()
      try await server.stop()
    }
  }

  @Test("addresses that change under load cost no call but those in flight on the dead one")
  func change() async throws {
    try await Self.withGroup { group in
      let path = FileManager.default.temporaryDirectory
        .appending(path: "addresses-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: path) }  // Of no use to anyone after.
      let first = try await ScriptedServer(group: group, serve: Self.echo)
      let second = try await ScriptedServer(group: group, serve: Self.echo)
      try "127.0.0.1:\(first.port)\n".write(toFile: path, atomically: true, encoding: .utf8)
      let channel = ClientChannel(
        target: try Target(parsing: "file:\(path)"),
        group: group.next()
      )
      let tasks = 20
      let load = Load()
      let failures = try await withThrowingTaskGroup(of: [RPCError].self) { calls in
        for _ in 0..<tasks {
          calls.addTask {
            var failures: [RPCError] = []
            while !load.isOver {
              do {
                _ = try await channel.unary(.test("Get"), bytes: [1])
                load.answered.add(1, ordering: .relaxed)
              } catch {
                failures.append(RPCError(from: error))
              }
            }
            return failures
          }
        }
        while load.answered.load(ordering: .relaxed) < 500 { await Task.yield() }
        try "127.0.0.1:\(second.port)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try await first.stop()
        let before = load.answered.load(ordering: .relaxed)
        while second.accepted == 0 || load.answered.load(ordering: .relaxed) < before + 500 {
          await Task.yield()
        }
        load.stop.store(true, ordering: .relaxed)
        return try await calls.reduce(into: []) { $0 += $1 }
      }
      #expect(failures.count <= tasks, "\(Set(failures.map(\.message)))")
      for failure in failures {
        #expect(failure.code == .unavailable)
        #expect(failure.message.contains("lost the connection to 127.0.0.1:\(first.port)"))
      }
      await channel.close()
      try await second.stop()
    }
  }

  @Test("no call fails for a dead address before the addresses were asked for again")
  func asksBeforeFailing() async throws {
    try await Self.withGroup { group in
      let path = FileManager.default.temporaryDirectory
        .appending(path: "addresses-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: path) }  // Of no use to anyone after.
      let server = try await ScriptedServer(group: group, serve: Self.echo)
      // Port 1 of loopback: privileged, so that no test listens there.
      try "127.0.0.1:1\n".write(toFile: path, atomically: true, encoding: .utf8)
      var options = ClientChannelOptions()
      options.resolving = .init(leastInterval: .milliseconds(400), refreshInterval: nil)
      let channel = ClientChannel(
        target: try Target(parsing: "file:\(path)"),
        group: group.next(),
        options: options
      )
      let error = try await #require(throws: RPCError.self) {
        try await channel.unary(.test("Get"), bytes: [1])
      }
      #expect(
        error.code == .unavailable && error.message.hasSuffix("127.0.0.1:1: Connection refused")
      )
      // The dead address is refused again long before the file is read again.
      try "127.0.0.1:\(server.port)\n".write(toFile: path, atomically: true, encoding: .utf8)
      let answer = try await channel.unary(.test("Get"), bytes: [2])
      #expect(answer.message == [2])
      await channel.close()
      try await server.stop()
    }
  }

  @Test("when a peer's streams run out one more connection is made, up to the limit")
  func moreConnections() async throws {
    var limits = SessionLimits()
    limits.streamsMax = 2
    var options = ClientChannelOptions()
    options.connectionsMax = 3
    try await ClientFixture.run(limits: limits, options: options) { call in
      call.begin()
      call.onEnd = { call.end() }
    } _: { fixture in
      var calls: [RawCall] = []
      for _ in 0..<6 {
        let call = fixture.channel.open(.test("Chat", .bidirectional))
        _ = try await call.metadata()
        calls.append(call)
      }
      #expect(fixture.server.accepted == 3)
      // The seventh has no room: it fails at its deadline and says so.
      let options = CallOptions(timeout: .milliseconds(50))
      let late = fixture.channel.open(.test("Chat", .bidirectional), options: options)
      let error = try await #require(throws: RPCError.self) { try await late.metadata() }
      #expect(error.code == .deadlineExceeded)
      // One leaves, the next comes in.
      let next = fixture.channel.open(.test("Chat", .bidirectional))
      calls[3].finish()
      _ = try await next.metadata()
      #expect(fixture.server.accepted == 3)
    }
  }

  @Test("calls beyond those that may wait are refused at once")
  func waitingLimit() async throws {
    var limits = SessionLimits()
    limits.streamsMax = 1
    var options = ClientChannelOptions()
    options.connectionsMax = 1
    options.waitingMax = 1
    try await ClientFixture.run(limits: limits, options: options) { call in
      call.begin()
    } _: { fixture in
      let open = fixture.channel.open(.test("Chat", .bidirectional))
      _ = try await open.metadata()
      let waiting = fixture.channel.open(.test("Chat", .bidirectional))
      let refused = fixture.channel.open(.test("Chat", .bidirectional))
      let error = try await #require(throws: RPCError.self) { try await refused.metadata() }
      #expect(error.code == .resourceExhausted)
      waiting.cancel()
      open.cancel()
    }
  }
}

/// What the callers of a load test share.
private final class Load: Sendable {
  let answered = Atomic(0)
  let stop = Atomic(false)

  var isOver: Bool { stop.load(ordering: .relaxed) }
}
