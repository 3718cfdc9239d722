import Testing

@testable import Gateway

extension SocketTests {
  @Suite("HTTP/1.1 on the wire")
  struct HTTP1Tests {
    struct Case: Sendable {
      let name: String
      let bytes: String
      let status: Int
      let says: String
    }

    static let get = "GET /v1/hello HTTP/1.1\r\nhost: h\r\n"
    static let post = "POST /v1/hello HTTP/1.1\r\nhost: h\r\ncontent-type: application/json\r\n"

    @Test(
      "what could hide a second request, or is no HTTP/1.1, is refused and the connection closed",
      arguments: [
        Case(
          name: "both lengths",
          bytes: post + "content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
          status: 400,
          says: ""
        ),
        Case(
          name: "both lengths, the other way",
          bytes: post + "transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n0\r\n\r\n",
          status: 400,
          says: ""
        ),
        Case(
          name: "two lengths",
          bytes: post + "content-length: 2\r\ncontent-length: 3\r\n\r\n{}",
          status: 400,
          says: ""
        ),
        Case(
          name: "a length that is no number",
          bytes: post + "content-length: +2\r\n\r\n{}",
          status: 400,
          says: ""
        ),
        Case(
          name: "another coding",
          bytes: post + "transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
          status: 400,
          says: "chunked or none"
        ),
        Case(
          name: "chunked twice",
          bytes: post + "transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
          status: 400,
          says: ""
        ),
        Case(
          name: "coding in HTTP/1.0",
          bytes:
            "POST /v1/hello HTTP/1.0\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
          status: 400,
          says: ""
        ),
        Case(name: "no host", bytes: "GET /v1/hello HTTP/1.1\r\n\r\n", status: 400, says: "host"),
        Case(name: "two hosts", bytes: get + "host: i\r\n\r\n", status: 400, says: "host"),
        Case(
          name: "space before the colon",
          bytes: post + "content-length : 2\r\n\r\n{}",
          status: 400,
          says: ""
        ),
        Case(name: "folded field", bytes: get + "x: a\r\n b\r\n\r\n", status: 400, says: ""),
        Case(name: "bare noise", bytes: "hello\r\n\r\n", status: 400, says: "not HTTP/1.1"),
        Case(
          name: "a bad chunk",
          bytes: post + "transfer-encoding: chunked\r\n\r\nzz\r\n",
          status: 400,
          says: ""
        ),
        Case(
          name: "headers without end",
          bytes: get + "x: " + String(repeating: "a", count: 20_000) + "\r\n\r\n",
          status: 431,
          says: "16384"
        ),
        Case(
          name: "many headers",
          bytes: get + String(repeating: "a: b\r\n", count: 200) + "\r\n",
          status: 431,
          says: ""
        ),
        Case(
          name: "a target without end",
          bytes:
            "GET /v1/\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n",
          status: 414,
          says: "8192"
        ),
        Case(
          name: "a body that says it is too large",
          bytes: post + "content-length: 1048577\r\n\r\n",
          status: 413,
          says: "1048576"
        ),
        Case(
          name: "an unknown expectation",
          bytes: post + "expect: a miracle\r\ncontent-length: 2\r\n\r\n",
          status: 417,
          says: "a miracle"
        ),
      ]
    )
    func broken(_ row: Case) async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(row.bytes)
        let answer = RawAnswer(await connection.textToEnd())
        #expect(answer.status == row.status, "\(row.name): \(answer.head)")
        #expect(answer.body.contains(row.says), "\(row.name): \(answer.body)")
        #expect(answer.header("connection") == "close", "\(row.name)")
        #expect(answer.header("x-request-id")?.isEmpty == false, "\(row.name)")
        #expect(!answer.body.contains("HTTP/1.1 "), "\(row.name) was answered twice")
      }
    }

    @Test("pipelined requests are answered in their order on one connection")
    func pipelining() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        let count = 50
        let requests = (0..<count).map {
          "GET /v1/hello?text=number\($0) HTTP/1.1\r\nhost: h\r\n\r\n"
        }
        try await connection.send(requests.joined())
        let text = await connection.text { $0.contains("number\(count - 1)\"") }
        let order = text.split(separator: "\"text\":\"number").dropFirst().map { part in
          Int(part.prefix { $0.isNumber }) ?? -1
        }
        #expect(order == Array(0..<count))
        await connection.close()
      }
    }

    @Test("thousands of small requests in one piece are answered without nesting")
    func deepPipelining() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        let count = 5_000
        try await connection.send(
          String(repeating: "HEAD /x HTTP/1.1\r\nhost:h\r\n\r\n", count: count)
            + "GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n"
        )
        let text = await connection.textToEnd()
        #expect(text.ranges(of: "HTTP/1.1 404 ").count == count)
        #expect(text.contains("HTTP/1.1 200 "))
      }
    }

    @Test("a client that asks and does not read is neither read nor answered further")
    func backPressure() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port, reads: false)
        let count = 20_000
        let requests = String(
          repeating: "GET /openapi.json HTTP/1.1\r\nhost:h\r\n\r\n",
          count: count
        )
        let sent = Task { try? await connection.send(requests) }
        // Other clients are served meanwhile, and far more often than it takes to see a lack of bounds.
        for _ in 0..<50 { #expect(try await gateway.ask("GET", "/v1/hello").status == 200) }
        let answered = gateway.answered.filter { $0.route == "/openapi.json" }
        let unsent = answered.reduce(0) { $0 + $1.responseBytes }
        #expect(!answered.isEmpty)
        // What the sockets of both sides hold, and one answer.
        #expect(unsent < 16 << 20, "\(answered.count) answers, \(unsent) bytes")
        await connection.close()
        await sent.value
      }
    }

    @Test("a refused request with a short body leaves the connection alive")
    func keepAliveAfterRefusal() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(
          "POST /nowhere HTTP/1.1\r\nhost: h\r\ncontent-length: 5\r\n\r\n12345" + Self.get + "\r\n"
        )
        let text = await connection.text { $0.contains("\"text\":") }
        #expect(text.contains("HTTP/1.1 404 "))
        #expect(text.contains("HTTP/1.1 200 "))
        await connection.close()
      }
    }

    @Test("a chunked body is read, and chunked bodies have the same limit")
    func chunked() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        let head = Self.post + "transfer-encoding: chunked\r\n\r\n"
        try await connection.send(head + "8\r\n{\"text\":\r\n6\r\n\"hé\"}")
        try await connection.send("\r\n0\r\n\r\n")
        #expect(await connection.text { $0.contains("\"text\":\"hé\"") }.contains(" 200 "))
        let chunk = "10000\r\n\(String(repeating: " ", count: 65_536))\r\n"
        try await connection.send(head)
        // The gateway may close while this is on its way.
        for _ in 0..<17 { try? await connection.send(chunk) }
        let text = await connection.textToEnd()
        #expect(text.contains("HTTP/1.1 413 "))
      }
    }

    @Test("who expects 100-continue is told to go on, or gets the refusal at once")
    func expectContinue() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(Self.post + "expect: 100-continue\r\ncontent-length: 12\r\n\r\n")
        _ = await connection.text { $0.hasPrefix("HTTP/1.1 100 Continue\r\n\r\n") }
        try await connection.send("{\"text\":\"a\"}")
        #expect(await connection.text { $0.contains("\"text\":\"a\"") }.contains(" 200 "))
        await connection.close()

        let refused = try await RawConnection(port: gateway.port)
        try await refused.send(
          "POST /nowhere HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 9\r\n\r\n"
        )
        let answer = RawAnswer(await refused.textToEnd())
        #expect(answer.status == 404)
      }
    }

    @Test("HTTP/1.0 is answered and closed unless it asks to be kept")
    func oldVersion() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send("GET /v1/hello HTTP/1.0\r\n\r\n")
        #expect(RawAnswer(await connection.textToEnd()).status == 200)
      }
    }

    @Test(
      "who asks for another protocol is answered in this one, and what comes behind is not read",
      arguments: [
        (get + "connection: Upgrade\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\n\r\n", 200),
        (post + "connection: upgrade\r\nupgrade: x\r\ncontent-length: 2\r\n\r\n{}", 200),
        ("CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n", 400),
      ]
    )
    func anotherProtocol(request: String, status: Int) async throws {
      try await TestGateway.run { gateway in
        for behind in [Self.get + "\r\n", String(repeating: "behind it\n", count: 1 << 20)] {
          let connection = try await RawConnection(port: gateway.port)
          // The gateway may close while this is on its way.
          let sent = Task { try? await connection.send(request + behind) }
          let text = await connection.textToEnd()
          #expect(RawAnswer(text).status == status)
          #expect(RawAnswer(text).header("connection") == "close")
          #expect(text.ranges(of: "HTTP/1.1 ").count == 1)
          await sent.value
        }
        #expect(await gateway.becomesIdle())
      }
    }

    @Test("HEAD has the headers of GET and no body, OPTIONS names the methods")
    func headAndOptions() async throws {
      try await TestGateway.run { gateway in
        let get = try await gateway.ask("GET", "/v1/hello?text=a")
        let head = try await gateway.ask("HEAD", "/v1/hello?text=a")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.header("content-length") == get.header("content-length"))
        let options = try await gateway.ask("OPTIONS", "/v1/hello")
        #expect(options.status == 204)
        #expect(options.header("allow") == "GET, HEAD, OPTIONS, POST")
        #expect(try await gateway.ask("OPTIONS", "*").status == 204)
      }
    }

    @Test("a client that ends its side behind its request gets the answer, and then the end")
    func halfClosed() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(Self.get + "\r\n" + Self.get + "\r\n")
        try await connection.endSending()
        let text = await connection.textToEnd()
        #expect(text.ranges(of: "HTTP/1.1 200 ").count == 2)

        let silent = try await RawConnection(port: gateway.port)
        try await silent.send(Self.post + "content-length: 10\r\n\r\n{")
        try await silent.endSending()
        #expect(!(await silent.textToEnd()).contains(" 200 "))
      }
    }

    @Test("a client that dribbles its head is cut off")
    func slowloris() async throws {
      var limits = GatewayLimits()
      limits.headSeconds = 1
      try await TestGateway.run(limits: limits) { gateway in
        let port = gateway.port
        try await withThrowingTaskGroup { group in
          for start in ["", "GET /v1", "PRI * HT", Self.get] {
            group.addTask {
              let connection = try await RawConnection(port: port)
              try await connection.send(start)
              #expect(await connection.textToEnd() == "", "after \(start)")
            }
          }
          try await group.waitForAll()
        }
      }
    }

    @Test("a client that dribbles its body is told so and cut off")
    func slowBody() async throws {
      var limits = GatewayLimits()
      limits.bodySeconds = 1
      try await TestGateway.run(limits: limits) { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(Self.post + "content-length: 10\r\n\r\n{")
        #expect(RawAnswer(await connection.textToEnd()).status == 408)
      }
    }

    @Test("connections beyond the limit are closed, and room that comes free is used")
    func connectionLimit() async throws {
      var limits = GatewayLimits()
      limits.connectionsMax = 1
      try await TestGateway.run(limits: limits) { gateway in
        let first = try await RawConnection(port: gateway.port)
        try await first.send(Self.get + "\r\n")
        _ = await first.text { $0.contains("\"text\"") }
        let second = try await RawConnection(port: gateway.port)
        #expect(await second.textToEnd() == "")
        try await first.send(Self.get + "connection: close\r\n\r\n")
        _ = await first.textToEnd()
        // The place is free once the gateway has seen the end too; until then it refuses.
        let patience = ContinuousClock.now + .seconds(10)
        var status: Int?
        while status != 200, ContinuousClock.now < patience {
          // A refusal is a closed connection, wherever the request is by then.
          status = try? await gateway.ask("GET", "/v1/hello").status
        }
        #expect(status == 200)
      }
    }

    @Test("random bytes never take the gateway down, nor leave anything held")
    func fuzz() async throws {
      try await TestGateway.run { gateway in
        var random = SeededRandom()
        let pieces = [
          "GET", "POST", " ", "/v1/hello", "/v1/notes/%", " HTTP/1.1", "\r\n", "\r\n\r\n",
          "host: h",
          "content-length: 5", "transfer-encoding: chunked", "0", "5", "\0", "é", "{}", ":",
          "expect: ",
          "100-continue", "connection: close", "?", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "content-type: ",
          "application/json",
        ]
        for _ in 0..<300 {
          let count = Int.random(in: 1...30, using: &random)
          let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
          let connection = try await RawConnection(port: gateway.port)
          // It may close in the middle.
          try? await connection.send(text)
          await connection.close()
        }
        #expect(try await gateway.ask("GET", "/v1/hello").status == 200, "seed \(random.seed)")
        await gateway.gateway.drain(within: .seconds(1))
        #expect(await gateway.becomesIdle(), "seed \(random.seed)")
      }
    }

    @Test("a body that is given up gives back what it held")
    func givenUpBody() async throws {
      try await TestGateway.run { gateway in
        for rest in ["", "zz\r\n"] {
          let connection = try await RawConnection(port: gateway.port)
          try await connection.send(
            Self.post + "transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n" + rest
          )
          await connection.close()
        }
        await gateway.gateway.drain(within: .seconds(1))
        #expect(await gateway.becomesIdle())
      }
    }
  }
}
