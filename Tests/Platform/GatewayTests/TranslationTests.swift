import Foundation
import RPC
import Synchronization
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("From REST to a call and back")
  struct TranslationTests {
    struct Case: Sendable {
      let request: String
      var body: String?
      let holds: [String]
      var lacks: [String] = []
    }

    @Test(
      "path, query and body meet in one message",
      arguments: [
        Case(
          request: "GET /v1/notes/c%C3%A0%20chua",
          holds: [#""text":"cà chua""#, #""stars":0"#]
        ),
        Case(
          request: "GET /v1/notes?stars=-3&weight=2.5&is_done=true&big=9007199254740993&plain=7",
          holds: [
            #""stars":-3"#, #""weight":2.5"#, #""isDone":true"#, #""big":"9007199254740993""#,
            #""plain":"7""#,
          ]
        ),
        Case(
          request: "GET /v1/notes?tags=a&tags=b%26&isDone=true&small=-7",
          holds: [#""tags":["a","b&"]"#, #""isDone":true"#, #""small":-7"#]
        ),
        Case(
          request: "GET /v1/notes?color=COLOR_RED&colors=COLOR_BLUE&colors=1",
          holds: [#""color":"COLOR_RED""#, #""colors":["COLOR_BLUE","COLOR_RED"]"#]
        ),
        Case(
          request: "GET /v1/notes?inner.text=x&inner.count=4&inner.deeper.text=y",
          holds: [#""text":"x""#, #""count":4"#, #""text":"y""#]
        ),
        Case(
          request: "GET /v1/notes?at=2026-01-31T10:00:00Z&blob=_-8%3D",
          holds: [#""at":"2026-01-31T10:00:00Z""#, #""blob":"/+8=""#]
        ),
        Case(
          request: "POST /v1/notes",
          body: #"{"text":"a","labels":{"k":"v"},"inners":[{"count":1},{}],"left":""}"#,
          holds: [#""labels":{"k":"v"}"#, #""inners":[{"#, #""left":"""#]
        ),
        Case(request: "POST /v1/notes", body: nil, holds: [#""text":"""#]),
        Case(
          request: "PATCH /v1/notes/n1?stars=2&update_mask=text",
          body: #"{"text":"inside"}"#,
          holds: [#""text":"n1""#, #""text":"inside""#, #""stars":2"#, #""updateMask":"text""#]
        ),
        Case(request: "PUT /v1/notes/n1/tags", body: #"["x","y"]"#, holds: [#""tags":["x","y"]"#]),
        Case(
          request: "POST /v1/notes/n1:finish",
          body: #"{"text":"liar","stars":1}"#,
          holds: [#""text":"n1""#, #""stars":1"#],
          lacks: ["liar"]
        ),
        Case(
          request: "POST /v1/finished/deep",
          body: #"{"inner":{"count":3}}"#,
          holds: [#""inner":{"text":"deep","count":3"#]
        ),
        Case(request: "GET /v1/files/a/b%2Fc", holds: [#""text":"files/a/b%2Fc""#]),
        Case(
          request: "GET /v1/inner/only",
          holds: [#"{"text":"only","count":0"#],
          lacks: ["stars"]
        ),
        Case(request: "GET /v1/stars/5", holds: [#""stars":5"#]),
      ]
    )
    func translates(_ row: Case) async throws {
      try await TestGateway.run { gateway in
        let parts = row.request.split(separator: " ").map(String.init)
        let answer = try await gateway.ask(parts[0], parts[1], body: row.body)
        #expect(answer.status == 200, "\(row.request): \(answer.body)")
        for text in row.holds {
          #expect(answer.body.contains(text), "\(row.request): \(answer.body)")
        }
        for text in row.lacks { #expect(!answer.body.contains(text), "\(row.request)") }
      }
    }

    struct Refusal: Sendable {
      let request: String
      var body: String?
      var type = "application/json"
      var status = 400
      let says: [String]
    }

    @Test(
      "a bad request is refused with its field and the rule, and nothing is called",
      arguments: [
        Refusal(request: "GET /v1/notes?bogus=1", says: ["bogus", "not a field"]),
        Refusal(request: "GET /v1/notes?inner.bogus=1", says: ["inner.bogus", "not a field"]),
        Refusal(request: "GET /v1/notes?inner=1", says: ["inner"]),
        Refusal(request: "GET /v1/notes?inners.text=1", says: ["inners.text", "repeated"]),
        Refusal(request: "GET /v1/notes?text.x=1", says: ["text.x", "no fields"]),
        Refusal(request: "GET /v1/notes?labels=1", says: ["labels", "map"]),
        Refusal(request: "GET /v1/notes?stars=x", says: ["stars", "must be"]),
        Refusal(request: "GET /v1/notes?stars=3000000000", says: ["stars", "must be"]),
        Refusal(request: "GET /v1/notes?stars=1.5", says: ["stars", "must be"]),
        Refusal(request: "GET /v1/notes?stars=", says: ["stars", "must be"]),
        Refusal(request: "GET /v1/notes?is_done=yes", says: ["is_done", "true or false"]),
        Refusal(request: "GET /v1/notes?weight=0x1", says: ["weight", "must be"]),
        Refusal(request: "GET /v1/notes?color=GREEN", says: ["color", "COLOR_RED"]),
        Refusal(request: "GET /v1/notes?text=a&text=b", says: ["text", "twice"]),
        Refusal(request: "GET /v1/notes?left=a&right=b", says: ["right", "excludes"]),
        Refusal(request: "GET /v1/notes?text=%C3", says: ["UTF-8"]),
        Refusal(request: "GET /v1/notes?a=1&stars=x", says: ["a", "stars", "and 1 more"]),
        Refusal(request: "GET /v1/notes/x?text=y", says: ["text", "path"]),
        Refusal(request: "GET /v1/notes/%zz", says: ["percent"]),
        Refusal(request: "GET /v1/stars/many", says: ["stars", "must be"]),
        Refusal(request: "POST /v1/notes?stars=1", body: "{}", says: ["stars", "body"]),
        Refusal(
          request: "PATCH /v1/notes/x?inner.text=y",
          body: "{}",
          says: ["inner.text", "body"]
        ),
        Refusal(request: "GET /v1/notes", body: "{}", says: ["takes no body"]),
        Refusal(request: "POST /v1/notes", body: "{", says: ["the body"]),
        Refusal(request: "POST /v1/notes", body: "{} {}", says: ["JSON"]),
        Refusal(request: "POST /v1/notes", body: "[]", says: ["must be"]),
        Refusal(request: "POST /v1/notes", body: #"{"stars":"x"}"#, says: ["stars", "must be"]),
        Refusal(request: "POST /v1/notes", body: #"{"nope":1}"#, says: ["nope", "not a field"]),
        Refusal(request: "POST /v1/notes", body: #"{"text":"a","text":"b"}"#, says: ["text"]),
        Refusal(
          request: "POST /v1/notes",
          body: #"{"inners":[{},{"count":-1}]}"#,
          says: ["inners[1].count", "must be"]
        ),
        Refusal(
          request: "PATCH /v1/notes/x",
          body: #"{"count":"many"}"#,
          says: ["inner.count", "must be"]
        ),
        Refusal(
          request: "POST /v1/notes",
          body: "text=a",
          type: "text/plain",
          status: 415,
          says: ["text/plain"]
        ),
        Refusal(request: "TRACE /v1/notes", status: 405, says: ["TRACE", "GET"]),
        Refusal(request: "DELETE /v1/notes", status: 405, says: ["GET, HEAD, OPTIONS, POST"]),
        Refusal(request: "GET /v2/notes", status: 404, says: ["no route for GET /v2/notes"]),
        Refusal(request: "GET /v1/notes:watch?stars=x", says: ["stars", "must be"]),
      ]
    )
    func refuses(_ row: Refusal) async throws {
      let calls = Mutex(0)
      try await TestGateway.run(handler: { _, bytes, _ in
        calls.withLock { $0 += 1 }
        return bytes
      }) { gateway in
        let parts = row.request.split(separator: " ").map(String.init)
        let answer = try await gateway.ask(
          parts[0],
          parts[1],
          headers: row.body == nil ? [] : ["content-type: \(row.type)"],
          body: row.body
        )
        #expect(answer.status == row.status, "\(row.request): \(answer.body)")
        for text in row.says {
          #expect(answer.body.contains(text), "\(row.request): \(answer.body)")
        }
        #expect(calls.withLock { $0 } == 0)
      }
    }

    @Test("a body needs a content type, an absent one does not")
    func contentType() async throws {
      try await TestGateway.run { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(
          "POST /v1/hello HTTP/1.1\r\nhost: h\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}"
        )
        #expect(RawAnswer(await connection.textToEnd()).status == 415)
        #expect(try await gateway.ask("POST", "/v1/hello").status == 200)
      }
    }

    @Test("an error of a service arrives as one shape with its details")
    func serviceErrors() async throws {
      let error = RPCError(
        code: .resourceExhausted,
        message: "no calls are left",
        details: [
          .badRequest(field: "names[2]", description: "must have 2 to 100 characters"),
          .quotaFailure(subject: "user:lan", description: "10 a month"),
          .retryInfo(delay: .milliseconds(2_500)),
          .errorInfo(reason: "QUOTA", domain: "kitchen", metadata: ["limit": "10"]),
          .resourceInfo(type: "recipe", name: "pho"),
          .preconditionFailure(type: "T", subject: "s", description: "d"),
        ]
      )
      try await TestGateway.run(handler: { _, _, _ in throw error }) { gateway in
        let answer = try await gateway.ask("GET", "/v1/notes", headers: ["x-request-id: abc-1"])
        #expect(answer.status == 429)
        #expect(answer.header("retry-after") == "3")
        #expect(answer.header("x-request-id") == "abc-1")
        let json = try #require(
          try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
        )
        let body = try #require(json["error"] as? [String: Any])
        #expect(body["code"] as? String == "RESOURCE_EXHAUSTED")
        #expect(body["status"] as? Int == 429)
        #expect(body["message"] as? String == "no calls are left")
        #expect(body["requestId"] as? String == "abc-1")
        let details = try #require(body["details"] as? [[String: Any]])
        let types = details.map {
          ($0["@type"] as? String)?.split(separator: ".").last.map(String.init)
        }
        #expect(
          types == [
            "BadRequest", "QuotaFailure", "RetryInfo", "ErrorInfo", "ResourceInfo",
            "PreconditionFailure",
          ]
        )
        #expect(details[2]["retryDelay"] as? String == "2.500s")
        let violations = details[0]["fieldViolations"] as? [[String: String]]
        #expect(violations?.first?["field"] == "names[2]")
      }
    }

    @Test("each status has its HTTP code")
    func statuses() {
      let expected: [StatusCode: Int] = [
        .ok: 200, .cancelled: 499, .unknown: 500, .invalidArgument: 400, .deadlineExceeded: 504,
        .notFound: 404, .alreadyExists: 409, .permissionDenied: 403, .resourceExhausted: 429,
        .failedPrecondition: 400, .aborted: 409, .outOfRange: 400, .unimplemented: 501,
        .internal: 500, .unavailable: 503, .dataLoss: 500, .unauthenticated: 401,
      ]
      for code in StatusCode.allCases { #expect(code.httpStatus == expected[code], "\(code)") }
    }

    @Test("a service chooses among the codes of success, and no others")
    func chosenStatus() async throws {
      for (chosen, status) in [("201", 201), ("204", 204), ("200", 200), ("404", 200), ("x", 200)] {
        try await TestGateway.run(handler: { _, bytes, context in
          context.responseMetadata.append("x-http-status", chosen)
          return bytes
        }) { gateway in
          let answer = try await gateway.ask("GET", "/v1/notes")
          #expect(answer.status == status)
          #expect(answer.body.isEmpty == (status == 204))
        }
      }
    }

    @Test("the headers that matter go along with the call, all others end at the gateway")
    func metadata() async throws {
      let seen = Mutex(Metadata())
      try await TestGateway.run(handler: { _, bytes, context in
        seen.withLock { $0 = context.metadata }
        return bytes
      }) { gateway in
        let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        _ = try await gateway.ask(
          "GET",
          "/v1/notes",
          headers: [
            "accept-language: en", "x-request-id: r-1", "traceparent: \(trace)", "cookie: a=b",
            "idempotency-key: k-1", "te: trailers", "x-http-status: 201", "forwarded: for=1",
          ]
        )
        let metadata = seen.withLock { $0 }
        #expect(metadata["authorization"] == "Bearer \(gateway.token)")
        #expect(metadata["accept-language"] == "en")
        #expect(metadata["x-request-id"] == "r-1")
        #expect(metadata["traceparent"] == trace)
        #expect(metadata["idempotency-key"] == "k-1")
        for name in ["cookie", "te", "x-http-status", "forwarded", "host", "connection"] {
          #expect(metadata[name] == nil, "\(name)")
        }
      }
    }

    @Test("a request id that may not stand in a log is replaced")
    func requestID() async throws {
      try await TestGateway.run { gateway in
        let answer = try await gateway.ask("GET", "/v1/notes", headers: ["x-request-id: a b\"c"])
        let id = try #require(answer.header("x-request-id"))
        #expect(id.count == 32)
        #expect(gateway.answered.last?.requestID == id)
      }
    }
  }
}
