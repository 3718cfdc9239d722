import HTTP2
import NIOCore
import Synchronization
import Testing

@testable import RPC

/// Hedged calls that stream, over a real connection.
@Suite(.timeLimit(.minutes(1))) struct HedgedStreamTests {
  private static let list = MethodDescriptor.test("List", .serverStreaming, .noSideEffects)
  private static let put = MethodDescriptor.test("Put", .clientStreaming, .idempotent)

  private static func options(delay: Duration = .milliseconds(1)) -> ClientChannelOptions {
    var policy = HedgingPolicy()
    policy.delay = delay
    var method = ServiceConfig.Method()
    method.attempts = .hedge(policy)
    var options = ClientChannelOptions()
    options.serviceConfig.methods[""] = method
    return options
  }

  @Test("the first answer that begins is the call, and the other attempts are cancelled")
  func first() async throws {
    let seen = Seen()
    let cancelled = Gate()
    try await ClientFixture.run(options: Self.options()) { call in
      guard seen.next(call) > 1 else {
        call.onClosed = { reason in
          #expect(reason == .resetByPeer(.cancel))
          cancelled.open()
        }
        return
      }
      call.begin(["x-attempt": "2"])
      for number in UInt8(1)...3 { call.send([number]) }
      call.end()
    } _: { fixture in
      let call = fixture.channel.open(Self.list, sending: OutgoingMessage(carrying: [1]))
      let head = try await call.metadata()
      #expect(head["x-attempt"] == "2")
      let messages = try await call.all()
      #expect(messages == [[1], [2], [3]])
      await cancelled.wait()
      #expect(seen.attempts == ["", "1"])
    }
  }

  @Test("every attempt hears every message, those before it and those after")
  func replayed() async throws {
    let seen = Seen()
    let both = Gate()
    let heard = Mutex<[[UInt8]]>([[], []])
    try await ClientFixture.run(options: Self.options()) { call in
      let attempt = seen.next(call) - 1
      if attempt == 1 { both.open() }
      call.onMessage = { message in heard.withLock { $0[attempt] += message } }
      call.onEnd = {
        // The first to have it all lets the other have it too.
        guard heard.withLock({ $0.allSatisfy { $0 == [1, 2, 3] } }) else { return }
        call.begin()
        call.send([9])
        call.end()
      }
    } _: { fixture in
      let call = fixture.channel.open(Self.put)
      _ = try await call.write(OutgoingMessage(carrying: [1]))
      _ = try await call.write(OutgoingMessage(carrying: [2]))
      await both.wait()
      _ = try await call.write(OutgoingMessage(carrying: [3]))
      call.finish()
      let messages = try await call.all()
      #expect(messages == [[9]])
    }
  }

  @Test("once more is sent than is kept, one attempt is the call and the others are cancelled")
  func committed() async throws {
    let seen = Seen()
    let both = Gate()
    let closed = Gate()
    let bytes = Atomic(0)
    try await ClientFixture.run(options: Self.options()) { call in
      if seen.next(call) == 2 {
        both.open()
        call.onClosed = { reason in
          #expect(reason == .resetByPeer(.cancel))
          closed.open()
        }
        return
      }
      call.onMessage = { bytes.add($0.count, ordering: .relaxed) }
      call.onEnd = {
        call.begin()
        call.send([7])
        call.end()
      }
    } _: { fixture in
      let call = fixture.channel.open(Self.put)
      _ = try await call.write(OutgoingMessage(carrying: [1]))
      await both.wait()
      let large = [UInt8](repeating: 0, count: 50_000)
      for _ in 0..<10 { _ = try await call.write(OutgoingMessage(carrying: large)) }
      await closed.wait()
      call.finish()
      let messages = try await call.all()
      #expect(messages == [[7]])
      #expect(bytes.load(ordering: .relaxed) == 500_001)
    }
  }

  @Test("a failure that is not fatal sends the next attempt at once; a fatal one ends the call")
  func failures() async throws {
    for (code, attempts) in [(StatusCode.unavailable, ["", "1"]), (.notFound, [""])] {
      let seen = Seen()
      try await ClientFixture.run(options: Self.options(delay: .seconds(60))) { call in
        _ = seen.next(call)
        call.refuse(RPCError(code: code, message: "no"))
      } _: { fixture in
        let call = fixture.channel.open(Self.list, sending: OutgoingMessage(carrying: []))
        let error = try await #require(throws: RPCError.self) { try await call.all() }
        #expect(error.code == code && seen.attempts == attempts)
      }
    }
  }

  @Test("to cancel a hedged call cancels every attempt, and its deadline does")
  func cancelled() async throws {
    for cancels in [true, false] {
      let seen = Seen()
      let both = Gate()
      let gone = Gate()
      let closed = Atomic(0)
      try await ClientFixture.run(options: Self.options()) { call in
        if seen.next(call) == 2 { both.open() }
        call.onClosed = { _ in if closed.add(1, ordering: .relaxed).newValue == 2 { gone.open() } }
      } _: { fixture in
        let call = fixture.channel.open(
          Self.list,
          sending: OutgoingMessage(carrying: []),
          options: CallOptions(timeout: cancels ? nil : .seconds(2))
        )
        await both.wait()
        if cancels { call.cancel() }
        let error = try await #require(throws: RPCError.self) { try await call.all() }
        #expect(error.code == (cancels ? .cancelled : .deadlineExceeded))
        await gone.wait()
      }
    }
  }
}
