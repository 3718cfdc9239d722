import HTTP2
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("HTTP/2 on the same port")
  struct HTTP2Tests {
    @Test("a request and its answer are the same as over HTTP/1.1")
    func same() async throws {
      try await TestGateway.run { gateway in
        let client = try await HTTP2Client(port: gateway.port)
        let authorization = ("authorization", "Bearer \(gateway.token)")
        for (method, target, body) in [
          ("GET", "/v1/notes/c%C3%A0?stars=2", nil), ("POST", "/v1/notes", #"{"text":"a"}"#),
          ("POST", "/v1/notes", "{"), ("GET", "/nope", nil), ("DELETE", "/v1/notes", nil),
          ("GET", "/v1/notes:watch?stars=x", nil), ("HEAD", "/v1/notes", nil), ("GET", "/", nil),
        ] as [(String, String, String?)] {
          let first = try await gateway.ask(
            method,
            target,
            headers: ["x-request-id: r"],
            body: body
          )
          let second = try await client.ask(
            method,
            target,
            headers: [authorization, ("x-request-id", "r"), ("content-type", "application/json")],
            body: body
          )
          #expect(second.status == first.status, "\(method) \(target)")
          #expect(second.body == first.body, "\(method) \(target)")
          for name in ["content-type", "x-request-id", "allow", "content-length", "cache-control"] {
            #expect(second.headers[name] == first.header(name), "\(name) of \(method) \(target)")
          }
          #expect(second.end == .finished)
        }
        await client.close()
      }
    }

    @Test("many requests run side by side on one connection")
    func multiplexing() async throws {
      try await TestGateway.run { gateway in
        let client = try await HTTP2Client(port: gateway.port)
        try await withThrowingTaskGroup { group in
          for number in 0..<100 {
            group.addTask {
              let answer = try await client.ask("GET", "/v1/hello?stars=\(number)")
              #expect(answer.status == 200)
              #expect(answer.body.contains("\"stars\":\(number),"), "\(answer.body)")
            }
          }
          try await group.waitForAll()
        }
        await client.close()
      }
    }

    @Test("a body over the limit and headers over the limit are refused, and the connection lives")
    func limits() async throws {
      var limits = GatewayLimits()
      limits.bodyBytesMax = 1_000
      try await TestGateway.run(limits: limits) { gateway in
        let client = try await HTTP2Client(port: gateway.port)
        let large = try await client.ask(
          "POST",
          "/v1/hello",
          headers: [("content-type", "application/json")],
          body: String(repeating: " ", count: 1_001)
        )
        #expect(large.status == 413)
        let headers = try await client.ask(
          "GET",
          "/v1/hello",
          headers: [("x", String(repeating: "a", count: 17_000))]
        )
        #expect(headers.status == 431)
        #expect(try await client.ask("GET", "/v1/hello").status == 200)
        await client.close()
      }
    }

    @Test("the preface is told from a request by its first bytes")
    func detection() {
      for (bytes, verdict) in [
        ("", ProtocolDetector.Verdict.undecided), ("P", .undecided), ("PO", .http1),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r", .undecided),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .http2),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nmore", .http2), ("PRI * HTTP/1.1\r\n", .http1),
        ("GET / HTTP/1.1", .http1),
      ] {
        #expect(ProtocolDetector.judge(Array(bytes.utf8)) == verdict, "\(bytes)")
      }
    }
  }
}
