import Echo
import RPC

/// The streams that benchmarks call.
struct WordsService: WordsHandler {
  func capitalize(_ request: EchoRequest, context: ServerContext) async throws -> EchoResponse {
    EchoResponse(text: request.text.uppercased())
  }

  func split(
    _ request: EchoRequest,
    _ responses: ResponseWriter<EchoResponse>,
    context: ServerContext
  ) async throws {
    // As bytes: to look for the letters of 3 MB would be most of the work.
    var rest = request.text.utf8[...]
    while let end = rest.firstIndex(of: UInt8(ascii: " ")) {
      try await responses.write(EchoResponse(text: String(Substring(rest[..<end]))))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { try await responses.write(EchoResponse(text: String(Substring(rest)))) }
  }

  func join(
    _ requests: RequestStream<EchoRequest>,
    context: ServerContext
  ) async throws -> EchoResponse {
    var words: [String] = []
    for try await request in requests { words.append(request.text) }
    return EchoResponse(text: words.joined(separator: " "))
  }

  func chat(
    _ requests: RequestStream<EchoRequest>,
    _ responses: ResponseWriter<EchoResponse>,
    context: ServerContext
  ) async throws {
    for try await request in requests {
      try await responses.write(EchoResponse(text: request.text))
    }
  }
}
