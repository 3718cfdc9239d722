import Echo
import NIOCore
import NIOPosix
import RPC
import Testing

// The parts between `// README` and `// end` are shown in the README.

private struct WordsService: WordsHandler {
  // README unary: service
  func capitalize(_ request: EchoRequest, context: ServerContext) async throws -> EchoResponse {
    guard !request.text.isEmpty else {
      throw RPCError.invalidArgument(field: "text", "must be set")
    }
    return EchoResponse(text: request.text.uppercased())
  }
  // end

  // README server streaming: service
  func split(
    _ request: EchoRequest,
    _ responses: ResponseWriter<EchoResponse>,
    context: ServerContext
  ) async throws {
    for word in request.text.split(separator: " ") {
      // Waits while the caller reads slower than this writes.
      try await responses.write(EchoResponse(text: String(word)))
    }
  }
  // end

  // README client streaming: service
  func join(
    _ requests: RequestStream<EchoRequest>,
    context: ServerContext
  ) async throws -> EchoResponse {
    var words: [String] = []
    for try await request in requests { words.append(request.text) }
    return EchoResponse(text: words.joined(separator: " "))
  }
  // end

  // README bidirectional: service
  func chat(
    _ requests: RequestStream<EchoRequest>,
    _ responses: ResponseWriter<EchoResponse>,
    context: ServerContext
  ) async throws {
    for try await request in requests {
      try await responses.write(EchoResponse(text: "You said \(request.text)"))
    }
  }
  // end
}

private func capitalized(_ words: WordsClient) async throws -> String {
  // README unary: client
  let options = CallOptions(timeout: .seconds(1))
  let answer = try await words.capitalize(EchoRequest(text: "xin chào"), options: options)
  return answer.text
  // end
}

private func split(_ words: WordsClient) async throws -> [String] {
  // README server streaming: client
  var heard: [String] = []
  for try await answer in words.split(EchoRequest(text: "xin chào")) {
    heard.append(answer.text)
  }
  return heard
  // end
}

private func joined(_ words: WordsClient) async throws -> String {
  // README client streaming: client
  let call = words.join()
  for word in ["xin", "chào"] { try await call.write(EchoRequest(text: word)) }
  call.finish()
  return try await call.response().text
  // end
}

private func chatted(_ words: WordsClient) async throws -> [String] {
  // README bidirectional: client
  let call = words.chat()
  try await call.write(EchoRequest(text: "xin"))
  try await call.write(EchoRequest(text: "chào"))
  call.finish()
  var heard: [String] = []
  for try await answer in call.responses { heard.append(answer.text) }
  return heard
  // end
}

@Suite("The stubs that the README shows")
struct StubsExampleTests {
  private func run(_ body: (WordsClient) async throws -> Void) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    // README server and channel
    let server = RPCServer(services: [WordsService().definition], group: group)
    let port = try await server.start(host: "127.0.0.1", port: 0)
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
    let words = WordsClient(channel: channel)
    // end
    try await body(words)
    await channel.close()
    await server.drain(within: .seconds(1))
    try await group.shutdownGracefully()
  }

  @Test("a call of each kind")
  func kinds() async throws {
    try await run { words in
      let answers = try await [capitalized(words), joined(words)]
      #expect(answers == ["XIN CHÀO", "xin chào"])
      let streams = try await [split(words), chatted(words)]
      #expect(streams == [["xin", "chào"], ["You said xin", "You said chào"]])
    }
  }

  @Test("what a service throws is what its client catches")
  func thrown() async throws {
    try await run { words in
      let error = try await #require(throws: RPCError.self) {
        _ = try await words.capitalize(EchoRequest())
      }
      #expect(error.code == .invalidArgument)
      #expect(error.message == "text: must be set")
    }
  }
}
