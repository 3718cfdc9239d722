import Synchronization
import Testing

@testable import RPC

@Suite struct CancellationTests {
  @Test("a passed deadline ends the call on both sides")
  func deadline() async throws {
    let cancelled = Gate()
    let method = MethodDefinition.unaryBytes(.test("Wait")) { bytes, context in
      #expect(context.deadline != nil)
      defer { cancelled.open() }
      try await untilCancelled()
      return bytes
    }
    try await Loopback.run([method, UnaryCallTests.echo]) { loopback in
      // One connection for each loop, so that the deadline covers the handler and nothing else.
      for _ in 0..<2 { _ = try await loopback.channel.unary(.test("Echo"), bytes: []) }
      let error = try await #require(throws: RPCError.self) {
        try await loopback.channel.unary(
          .test("Wait"),
          bytes: [],
          options: CallOptions(timeout: .milliseconds(500))
        )
      }
      #expect(error.code == .deadlineExceeded)
      await cancelled.wait()
    }
  }

  @Test("a deadline that has passed already is not sent")
  func deadlineBefore() async throws {
    let reached = Atomic(false)
    let method = MethodDefinition.unaryBytes(.test("Get")) { bytes, _ in
      reached.store(true, ordering: .relaxed)
      return bytes
    }
    try await Loopback.run([method]) { loopback in
      let error = try await #require(throws: RPCError.self) {
        try await loopback.channel.unary(
          .test("Get"),
          bytes: [],
          options: CallOptions(timeout: .zero)
        )
      }
      #expect(error.code == .deadlineExceeded)
      let isReached = reached.load(ordering: .relaxed)
      #expect(!isReached)
    }
  }

  @Test("cancelling the caller's task cancels the handler's")
  func cancellation() async throws {
    let started = Gate()
    let cancelled = Gate()
    let method = MethodDefinition.unaryBytes(.test("Wait")) { bytes, _ in
      started.open()
      defer { cancelled.open() }
      try await untilCancelled()
      return bytes
    }
    try await Loopback.run([method]) { loopback in
      let call = Task { try await loopback.channel.unary(.test("Wait"), bytes: []) }
      await started.wait()
      call.cancel()
      let error = try await #require(throws: RPCError.self) { try await call.value }
      #expect(error.code == .cancelled)
      await cancelled.wait()
    }
  }

  @Test("a handler whose caller left before its turn sees no request, so does not run")
  func leavesBefore() async throws {
    struct Slow: ServerInterceptor {
      let started = Gate()
      let ended = Gate()

      func intercept(_ context: ServerContext, _ next: () async throws -> Void) async throws {
        defer { ended.open() }
        started.open()
        // An interceptor that does not look at cancellation.
        try? await untilCancelled()
        try await next()
      }
    }
    let reached = Atomic(false)
    let method = MethodDefinition.unaryBytes(.test("Get")) { bytes, _ in
      reached.store(true, ordering: .relaxed)
      return bytes
    }
    let slow = Slow()
    try await Loopback.run([method], interceptors: [slow]) { loopback in
      let call = Task { try await loopback.channel.unary(.test("Get"), bytes: [1]) }
      await slow.started.wait()
      call.cancel()
      await slow.ended.wait()
      let isReached = reached.load(ordering: .relaxed)
      #expect(!isReached)
    }
  }

  @Test("an inner call inherits what is left of the outer deadline")
  func inherits() async throws {
    let channel = Mutex<ClientChannel?>(nil)
    let inner = MethodDefinition.unaryBytes(.test("Inner")) { _, context in
      let left = context.deadline?.remaining() ?? .zero
      return [left > .zero && left < .seconds(20) ? 1 : 0]
    }
    let outer = MethodDefinition.unaryBytes(.test("Outer")) { bytes, _ in
      guard let channel = channel.withLock({ $0 }) else { return [] }
      return try await channel.unary(.test("Inner"), bytes: bytes).message
    }
    try await Loopback.run([inner, outer]) { loopback in
      channel.withLock { $0 = loopback.channel }
      let answer = try await loopback.channel.unary(
        .test("Outer"),
        bytes: [],
        options: CallOptions(timeout: .seconds(20))
      )
      #expect(answer.message == [1])
      channel.withLock { $0 = nil }
    }
  }

  @Test("the earlier of own and inherited deadline holds, less a reserve for the outer call")
  func reserve() throws {
    let now = Deadline.now
    let inherited = ClientChannel.deadline(nil, inherited: now.advanced(by: .seconds(10)))
    let left = try #require(inherited).remaining(at: now)
    #expect(left > .seconds(9) && left < .seconds(10))
    let own = ClientChannel.deadline(.seconds(1), inherited: now.advanced(by: .seconds(10)))
    #expect(try #require(own).remaining(at: now) < .seconds(2))
    #expect(ClientChannel.deadline(nil, inherited: nil) == nil)
  }
}
