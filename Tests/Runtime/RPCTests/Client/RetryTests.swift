import HTTP2
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import RPC

/// Retries and hedges over a real connection.
@Suite(.timeLimit(.minutes(1))) struct RetryTests {
  private static let get = MethodDescriptor.test("Get", .unary, .noSideEffects)

  private static func options(_ policy: AttemptPolicy) -> ClientChannelOptions {
    var method = ServiceConfig.Method()
    method.attempts = policy
    var options = ClientChannelOptions()
    options.serviceConfig.methods[""] = method
    return options
  }

  private static var quick: RetryPolicy {
    var policy = RetryPolicy()
    policy.initialBackoff = .milliseconds(1)
    return policy
  }

  /// Answers with what the attempt header said, after so many failures.
  private static func failing(
    _ times: Int,
    _ seen: Seen,
    _ fail: @escaping @Sendable (ScriptedCall) -> Void
  ) -> @Sendable (ScriptedCall) -> Void {
    { call in
      let attempt = seen.next(call)
      call.onEnd = {
        guard attempt > times else { return fail(call) }
        call.begin()
        call.send([UInt8(attempt)])
        call.end()
      }
    }
  }

  struct Failing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fail: @Sendable (ScriptedCall) -> Void
  }

  static let failings = [
    Failing(testDescription: "status") { $0.refuse(.unavailable("busy")) },
    Failing(testDescription: "lost connection") { $0.connection.close() },
    Failing(testDescription: "refused stream") { $0.stream.reset(.refusedStream) },
  ]

  @Test("an idempotent call survives what is over before the last attempt", arguments: failings)
  func idempotent(_ failing: Failing) async throws {
    let seen = Seen()
    try await ClientFixture.run(
      options: Self.options(.retry(Self.quick)),
      serve: Self.failing(2, seen, failing.fail)
    ) { fixture in
      let answer = try await fixture.channel.unary(Self.get, bytes: [1])
      #expect(answer.message == [3])
    }
    // A stream that was refused was never an attempt.
    let expected = failing.testDescription == "refused stream" ? ["", "", ""] : ["", "1", "2"]
    #expect(seen.attempts == expected)
  }

  @Test("a call of unknown idempotency is sent once; only one that was refused is sent again")
  func notIdempotent() async throws {
    let seen = Seen()
    try await ClientFixture.run(
      serve: Self.failing(1, seen) { $0.refuse(.unavailable("busy")) }
    ) { fixture in
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(.test("Get"), bytes: [])
      }
      #expect(error.message == "busy" && seen.attempts == [""])
    }
  }

  @Test("when the attempts are used up the call ends with the last error, and says which it was")
  func usedUp() async throws {
    for (failing, message) in zip(Self.failings, ["busy", "at attempt 3 before an answer began"]) {
      let seen = Seen()
      try await ClientFixture.run(
        options: Self.options(.retry(Self.quick)),
        serve: Self.failing(3, seen, failing.fail)
      ) { fixture in
        let error = try await #require(throws: RPCError.self) {
          try await fixture.channel.unary(Self.get, bytes: [])
        }
        #expect(error.code == .unavailable && error.message.contains(message))
      }
      #expect(seen.attempts == ["", "1", "2"])
    }
  }

  @Test("once an answer has begun the call is not sent again")
  func committed() async throws {
    let seen = Seen()
    let serve = Self.failing(1, seen) { call in
      call.begin()
      call.end(.unavailable("too late"))
    }
    try await ClientFixture.run(options: Self.options(.retry(Self.quick)), serve: serve) {
      fixture in
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(Self.get, bytes: [])
      }
      #expect(error.message == "too late" && seen.attempts == [""])
    }
  }

  @Test("a streaming call is replayed message by message")
  func streaming() async throws {
    let seen = Seen()
    try await ClientFixture.run(options: Self.options(.retry(Self.quick))) { call in
      let attempt = seen.next(call)
      var messages: [UInt8] = []
      call.onMessage = { messages += $0 }
      call.onEnd = {
        guard attempt > 1 else { return call.refuse(.unavailable("busy")) }
        call.begin()
        call.send(messages)
        call.end()
      }
    } _: { fixture in
      let call = fixture.channel.open(.test("Put", .clientStreaming, .idempotent))
      for index in UInt8(1)...3 { _ = try await call.write(OutgoingMessage(carrying: [index])) }
      call.finish()
      let messages = try await call.all()
      #expect(messages == [[1, 2, 3]])
      #expect(seen.attempts == ["", "1"])
    }
  }

  @Test("the first answer of a hedged call wins, and the others are cancelled")
  func hedging() async throws {
    let seen = Seen()
    let cancelled = Gate()
    var policy = HedgingPolicy()
    policy.delay = .milliseconds(1)
    try await ClientFixture.run(options: Self.options(.hedge(policy))) { call in
      if seen.next(call) == 1 {
        call.onClosed = { reason in
          #expect(reason == .resetByPeer(.cancel))
          cancelled.open()
        }
      } else {
        call.begin()
        call.send([9])
        call.end()
      }
    } _: { fixture in
      let answer = try await fixture.channel.unary(Self.get, bytes: [])
      #expect(answer.message == [9])
      await cancelled.wait()
      #expect(seen.attempts == ["", "1"])
    }
  }

  @Test("a hedged call ends at its deadline, also between two attempts")
  func hedgeDeadline() async throws {
    var policy = HedgingPolicy()
    policy.delay = .seconds(100)
    try await ClientFixture.run(options: Self.options(.hedge(policy))) { call in
      var busy = RPCError.unavailable("busy")
      busy.metadata = ["grpc-retry-pushback-ms": "100000"]
      call.refuse(busy)
    } _: { fixture in
      let options = CallOptions(timeout: .milliseconds(100))
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(Self.get, bytes: [], options: options)
      }
      #expect(error.code == .deadlineExceeded)
    }
  }

  @Test("to cancel a hedged call cancels every attempt")
  func cancelledHedge() async throws {
    let seen = Seen()
    let both = Gate()
    let gone = Gate()
    let closed = Atomic(0)
    var policy = HedgingPolicy()
    policy.delay = .milliseconds(1)
    try await ClientFixture.run(options: Self.options(.hedge(policy))) { call in
      if seen.next(call) == 2 { both.open() }
      call.onClosed = { _ in if closed.add(1, ordering: .relaxed).newValue == 2 { gone.open() } }
    } _: { fixture in
      let channel = fixture.channel
      let task = Task { try await channel.unary(Self.get, bytes: []) }
      await both.wait()
      task.cancel()
      let error = try await #require(throws: RPCError.self) { try await task.value }
      #expect(error.code == .cancelled)
      await gone.wait()
    }
  }

  @Test("a call that serves a retry is not retried itself")
  func hops() async throws {
    let seen = Seen()
    try await ClientFixture.run(
      options: Self.options(.retry(Self.quick)),
      serve: Self.failing(1, seen) { $0.refuse(.unavailable("busy")) }
    ) { fixture in
      let retried = ServerContext(
        method: .test("Outer"),
        metadata: ["grpc-previous-rpc-attempts": "1"]
      )
      let error = try await ServerContext.$current.withValue(retried) {
        try await #require(throws: RPCError.self) {
          try await fixture.channel.unary(Self.get, bytes: [])
        }
      }
      #expect(error.code == .unavailable && seen.attempts == [""])
    }
  }
}

/// What a server saw of the attempts of a call.
final class Seen: Sendable {
  private let all = Mutex<[String]>([])

  var attempts: [String] { all.withLock { $0 } }

  /// Counts from one.
  func next(_ call: ScriptedCall) -> Int {
    let attempt = call.head["grpc-previous-rpc-attempts"] ?? ""
    return all.withLock { all in
      all.append(attempt)
      return all.count
    }
  }
}

/// What callers notice of servers that are replaced one by one.
@Suite(.timeLimit(.minutes(1))) struct RollingRestartTests {
  @Test("servers that drain one after the other under load fail no idempotent call")
  func rolling() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let echo = MethodDefinition.unaryBytes(
      MethodDescriptor.test("Echo", .unary, .idempotent)
    ) { bytes, _ in bytes }
    let service = ServiceDefinition(name: "test.Test", methods: [echo])
    var servers: [RPCServer] = []
    var ports: [Int] = []
    for _ in 0..<3 {
      let server = RPCServer(services: [service], group: group)
      ports.append(try await server.start(port: 0))
      servers.append(server)
    }
    var options = ClientChannelOptions()
    options.balancing = .roundRobin
    let channel = ClientChannel(
      target: Target(endpoints: ports.map { .ip("127.0.0.1", port: $0) }),
      group: group,
      options: options
    )
    let load = RestartLoad()
    let failures = try await withThrowingTaskGroup(of: [RPCError].self) { calls in
      for _ in 0..<10 {
        calls.addTask {
          var failures: [RPCError] = []
          while !load.isOver {
            do {
              _ = try await channel.unary(echo.descriptor, bytes: [1])
              load.answered.add(1, ordering: .relaxed)
            } catch {
              failures.append(RPCError(from: error))
            }
          }
          return failures
        }
      }
      for index in servers.indices {
        await load.waitForMore(200)
        await servers[index].drain(within: .seconds(5))
        servers[index] = RPCServer(services: [service], group: group)
        try await servers[index].start(port: ports[index])
      }
      await load.waitForMore(200)
      load.stop.store(true, ordering: .relaxed)
      return try await calls.reduce(into: []) { $0 += $1 }
    }
    #expect(failures.isEmpty, "\(failures.map(\.message))")
    await channel.close()
    for server in servers { await server.drain(within: .seconds(1)) }
    try await group.shutdownGracefully()
  }
}

private final class RestartLoad: Sendable {
  let answered = Atomic(0)
  let stop = Atomic(false)

  var isOver: Bool { stop.load(ordering: .relaxed) }

  func waitForMore(_ calls: Int) async {
    let end = answered.load(ordering: .relaxed) + calls
    while answered.load(ordering: .relaxed) < end { await Task.yield() }
  }
}
