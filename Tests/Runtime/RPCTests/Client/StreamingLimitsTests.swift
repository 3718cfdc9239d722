import HTTP2
import NIOCore
import Synchronization
import Testing

@testable import RPC

/// Back pressure, cancellation and deadlines of streaming calls.
@Suite(.timeLimit(.minutes(1))) struct StreamingLimitsTests {
  private let chat = MethodDescriptor.test("Chat", .bidirectional)
  private let list = MethodDescriptor.test("List", .serverStreaming)

  @Test("a server sends no further than one window past what was read")
  func readerPacesServer() async throws {
    let taken = Mutex(0)
    var options = ClientChannelOptions()
    options.session.streamWindowBytes = 64 << 10
    try await ClientFixture.run(options: options) { call in
      call.begin()
      let pump = Pump(call, message: [UInt8](repeating: 1, count: 995), count: 1_000) {
        taken.withLock { $0 += 1_000 }
      }
      pump.go()
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      _ = try await call.nextBytes()
      // A second call's round trip: whatever the first may still send has come by then.
      let probe = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      _ = try await probe.nextBytes()
      probe.cancel()
      let ahead = taken.withLock { $0 }
      #expect(ahead < 400_000, "queued by the server for one read message: \(ahead)")
      var count = 1
      while try await call.next() != nil { count += 1 }
      #expect(count == 1_000)
    }
  }

  @Test("a writer waits while the server reads nothing, and goes on when it reads")
  func serverPacesWriter() async throws {
    let unread = Mutex<NIOLoopBoundBox<ScriptedCall>?>(nil)
    let begun = Gate()
    try await ClientFixture.run { call in
      call.begin()
      call.reads = false
      var count = 0
      call.onMessage = { _ in count += 1 }
      call.onEnd = {
        call.send([UInt8(count)])
        call.end()
      }
      unread.withLock { $0 = NIOLoopBoundBox(call, eventLoop: call.connection.eventLoop) }
      begun.open()
    } _: { fixture in
      let call = fixture.channel.open(chat)
      _ = try await call.metadata()
      let written = Atomic(0)
      async let writing: Void = {
        for _ in 0..<100 {
          _ = try await call.write(OutgoingMessage(carrying: [UInt8](repeating: 2, count: 60_000)))
          written.add(1, ordering: .relaxed)
        }
        call.finish()
      }()
      await begun.wait()
      // The window is 1 MiB and the queue 64 KiB: the writer stands still at about 18 messages.
      while written.load(ordering: .relaxed) < 16 { await Task.yield() }
      let box = try #require(unread.withLock { $0 })
      let before = written.load(ordering: .relaxed)
      #expect(before < 30)
      box.eventLoop.execute {
        box.value.reads = true
        box.value.stream.consume(.max)
      }
      try await writing
      #expect(try await call.nextBytes() == [100])
      unread.withLock { $0 = nil }
    }
  }

  @Test("a message larger than the window arrives")
  func largeMessage() async throws {
    var options = ClientChannelOptions()
    options.session.streamWindowBytes = 64 << 10
    try await ClientFixture.run(options: options) { call in
      call.begin()
      call.send([UInt8](repeating: 3, count: 3 << 20))
      call.end()
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      let message = try await call.nextBytes()
      #expect(message == [UInt8](repeating: 3, count: 3 << 20))
      #expect(try await call.next() == nil)
    }
  }

  @Test("to let go of a call resets its stream with CANCEL")
  func letGo() async throws {
    let reset = Gate()
    try await ClientFixture.run { call in
      call.begin()
      call.onClosed = { reason in
        #expect(reason == .resetByPeer(.cancel))
        reset.open()
      }
    } _: { fixture in
      do {
        let call = fixture.channel.open(chat)
        _ = try await call.metadata()
      }
      await reset.wait()
    }
  }

  @Test("a cancelled reader cancels the call on both sides", arguments: ["read", "head", "write"])
  func cancelledTask(_ what: String) async throws {
    let reset = Gate()
    let reached = Gate()
    try await ClientFixture.run { call in
      call.reads = false
      reached.open()
      call.onClosed = { reason in
        #expect(reason == .resetByPeer(.cancel))
        reset.open()
      }
    } _: { fixture in
      let call = fixture.channel.open(chat)
      let task = Task {
        switch what {
        case "read": _ = try await call.next()
        case "head": _ = try await call.metadata()
        default:
          while true {
            _ = try await call.write(OutgoingMessage(carrying: [UInt8](repeating: 0, count: 9_999)))
          }
        }
      }
      await reached.wait()
      task.cancel()
      let error = try await #require(throws: RPCError.self) { try await task.value }
      #expect(error.code == .cancelled)
      await reset.wait()
      // Whoever comes later hears the same.
      let later = try await #require(throws: RPCError.self) { try await call.trailingMetadata() }
      #expect(later.code == .cancelled)
    }
  }

  @Test("the deadline ends a stream in the middle, on both sides")
  func deadline() async throws {
    let reset = Gate()
    try await ClientFixture.run { call in
      call.begin()
      call.send([1])
      call.onClosed = { _ in reset.open() }
    } _: { fixture in
      let call = fixture.channel.open(
        list,
        sending: OutgoingMessage(carrying: []),
        options: CallOptions(timeout: .milliseconds(300))
      )
      #expect(try await call.nextBytes() == [1])
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .deadlineExceeded)
      #expect(error.message.contains("127.0.0.1"))
      await reset.wait()
    }
  }

  @Test("interceptors surround a stream; its reader hears what they threw")
  func interceptors() async throws {
    let order = Mutex<[String]>([])
    let outer = Around { context, next in
      order.withLock { $0.append("out") }
      context.metadata.append("x-outer", "1")
      do {
        try await next()
      } catch {
        order.withLock { $0.append("caught \(RPCError(from: error).code)") }
        throw RPCError.aborted("told by the interceptor")
      }
    }
    try await ClientFixture.run(interceptors: [outer]) { call in
      call.begin(["x-seen": call.head["x-outer"] ?? ""])
      call.send([1])
      call.end(.notFound("gone"))
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      let head = try await call.metadata()
      #expect(head["x-seen"] == "1")
      #expect(try await call.nextBytes() == [1])
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .aborted)
      #expect(order.withLock { $0 } == ["out", "caught NOT_FOUND"])
    }
  }

  @Test("a reader that is cancelled waits for no interceptor")
  func slowInterceptor() async throws {
    let hangs = Gate()
    let goOn = Gate()
    let slow = Around { _, next in
      try await next()
      hangs.open()
      await goOn.wait()
    }
    try await ClientFixture.run(interceptors: [slow]) { call in
      call.begin()
      call.end(["a": "b"])
    } _: { fixture in
      let call = fixture.channel.open(chat)
      let trailers = Task { try await call.trailingMetadata() }
      await hangs.wait()
      trailers.cancel()
      let said = try await trailers.value
      #expect(said["a"] == "b")
      goOn.open()
    }
  }

  @Test("a message that is too long ends the call for all who wait", arguments: [false, true])
  func messageTooLong(isIntercepted: Bool) async throws {
    var options = ClientChannelOptions()
    options.messageBytesMax = 100
    let reset = Gate()
    let around = Around { _, next in try await next() }
    try await ClientFixture.run(interceptors: isIntercepted ? [around] : [], options: options) {
      call in
      call.begin()
      call.send([1])
      call.send([UInt8](repeating: 2, count: 101))
      call.onClosed = { _ in reset.open() }
    } _: { fixture in
      let call = fixture.channel.open(chat)
      #expect(try await call.nextBytes() == [1])
      let trailers = Task { try await call.trailingMetadata() }
      for _ in 0..<100 { await Task.yield() }
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .resourceExhausted)
      let same = try await #require(throws: RPCError.self) { try await trailers.value }
      #expect(same.code == .resourceExhausted)
      await reset.wait()
    }
  }

  @Test("an interceptor that refuses ends the call before it is sent")
  func refusingInterceptor() async throws {
    let refuse = Around { _, _ in throw RPCError.unauthenticated("no token") }
    try await ClientFixture.run(interceptors: [refuse]) { _ in
      Issue.record("nothing may be sent")
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .unauthenticated)
    }
  }
}

/// An interceptor made of a closure.
struct Around: ClientInterceptor {
  let body: @Sendable (ClientContext, () async throws -> Void) async throws -> Void

  init(_ body: @escaping @Sendable (ClientContext, () async throws -> Void) async throws -> Void) {
    self.body = body
  }

  func intercept(_ context: ClientContext, _ next: () async throws -> Void) async throws {
    try await body(context, next)
  }
}

/// Sends messages as fast as the stream's window takes them.
final class Pump {
  private let call: ScriptedCall
  private let message: [UInt8]
  private var left: Int
  private let sent: () -> Void

  init(_ call: ScriptedCall, message: [UInt8], count: Int, sent: @escaping () -> Void) {
    self.call = call
    self.message = message
    self.left = count
    self.sent = sent
    call.onDrained = { [unowned self] in go() }
    call.keeper = self
  }

  func go() {
    guard left > 0 else { return }
    // A few at a time: what is queued and not sent must stay small beside the window.
    for _ in 0..<min(left, 10) {
      left -= 1
      call.send(message)
      sent()
    }
    if left == 0 { call.end() }
  }
}
