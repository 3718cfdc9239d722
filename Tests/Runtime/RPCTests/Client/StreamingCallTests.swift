import Echo
import HTTP2
import NIOCore
import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1))) struct StreamingCallTests {
  private let chat = MethodDescriptor.test("Chat", .bidirectional)
  private let list = MethodDescriptor.test("List", .serverStreaming)

  @Test("messages arrive in order, headers before them and trailers after")
  func serverStreaming() async throws {
    try await ClientFixture.run { call in
      call.onMessage = { count in
        call.begin(["x-head": "h"])
        for index in 0..<count[0] { call.send([index]) }
        call.end(["x-tail": "t"])
      }
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: [200]))
      let head = try await call.metadata()
      #expect(head["x-head"] == "h")
      let messages = try await call.all()
      #expect(messages == (0..<200).map { [$0] })
      let trailers = try await call.trailingMetadata()
      #expect(trailers["x-tail"] == "t")
      #expect(try await call.next() == nil)
    }
  }

  @Test("both directions go on side by side until each is finished")
  func pingPong() async throws {
    try await ClientFixture.run { call in
      call.begin()
      call.onMessage = { call.send($0 + [0]) }
      call.onEnd = { call.end() }
    } _: { fixture in
      let call = fixture.channel.open(chat)
      for index in UInt8(0)..<20 {
        let isTaken = try await call.write(OutgoingMessage(carrying: [index]))
        let answer = try await call.nextBytes()
        #expect(isTaken && answer == [index, 0])
      }
      call.finish()
      #expect(try await call.next() == nil)
    }
  }

  @Test("the initial metadata is there before any message is sent or received")
  func initialMetadata() async throws {
    try await ClientFixture.run { call in
      call.begin(["x-head": "early"])
      call.onEnd = { call.end() }
    } _: { fixture in
      let call = fixture.channel.open(chat, options: CallOptions(metadata: ["x-mine": "1"]))
      let head = try await call.metadata()
      #expect(head["x-head"] == "early")
      call.finish()
      #expect(try await call.next() == nil)
    }
  }

  @Test("messages that came before a failure are read before it")
  func failureAfterMessages() async throws {
    try await ClientFixture.run { call in
      call.begin()
      call.send([1])
      call.send([2])
      call.end(RPCError(code: .dataLoss, message: "lost", metadata: ["x-tail": "t"]))
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      #expect(try await call.nextBytes() == [1])
      #expect(try await call.nextBytes() == [2])
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .dataLoss && error.metadata["x-tail"] == "t")
      let again = try await #require(throws: RPCError.self) { try await call.trailingMetadata() }
      #expect(again.code == .dataLoss)
    }
  }

  @Test("a refusal without an answer is the error of every wait")
  func trailersOnly() async throws {
    try await ClientFixture.run { call in
      call.refuse(.permissionDenied("no"))
    } _: { fixture in
      let call = fixture.channel.open(chat)
      let error = try await #require(throws: RPCError.self) { try await call.metadata() }
      #expect(error.code == .permissionDenied)
      await #expect(throws: RPCError.self) { try await call.next() }
      await #expect(throws: RPCError.self) { try await call.write(OutgoingMessage(carrying: [1])) }
    }
  }

  @Test("a server that answers OK early ends the writing without an error")
  func earlyAnswer() async throws {
    try await ClientFixture.run { call in
      call.begin()
      call.send([7])
      call.end()
    } _: { fixture in
      let call = fixture.channel.open(chat)
      let answers = try await call.all()
      #expect(answers == [[7]])
      let isTaken = try await call.write(OutgoingMessage(carrying: [1]))
      #expect(!isTaken)
      call.finish()
    }
  }

  @Test("a status OK behind half a message is INTERNAL")
  func halfMessage() async throws {
    try await ClientFixture.run { call in
      call.begin()
      call.stream.write(.copying([0, 0, 0, 0, 9, 1]))
      call.end()
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .internal)
    }
  }

  @Test("bytes that are no message reset the stream")
  func malformed() async throws {
    let closed = Gate()
    try await ClientFixture.run { call in
      call.begin()
      call.stream.write(.copying([9, 0, 0, 0, 0]))
      call.onClosed = { reason in
        #expect(reason == .resetByPeer(.cancel))
        closed.open()
      }
    } _: { fixture in
      let call = fixture.channel.open(list, sending: OutgoingMessage(carrying: []))
      let error = try await #require(throws: RPCError.self) { try await call.next() }
      #expect(error.code == .internal)
      await closed.wait()
    }
  }
}

/// The typed calls that stubs return.
@Suite(.timeLimit(.minutes(1))) struct TypedStreamingTests {
  private let echo: @Sendable (ScriptedCall) -> Void = { call in
    call.begin()
    call.onMessage = { call.send($0) }
    call.onEnd = { call.end(["x-tail": "t"]) }
  }

  private func text(_ text: String) -> EchoRequest {
    var request = EchoRequest()
    request.text = text
    return request
  }

  @Test("a server-streaming call is read like any sequence")
  func serverStreaming() async throws {
    try await ClientFixture.run(serve: echo) { fixture in
      let answers: ResponseStream<EchoResponse> = fixture.channel.serverStreaming(
        .test("List", .serverStreaming),
        text("one")
      )
      var texts: [String] = []
      for try await answer in answers { texts.append(answer.text) }
      #expect(texts == ["one"])
      let trailers = try await answers.trailingMetadata
      #expect(trailers["x-tail"] == "t")
    }
  }

  @Test("a client-streaming call ends with its one answer, or says why there is none")
  func clientStreaming() async throws {
    try await ClientFixture.run(serve: echo) { fixture in
      let method = MethodDescriptor.test("Put", .clientStreaming)
      for (sent, code) in [(1, StatusCode.ok), (0, .internal), (2, .unimplemented)] {
        let call: ClientStreamingCall<EchoRequest, EchoResponse> =
          fixture.channel.clientStreaming(method)
        for index in 0..<sent { try await call.write(text("\(index)")) }
        call.finish()
        do {
          let answer = try await call.response()
          #expect(code == .ok && answer.text == "0")
        } catch {
          #expect(RPCError(from: error).code == code, "\(sent) messages")
        }
      }
    }
  }

  @Test("what is no message of the declared type is INTERNAL and resets the call")
  func undecodable() async throws {
    let reset = Gate()
    try await ClientFixture.run { call in
      call.begin()
      call.send([0x0a, 0x7f])
      call.onClosed = { _ in reset.open() }
    } _: { fixture in
      let call: BidirectionalCall<EchoRequest, EchoResponse> =
        fixture.channel.bidirectional(.test("Chat", .bidirectional))
      let error = try await #require(throws: RPCError.self) {
        for try await _ in call.responses {}
      }
      #expect(error.code == .internal)
      await reset.wait()
    }
  }
}
