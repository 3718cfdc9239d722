import Echo
import NIOCore
import Synchronization
import Testing

@testable import RPC

@Suite("Streams of a server", .timeLimit(.minutes(1)))
struct StreamingServerTests {
  private let put = MethodDescriptor(service: "test.Test", name: "Put", kind: .clientStreaming)
  private let list = MethodDescriptor(service: "test.Test", name: "List", kind: .serverStreaming)
  private let chat = MethodDescriptor(service: "test.Test", name: "Chat", kind: .bidirectional)

  @Test("a handler reads every message and answers once", arguments: [0, 1, 1_000])
  func clientStreaming(count: Int) async throws {
    let method = MethodDefinition.clientStreaming(put) {
      (requests: RequestStream<EchoRequest>, _) in
      var texts: [String] = []
      for try await request in requests { texts.append(request.text) }
      return EchoResponse(text: "\(texts.count) \(texts.last ?? "-")")
    }
    try await Loopback.run([method]) { loopback in
      let call: ClientStreamingCall<EchoRequest, EchoResponse> =
        loopback.channel.clientStreaming(put)
      for index in 0..<count { try await call.write(EchoRequest(text: "\(index)")) }
      let answer = try await call.response()
      #expect(answer.text == "\(count) \(count == 0 ? "-" : "\(count - 1)")")
    }
  }

  @Test(
    "a handler writes messages, its headers before and its trailers after",
    arguments: [0, 500]
  )
  func serverStreaming(count: Int) async throws {
    let method = MethodDefinition.serverStreaming(list) {
      (request: EchoRequest, responses: ResponseWriter<EchoResponse>, context) in
      context.responseMetadata["x-head"] = "h"
      for index in 0..<count {
        try await responses.write(EchoResponse(text: "\(request.text)\(index)"))
      }
      context.trailingMetadata["x-tail"] = "t"
    }
    try await Loopback.run([method]) { loopback in
      let stream: ResponseStream<EchoResponse> =
        loopback.channel.serverStreaming(list, EchoRequest(text: "m"))
      var texts: [String] = []
      for try await response in stream { texts.append(response.text) }
      #expect(texts == (0..<count).map { "m\($0)" })
      #expect(try await stream.metadata["x-head"] == "h")
      #expect(try await stream.trailingMetadata["x-tail"] == "t")
    }
  }

  private static func echoing(_ chat: MethodDescriptor) -> MethodDefinition {
    .bidirectional(chat) {
      (requests: RequestStream<EchoRequest>, responses: ResponseWriter<EchoResponse>, _) in
      try await responses.begin()
      for try await request in requests {
        try await responses.write(EchoResponse(text: request.text))
      }
    }
  }

  @Test("each message is answered before the next is sent")
  func pingPong() async throws {
    try await Loopback.run([Self.echoing(chat)]) { loopback in
      let call: BidirectionalCall<EchoRequest, EchoResponse> = loopback.channel.bidirectional(chat)
      _ = try await call.metadata
      var answers = call.responses.makeAsyncIterator()
      for index in 0..<200 {
        try await call.write(EchoRequest(text: "\(index)"))
        #expect(try await answers.next()?.text == "\(index)")
      }
      call.finish()
      #expect(try await answers.next() == nil)
    }
  }

  @Test("messages larger than every window pass in both directions")
  func largeMessages() async throws {
    let text = String(repeating: "x", count: 3 << 20)
    try await Loopback.run([Self.echoing(chat)]) { loopback in
      let call: BidirectionalCall<EchoRequest, EchoResponse> = loopback.channel.bidirectional(chat)
      var answers = call.responses.makeAsyncIterator()
      for _ in 0..<4 {
        try await call.write(EchoRequest(text: text))
        #expect(try await answers.next()?.text.utf8.count == text.utf8.count)
      }
      call.finish()
      #expect(try await answers.next() == nil)
    }
  }

  @Test("a caller that reads nothing stops the handler's writing, and its cancelling ends it")
  func backPressure() async throws {
    let written = Atomic(0)
    let ended = Gate()
    let method = MethodDefinition.serverStreaming(list) {
      (_: EchoRequest, responses: ResponseWriter<EchoResponse>, _) in
      defer { ended.open() }
      let text = String(repeating: "x", count: 10_000)
      for _ in 0..<100_000 {
        try await responses.write(EchoResponse(text: text))
        written.wrappingAdd(1, ordering: .relaxed)
      }
    }
    try await Loopback.run([method]) { loopback in
      let stream: ResponseStream<EchoResponse> =
        loopback.channel.serverStreaming(list, EchoRequest())
      var responses = stream.makeAsyncIterator()
      for _ in 0..<10 { _ = try await responses.next() }
      stream.cancel()
      await ended.wait()
      // A gigabyte was on offer; windows and queues hold a few megabytes.
      #expect(written.load(ordering: .relaxed) < 2_000)
    }
  }

  @Test("a handler that does not read stops the caller's writing")
  func readerBackPressure() async throws {
    let gate = Gate()
    let method = MethodDefinition.clientStreaming(put) {
      (requests: RequestStream<EchoRequest>, _) in
      await gate.wait()
      var count = 0
      for try await _ in requests { count += 1 }
      return EchoResponse(text: "\(count)")
    }
    try await Loopback.run([method]) { loopback in
      let call: ClientStreamingCall<EchoRequest, EchoResponse> =
        loopback.channel.clientStreaming(put)
      let text = String(repeating: "x", count: 10_000)
      let sent = Atomic(0)
      let writer = Task {
        for _ in 0..<2_000 {
          try await call.write(EchoRequest(text: text))
          // The gate opens when twenty megabytes would long have been sent.
          if sent.wrappingAdd(1, ordering: .relaxed).newValue == 30 { gate.open() }
        }
      }
      try await writer.value
      #expect(try await call.response().text == "2000")
    }
  }

  @Test("the status of a handler that fails half way follows its messages")
  func failure() async throws {
    let method = MethodDefinition.serverStreaming(list) {
      (_: EchoRequest, responses: ResponseWriter<EchoResponse>, _) in
      try await responses.write(EchoResponse(text: "one"))
      throw RPCError.notFound("two: is not there")
    }
    try await Loopback.run([method]) { loopback in
      let stream: ResponseStream<EchoResponse> =
        loopback.channel.serverStreaming(list, EchoRequest())
      var responses = stream.makeAsyncIterator()
      #expect(try await responses.next()?.text == "one")
      let error = try await #require(throws: RPCError.self) { _ = try await responses.next() }
      #expect(error.code == .notFound && error.message == "two: is not there")
    }
  }

  @Test("a handler that waits for a message is told when the caller goes")
  func cancelledReader() async throws {
    let seen = Mutex<RPCError?>(nil)
    let (started, ended) = (Gate(), Gate())
    let method = MethodDefinition.clientStreaming(put) {
      (requests: RequestStream<EchoRequest>, _) in
      defer { ended.open() }
      do {
        for try await _ in requests { started.open() }
      } catch let error as RPCError {
        seen.withLock { $0 = error }
        throw error
      }
      return EchoResponse()
    }
    try await Loopback.run([method]) { loopback in
      let call: ClientStreamingCall<EchoRequest, EchoResponse> =
        loopback.channel.clientStreaming(put)
      try await call.write(EchoRequest())
      await started.wait()
      call.cancel()
      await ended.wait()
      #expect(seen.withLock { $0?.code } == .cancelled)
    }
  }

  @Test("the deadline ends a handler that waits for a message")
  func deadline() async throws {
    let ended = Gate()
    let method = MethodDefinition.clientStreaming(put) {
      (requests: RequestStream<EchoRequest>, _) in
      defer { ended.open() }
      for try await _ in requests {}
      return EchoResponse()
    }
    try await Loopback.run([method]) { loopback in
      let call: ClientStreamingCall<EchoRequest, EchoResponse> =
        loopback.channel.clientStreaming(put, options: CallOptions(timeout: .milliseconds(500)))
      try await call.write(EchoRequest())
      let error = try await #require(throws: RPCError.self) { _ = try await call.metadata }
      #expect(error.code == .deadlineExceeded)
      await ended.wait()
    }
  }

  @Test("a reader's own task may be cancelled, and another may read on")
  func cancelledChild() async throws {
    let method = MethodDefinition.bidirectional(chat) {
      (requests: RequestStream<EchoRequest>, responses: ResponseWriter<EchoResponse>, _) in
      await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { for try await _ in requests {} }
        group.cancelAll()
        await #expect(throws: CancellationError.self) { try await group.waitForAll() }
      }
      try await responses.write(EchoResponse(text: "go on"))
      for try await request in requests {
        try await responses.write(EchoResponse(text: request.text))
      }
    }
    try await Loopback.run([method]) { loopback in
      let call: BidirectionalCall<EchoRequest, EchoResponse> = loopback.channel.bidirectional(chat)
      var answers = call.responses.makeAsyncIterator()
      #expect(try await answers.next()?.text == "go on")
      try await call.write(EchoRequest(text: "later"))
      #expect(try await answers.next()?.text == "later")
      call.finish()
      #expect(try await answers.next() == nil)
    }
  }

  @Test("a call that a handler answers early ends well, whatever the caller still sends")
  func earlyAnswer() async throws {
    let method = MethodDefinition.clientStreaming(put) {
      (requests: RequestStream<EchoRequest>, _) in
      var first = requests.makeAsyncIterator()
      return EchoResponse(text: try await first.next()?.text ?? "")
    }
    try await Loopback.run([method]) { loopback in
      let call: ClientStreamingCall<EchoRequest, EchoResponse> =
        loopback.channel.clientStreaming(put)
      var isTaken = true
      for _ in 0..<10_000 where isTaken { isTaken = try await call.write(EchoRequest(text: "1")) }
      #expect(try await call.response().text == "1")
    }
  }
}
