import Foundation
import Identity
import NIOCore
import RPC
import Synchronization
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("The call behind a request")
  struct CallTests {
    @Test("access follows the contract: anyone, a user, an admin")
    func access() async throws {
      try await TestGateway.run { gateway in
        let cases: [(String, String??, Int)] = [
          ("GET /v1/hello", .some(nil), 200), ("GET /v1/notes", .some(nil), 401),
          ("GET /v1/notes", .some("forged"), 401), ("GET /v1/notes", .some(gateway.token), 200),
          ("GET /v1/hello", .some("forged"), 401),
          ("POST /v1/admin/notes", .some(gateway.token), 403),
          ("POST /v1/admin/notes", .some(gateway.admin), 200),
        ]
        for (request, token, status) in cases {
          let parts = request.split(separator: " ").map(String.init)
          let answer = try await gateway.ask(parts[0], parts[1], token: token)
          #expect(answer.status == status, "\(request) \(answer.body)")
          let challenge = answer.header("www-authenticate")
          switch (status, token ?? nil) {
          case (401, nil): #expect(challenge == "Bearer")
          case (401, _): #expect(challenge == "Bearer error=\"invalid_token\"")
          default: #expect(challenge == nil)
          }
        }
      }
    }

    @Test("an RPC for services alone has no route, and must have none")
    func serviceOnly() throws {
      typealias Write = DescriptorWriter
      let method = Write.method(
        "Internal",
        "kitchen.v1.Note",
        "kitchen.v1.Note",
        http: Write.rule("GET", "/v1/internal"),
        access: 4
      )
      let error = #expect(throws: GatewayError.self) { try NotesContract.table([method]) }
      #expect(error?.description.contains("for services alone") == true)
    }

    @Test("a service that is down is a 503 that names it, and it comes back by itself")
    func serviceDown() async throws {
      try await TestGateway.run { gateway in
        #expect(try await gateway.ask("GET", "/v1/notes").status == 200)
        await gateway.stopService()
        let answer = try await gateway.ask("GET", "/v1/notes")
        #expect(answer.status == 503, "\(answer.body)")
        #expect(answer.body.contains("kitchen.v1.Notes"), "\(answer.body)")
        #expect(answer.body.contains("UNAVAILABLE"))
      }
    }

    @Test("the deadline is the client's, at most the gateway's, and travels with the call")
    func deadline() async throws {
      let remaining = Mutex<[Duration]>([])
      var limits = GatewayLimits()
      limits.callSeconds = 600
      try await TestGateway.run(
        limits: limits,
        handler: { _, bytes, context in
          let deadline = try #require(context.deadline)
          remaining.withLock { $0.append(deadline.remaining()) }
          return bytes
        }
      ) { gateway in
        for header in [[], ["x-request-timeout: 200s"], ["x-request-timeout: 50m"]] {
          #expect(try await gateway.ask("GET", "/v1/notes", headers: header).status == 200)
        }
        let times = remaining.withLock { $0 }
        try #require(times.count == 3)
        #expect(times[0] > .seconds(500) && times[0] <= .seconds(600))
        #expect(times[1] > .seconds(100) && times[1] <= .seconds(200))
        #expect(times[2] > .seconds(500) && times[2] <= .seconds(600))
        let bad = try await gateway.ask("GET", "/v1/notes", headers: ["x-request-timeout: soon"])
        #expect(bad.status == 400)
        #expect(bad.body.contains("x-request-timeout"))
      }
    }

    @Test("a call that takes longer than its deadline is a 504")
    func deadlineExceeded() async throws {
      try await TestGateway.run(handler: { _, _, _ in
        try await Task.sleep(for: .seconds(60))
        return []
      }) { gateway in
        let answer = try await gateway.ask("GET", "/v1/notes", headers: ["x-request-timeout: 50ms"])
        #expect(answer.status == 504)
        #expect(answer.body.contains("DEADLINE_EXCEEDED"))
      }
    }

    @Test("an issuer that says nothing of an unknown key does not hold a request past its time")
    func silentIssuer() async throws {
      let verifier = try await TokenVerifier(issuer: LocalIssuer.name, published: SilentIssuer())
      let (followed, follow) = AsyncStream<Void>.makeStream()
      let following = Task {
        await verifier.run(
          sleep: { _ in
            follow.yield()
            try await Task.sleep(for: .seconds(60))
          },
          failed: { _ in }
        )
      }
      defer { following.cancel() }
      for await _ in followed { break }
      try await TestGateway.run(verifier: verifier) { gateway in
        for target in ["/v1/notes", "/v1/notes:watch"] {
          let began = ContinuousClock.now
          let answer = try await gateway.ask("GET", target, headers: ["x-request-timeout: 50ms"])
          #expect(answer.status == 504, "\(answer.body)")
          #expect(answer.body.contains("its issuer does not answer"), "\(answer.body)")
          #expect(ContinuousClock.now - began < .seconds(5))
        }
      }
    }

    /// Publishes one key, once; whoever asks again waits.
    private actor SilentIssuer: KeySetSource {
      private var hasAnswered = false

      func keySet() async throws -> String {
        if hasAnswered { try await Task.sleep(for: .seconds(60)) }
        hasAnswered = true
        // The base point of P-256: a public key as good as any.
        return #"""
          {"keys": [{
            "kty": "EC", "crv": "P-256", "alg": "ES256", "kid": "one",
            "x": "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",
            "y": "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"
          }]}
          """#
      }
    }

    @Test("a client that goes away cancels its call, over both protocols")
    func cancellation() async throws {
      let (began, begin) = AsyncStream<Void>.makeStream()
      let (ended, end) = AsyncStream<Void>.makeStream()
      try await TestGateway.run(handler: { _, _, _ in
        begin.yield()
        do {
          try await Task.sleep(for: .seconds(60))
        } catch {
          end.yield()
          throw error
        }
        return []
      }) { gateway in
        var begins = began.makeAsyncIterator()
        var ends = ended.makeAsyncIterator()
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send(
          "GET /v1/notes HTTP/1.1\r\nhost: h\r\nauthorization: Bearer \(gateway.token)\r\n\r\n"
        )
        await begins.next()
        await connection.close()
        await ends.next()

        let client = try await HTTP2Client(port: gateway.port)
        let headers = [("authorization", "Bearer \(gateway.token)")]
        let asked = Task { try await client.ask("GET", "/v1/notes", headers: headers) }
        await begins.next()
        await client.close()
        await ends.next()
        _ = try await asked.value
        #expect(gateway.answered.map(\.httpStatus) == [499, 499])
      }
    }

    @Test("calls beyond the limit are answered 503 at once and say when to come back")
    func overload() async throws {
      var limits = GatewayLimits()
      limits.runningCallsMax = 1
      let (began, begin) = AsyncStream<Void>.makeStream()
      let (released, release) = AsyncStream<Void>.makeStream()
      try await TestGateway.run(
        limits: limits,
        handler: { _, bytes, _ in
          begin.yield()
          for await _ in released {}
          return bytes
        }
      ) { gateway in
        async let first = gateway.ask("GET", "/v1/notes")
        var begins = began.makeAsyncIterator()
        await begins.next()
        let second = try await gateway.ask("GET", "/v1/notes")
        #expect(second.status == 503)
        #expect(second.header("retry-after") == "1")
        release.finish()
        let finished = try await first
        #expect(finished.status == 200)
        #expect(try await gateway.ask("GET", "/v1/notes").status == 200)
      }
    }

    @Test("a drain lets running requests finish, closes idle connections and takes nobody new")
    func drain() async throws {
      let (began, begin) = AsyncStream<Void>.makeStream()
      let (released, release) = AsyncStream<Void>.makeStream()
      try await TestGateway.run(handler: { _, bytes, _ in
        begin.yield()
        for await _ in released {}
        return bytes
      }) { gateway in
        let idle = try await RawConnection(port: gateway.port)
        try await idle.send("GET / HTTP/1.1\r\nhost: h\r\n\r\n")
        _ = await idle.text { $0.contains("openapi") }
        let silent = try await HTTP2Client(port: gateway.port)
        _ = try await silent.ask("GET", "/")
        let busy = try await RawConnection(port: gateway.port)
        try await busy.send(
          "GET /v1/notes?text=late HTTP/1.1\r\nhost: h\r\nauthorization: Bearer \(gateway.token)\r\n\r\n"
        )
        var begins = began.makeAsyncIterator()
        await begins.next()
        async let drained: Void = gateway.gateway.drain(within: .seconds(30))
        _ = await idle.textToEnd()
        try await silent.waitForEnd()
        await #expect(throws: (any Error).self) { try await RawConnection(port: gateway.port) }
        release.finish()
        let answer = RawAnswer(await busy.textToEnd())
        #expect(answer.status == 200)
        #expect(answer.body.contains("late"))
        #expect(answer.header("connection") == "close")
        await drained
      }
    }

    @Test("a drain ends by force what does not finish in time")
    func hardDrain() async throws {
      let (began, begin) = AsyncStream<Void>.makeStream()
      try await TestGateway.run(handler: { _, _, _ in
        begin.yield()
        try await Task.sleep(for: .seconds(60))
        return []
      }) { gateway in
        async let answer = gateway.ask("GET", "/v1/notes")
        var begins = began.makeAsyncIterator()
        await begins.next()
        await gateway.gateway.drain(within: .milliseconds(50))
        let ended = try await answer
        #expect(ended.status == 0)
      }
    }

    @Test("each request is recorded once, with its route and outcome")
    func records() async throws {
      try await TestGateway.run { gateway in
        _ = try await gateway.ask("GET", "/v1/notes/a?stars=x")
        _ = try await gateway.ask("GET", "/v1/notes/a")
        _ = try await gateway.ask("GET", "/nope")
        _ = try await gateway.ask("GET", "/")
        let records = gateway.answered
        #expect(records.map(\.route) == ["/v1/notes/{text}", "/v1/notes/{text}", "", "/"])
        #expect(records.map(\.httpStatus) == [400, 200, 404, 200])
        #expect(records.map(\.status) == [.invalidArgument, .ok, .notFound, .ok])
        #expect(records[1].method?.path == "/kitchen.v1.Notes/Get")
        #expect(records.allSatisfy { $0.peer.hasPrefix("127.0.0.1:") })
      }
    }

    @Test("pages of other origins may call when they are named, and only then")
    func cors() async throws {
      let page = "origin: https://app.test"
      let preflight = [page, "access-control-request-method: POST"]
      try await TestGateway.run { gateway in
        let answer = try await gateway.ask("OPTIONS", "/v1/notes", headers: preflight)
        #expect(answer.header("access-control-allow-origin") == nil)
      }
      try await TestGateway.run(cors: CORS(origins: ["https://app.test"])) { gateway in
        let asked = try await gateway.ask("OPTIONS", "/v1/notes", headers: preflight)
        #expect(asked.header("access-control-allow-origin") == "https://app.test")
        #expect(asked.header("access-control-allow-methods") == "GET, HEAD, OPTIONS, POST")
        #expect(asked.header("access-control-allow-headers")?.contains("authorization") == true)
        let called = try await gateway.ask("GET", "/v1/notes", headers: [page])
        #expect(called.header("access-control-allow-origin") == "https://app.test")
        let stranger = try await gateway.ask(
          "GET",
          "/v1/notes",
          headers: ["origin: https://x.test"]
        )
        #expect(stranger.header("access-control-allow-origin") == nil)
        #expect(stranger.header("vary") == "origin")
      }
    }
  }
}
