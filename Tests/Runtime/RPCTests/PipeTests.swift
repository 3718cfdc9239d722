import Echo
import NIOCore
import Synchronization
import Testing

@testable import RPC

/// Connections through memory, beside the same over sockets.
@Suite(.timeLimit(.minutes(1))) struct PipeTests {
  private static let chat = MethodDescriptor.test("Chat", .bidirectional)
  private static let list = MethodDescriptor.test("List", .serverStreaming)

  private static let echo = MethodDefinition.bidirectional(chat) {
    (requests: RequestStream<EchoRequest>, responses: ResponseWriter<EchoResponse>, _) in
    for try await request in requests {
      try await responses.write(EchoResponse(text: request.text))
    }
  }

  @Test(
    "messages of any size, of many calls at once, arrive whole and in order",
    arguments: Loopback.Medium.allCases
  )
  func whole(_ medium: Loopback.Medium) async throws {
    try await Loopback.run([Self.echo], over: medium) { loopback in
      try await withThrowingTaskGroup(of: Void.self) { calls in
        for seed in UInt64(0)..<20 {
          calls.addTask { try await Self.converse(loopback.channel, seed) }
        }
        try await calls.waitForAll()
      }
    }
  }

  private static func converse(_ channel: ClientChannel, _ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<10).map { number in
      String(repeating: "\(number)", count: Int.random(in: 0...80_000, using: &random))
    }
    let call: BidirectionalCall<EchoRequest, EchoResponse> = channel.bidirectional(chat)
    async let answers = call.responses.reduce(into: []) { $0.append($1.text) }
    for text in texts { _ = try await call.write(EchoRequest(text: text)) }
    call.finish()
    let heard = try await answers
    #expect(heard == texts, "seed \(seed)")
  }

  @Test("who does not read stops who writes", arguments: Loopback.Medium.allCases)
  func backPressure(_ medium: Loopback.Medium) async throws {
    let written = Atomic(0)
    let stalled = Gate()
    let endless = MethodDefinition.serverStreaming(Self.list) {
      (request: EchoRequest, responses: ResponseWriter<EchoResponse>, _) in
      // Far more than all windows and buffers between here and the reader.
      for _ in 0..<1_000 {
        try await responses.write(EchoResponse(text: request.text))
        if written.add(1, ordering: .relaxed).newValue == 5 { stalled.open() }
      }
    }
    let large = EchoRequest(text: String(repeating: "x", count: 100_000))
    try await Loopback.run([endless], over: medium) { loopback in
      let unread: ResponseStream<EchoResponse> =
        loopback.channel.serverStreaming(Self.list, large)
      var first = unread.makeAsyncIterator()
      _ = try await first.next()
      await stalled.wait()
      // Other calls go on meanwhile.
      let other: ResponseStream<EchoResponse> = loopback.channel.serverStreaming(Self.list, large)
      var answers = other.makeAsyncIterator()
      for _ in 0..<20 { _ = try await answers.next() }
      #expect(written.load(ordering: .relaxed) < 500)
      other.cancel()
      unread.cancel()
    }
  }

  @Test("a connection that is closed ends its calls at both sides")
  func closed() async throws {
    let begun = Gate()
    let cancelled = Gate()
    let wait = MethodDefinition.unaryBytes(.test("Wait")) { bytes, _ in
      begun.open()
      defer { cancelled.open() }
      try await untilCancelled()
      return bytes
    }
    try await Loopback.run([wait], over: .pipe) { loopback in
      let channel = loopback.channel
      let call = Task { try await channel.unary(.test("Wait"), bytes: []) }
      await begun.wait()
      await channel.close()
      let error = try await #require(throws: RPCError.self) { try await call.value }
      #expect(error.code == .unavailable)
      await cancelled.wait()
    }
  }
}
