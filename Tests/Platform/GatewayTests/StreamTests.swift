import HTTP2
import RPC
import Synchronization
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("An answer that is a stream")
  struct StreamTests {
    /// `{"text": "a"}` as wire bytes.
    private static func note(_ text: String) -> OutgoingMessage {
      OutgoingMessage(copying: [0x0a, UInt8(text.utf8.count)] + Array(text.utf8))
    }

    private static let two: TestGateway.StreamHandler = { _, call in
      try await call.write(note("một"), compressed: false)
      try await call.write(note("two"), compressed: false)
    }

    /// The bodies of chunks, as RFC 9112 §7.1 has them.
    private static func unchunked(_ body: String) -> String {
      var rest = Substring(body).utf8
      var text: [UInt8] = []
      while let lineEnd = rest.firstIndex(of: 0x0d) {
        guard let count = Int(String(decoding: rest[..<lineEnd], as: UTF8.self), radix: 16),
          count > 0
        else { break }
        rest = rest[lineEnd...].dropFirst(2)
        text += rest.prefix(count)
        rest = rest.dropFirst(count + 2)
      }
      return String(decoding: text, as: UTF8.self)
    }

    @Test("each message is a line, or an event, over both protocols")
    func messages() async throws {
      try await TestGateway.run(stream: Self.two) { gateway in
        let lines = try await gateway.ask("GET", "/v1/notes:watch")
        #expect(lines.status == 200)
        #expect(lines.header("content-type") == "application/x-ndjson")
        #expect(lines.header("content-length") == nil)
        #expect(lines.header("transfer-encoding") == "chunked")
        #expect(lines.header("x-request-id")?.isEmpty == false)
        let texts = Self.unchunked(lines.body).split(separator: "\n")
        #expect(texts.count == 2)
        #expect(texts.first?.hasPrefix("{\"text\":\"một\"") == true, "\(lines.body)")

        let asked = ["accept: text/event-stream"]
        let events = try await gateway.ask("GET", "/v1/notes:watch", headers: asked)
        #expect(events.header("content-type") == "text/event-stream")
        let parts = Self.unchunked(events.body).split(separator: "\n\n")
        #expect(parts.count == 2 && parts.allSatisfy { $0.hasPrefix("data: {") })

        let client = try await HTTP2Client(port: gateway.port)
        let token = ("authorization", "Bearer \(gateway.token)")
        let answer = try await client.ask("GET", "/v1/notes:watch", headers: [token])
        #expect(answer.status == 200 && answer.end == .finished)
        #expect(answer.body == Self.unchunked(lines.body))
        await client.close()
        #expect(gateway.answered.map(\.httpStatus) == [200, 200, 200])
        let bytes = Self.unchunked(lines.body).utf8.count
        #expect(gateway.answered.first?.responseBytes == bytes)
        #expect(await gateway.becomesIdle())
      }
    }

    @Test("a message is there before the next one is written")
    func early() async throws {
      let (released, release) = AsyncStream<Void>.makeStream()
      try await TestGateway.run(stream: { _, call in
        try await call.write(Self.note("first"), compressed: false)
        for await _ in released {}
        try await call.write(Self.note("second"), compressed: false)
      }) { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(
          "GET /v1/notes:watch HTTP/1.1\r\nhost: h\r\nauthorization: Bearer \(gateway.token)\r\n\r\n"
        )
        let begin = await connection.text { $0.contains("first") }
        #expect(!begin.contains("second"))
        release.finish()
        _ = await connection.text { $0.contains("second") && $0.hasSuffix("0\r\n\r\n") }
        // The connection lives on.
        try await connection.send("GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n")
        #expect(await connection.textToEnd().contains("openapi"))
      }
    }

    @Test("an error before the first message has its own status, a later one is the last part")
    func errors() async throws {
      let isLate = Mutex(false)
      try await TestGateway.run(stream: { _, call in
        if isLate.withLock({ $0 }) { try await call.write(Self.note("a"), compressed: false) }
        throw RPCError(
          code: .resourceExhausted,
          message: "enough",
          details: [.retryInfo(delay: .seconds(7))]
        )
      }) { gateway in
        let early = try await gateway.ask("GET", "/v1/notes:watch")
        #expect(early.status == 429)
        #expect(early.header("retry-after") == "7")
        isLate.withLock { $0 = true }
        for accept in ["text/event-stream", "application/x-ndjson"] {
          let late = try await gateway.ask("GET", "/v1/notes:watch", headers: ["accept: \(accept)"])
          #expect(late.status == 200)
          let body = Self.unchunked(late.body)
          let last = body.split(separator: "\n").last ?? ""
          #expect(last.contains("\"error\":{\"code\":\"RESOURCE_EXHAUSTED\""), "\(body)")
          #expect(last.contains("\"requestId\":") && last.contains("\"retryDelay\":\"7s\""))
          #expect(body.contains("event: error\n") == (accept == "text/event-stream"))
        }
        let records = gateway.answered
        #expect(records.map(\.httpStatus) == [429, 200, 200])
        #expect(records.allSatisfy { $0.status == .resourceExhausted })
      }
    }

    @Test("a stream has no more time than its deadline")
    func deadline() async throws {
      try await TestGateway.run(stream: { _, call in
        try await call.write(Self.note("a"), compressed: false)
        try await Task.sleep(for: .seconds(60))
      }) { gateway in
        let headers = ["x-request-timeout: 200ms"]
        let answer = try await gateway.ask("GET", "/v1/notes:watch", headers: headers)
        #expect(answer.status == 200)
        #expect(answer.body.contains("\"code\":\"DEADLINE_EXCEEDED\""))
      }
    }

    @Test("a client that goes away cancels its stream, over both protocols")
    func cancellation() async throws {
      let (began, begin) = AsyncStream<Void>.makeStream()
      let (ended, end) = AsyncStream<Void>.makeStream()
      try await TestGateway.run(stream: { _, call in
        try await call.write(Self.note("a"), compressed: false)
        begin.yield()
        do { try await Task.sleep(for: .seconds(60)) } catch {
          end.yield()
          throw error
        }
      }) { gateway in
        var begins = began.makeAsyncIterator()
        var ends = ended.makeAsyncIterator()
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(
          "GET /v1/notes:watch HTTP/1.1\r\nhost: h\r\nauthorization: Bearer \(gateway.token)\r\n\r\n"
        )
        await begins.next()
        _ = await connection.text { $0.contains("\"a\"") }
        await connection.close()
        await ends.next()

        let client = try await HTTP2Client(port: gateway.port)
        let headers = [("authorization", "Bearer \(gateway.token)")]
        let asked = Task { try await client.ask("GET", "/v1/notes:watch", headers: headers) }
        await begins.next()
        await client.close()
        await ends.next()
        _ = try await asked.value
        #expect(await gateway.becomesIdle())
        #expect(gateway.answered.map(\.httpStatus) == [499, 499])
      }
    }

    @Test("HEAD tells what a stream would be, without a call")
    func head() async throws {
      let calls = Mutex(0)
      try await TestGateway.run(stream: { _, _ in calls.withLock { $0 += 1 } }) { gateway in
        let answer = try await gateway.ask("HEAD", "/v1/notes:watch")
        #expect(answer.status == 200 && answer.body.isEmpty)
        #expect(answer.header("content-type") == "application/x-ndjson")
        #expect(answer.header("content-length") == nil)
        #expect(try await gateway.ask("HEAD", "/v1/notes:watch", token: .some(nil)).status == 401)
        #expect(calls.withLock { $0 } == 0)
      }
    }

    @Test("a client of HTTP/1.0 gets the parts without chunks, to the end of the connection")
    func oldClient() async throws {
      try await TestGateway.run(stream: Self.two) { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(
          "GET /v1/notes:watch HTTP/1.0\r\nconnection: keep-alive\r\n"
            + "authorization: Bearer \(gateway.token)\r\n\r\n"
        )
        let answer = RawAnswer(await connection.textToEnd())
        #expect(answer.header("transfer-encoding") == nil)
        #expect(answer.body.hasPrefix("{\"text\":\"một\"") && answer.body.hasSuffix("}\n"))
      }
    }

    @Test("a stream without messages is an empty answer")
    func empty() async throws {
      try await TestGateway.run { gateway in
        let answer = try await gateway.ask("GET", "/v1/notes:watch")
        #expect(answer.status == 200 && Self.unchunked(answer.body).isEmpty)
      }
    }
  }
}
