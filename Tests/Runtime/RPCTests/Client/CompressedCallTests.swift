import HTTP2
import NIOCore
import Testing

@testable import RPC

/// What a client announces, sends and takes; the server answers with what it saw.
@Suite(.timeLimit(.minutes(1))) struct CompressedCallTests {
  private let chat = MethodDescriptor.test("Chat", .bidirectional)
  private let get = MethodDescriptor.test("Get", .unary)
  private static let zeros = [UInt8](repeating: 0, count: 5_000)

  private static func options(_ compression: Compression) -> CallOptions {
    CallOptions(timeout: .seconds(20), compression: compression)
  }

  @Test("a call announces its encoding, and always what it takes", arguments: Compression.allCases)
  func announces(compression: Compression) async throws {
    try await ClientFixture.run { call in
      call.onEnd = {
        var seen: Metadata = ["seen-accept": call.head["grpc-accept-encoding"] ?? "nothing"]
        seen.append("seen-encoding", call.head["grpc-encoding"] ?? "nothing")
        call.begin(seen)
        call.send([])
        call.end()
      }
    } _: { fixture in
      let options = Self.options(compression)
      let answer = try await fixture.channel.unary(get, bytes: Self.zeros, options: options)
      #expect(answer.metadata["seen-accept"] == "identity,deflate,gzip")
      let announced = compression == .identity ? "nothing" : compression.name
      #expect(answer.metadata["seen-encoding"] == announced)
      #expect(!answer.wasCompressed)
    }
  }

  @Test("each message goes compressed or not as it was written", arguments: Compression.allCases)
  func writes(compression: Compression) async throws {
    try await ClientFixture.run { call in
      call.takes(compression)
      call.begin()
      call.onMessage = { message in call.send([call.wasCompressed ? 1 : 0] + message) }
      call.onEnd = { call.end() }
    } _: { fixture in
      let call = fixture.channel.open(chat, options: Self.options(compression))
      for isWanted in [true, false, true] {
        let message = OutgoingMessage(carrying: Self.zeros)
        let isTaken = try await call.write(message, compressed: isWanted)
        let answer = try await call.nextBytes()
        let isCompressed = isWanted && compression != .identity
        #expect(isTaken && answer == [isCompressed ? 1 : 0] + Self.zeros)
      }
      call.finish()
      let end = try await call.next()
      #expect(end == nil)
    }
  }

  @Test("a unary request goes compressed, and so may its answer", arguments: Compression.allCases)
  func unary(compression: Compression) async throws {
    try await ClientFixture.run { call in
      call.takes(compression)
      call.onMessage = { message in
        call.begin(in: compression)
        call.send([call.wasCompressed ? 1 : 0] + message, in: compression)
        call.end()
      }
    } _: { fixture in
      let options = Self.options(compression)
      let answer = try await fixture.channel.unary(get, bytes: Self.zeros, options: options)
      #expect(answer.message == [compression == .identity ? 0 : 1] + Self.zeros)
      #expect(answer.wasCompressed == (compression != .identity))
    }
  }

  @Test("a reader is told of each message how it came")
  func reads() async throws {
    try await ClientFixture.run { call in
      call.begin(in: .gzip)
      call.send(Self.zeros, in: .gzip)
      call.send([1, 2, 3], in: .identity)
      call.send(Self.zeros, in: .gzip)
      call.end()
    } _: { fixture in
      let call = fixture.channel.open(chat)
      var seen: [Bool] = []
      while let message = try await call.nextMessage() { seen.append(message.wasCompressed) }
      #expect(seen == [true, false, true])
    }
  }

  @Test("an answer in an encoding that was not offered is INTERNAL")
  func unknown() async throws {
    try await ClientFixture.run { call in
      call.begin(naming: "br")
      call.send([1])
      call.end()
    } _: { fixture in
      let unary = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(get, bytes: [], options: Self.options(.identity))
      }
      let stream = try await #require(throws: RPCError.self) {
        try await fixture.channel.open(chat).next()
      }
      for error in [unary, stream] {
        #expect(error.code == .internal)
        #expect(error.message.contains("br"))
        #expect(error.message.contains("identity,deflate,gzip"))
      }
    }
  }

  @Test("a bomb among the answers is RESOURCE_EXHAUSTED")
  func bomb() async throws {
    var options = ClientChannelOptions()
    options.messageBytesMax = 4_999
    try await ClientFixture.run(options: options) { call in
      call.begin(in: .gzip)
      call.send(Self.zeros, in: .gzip)
      call.end()
    } _: { fixture in
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.open(chat).next()
      }
      #expect(error.code == .resourceExhausted)
    }
  }
}

extension ScriptedCall {
  fileprivate func begin(in compression: Compression) { begin(naming: compression.name) }

  fileprivate func begin(naming encoding: String) {
    var fields = HeaderFields()
    fields.append("grpc-encoding", encoding)
    stream.respond(WireFields.responseHead, fields)
  }

  fileprivate func send(_ bytes: [UInt8], in compression: Compression) {
    stream.write(OutgoingMessage(carrying: bytes).compressed(compression).chunk)
  }
}
