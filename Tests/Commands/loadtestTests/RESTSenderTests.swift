import NIOCore
import NIOPosix
import Testing

@testable import loadtest

@Suite("REST requests over HTTP/1.1")
struct RESTSenderTests {
  private func sender(port: Int, timeout: Duration = .seconds(10)) -> RESTSender {
    RESTSender(
      host: "127.0.0.1",
      port: port,
      connections: 1,
      timeout: timeout,
      group: MultiThreadedEventLoopGroup.singleton
    )
  }

  private func get(_ path: String) -> Request {
    .rest(HTTPMessage(method: "GET", uri: path, body: nil), bearer: nil)
  }

  @Test("method, path, token and body arrive, and one connection serves them all")
  func requests() async throws {
    try await HTTPServer.serving { server, port in
      let sender = sender(port: port)
      let body = HTTPMessage(method: "POST", uri: "/ok?a=b", body: #"{"q":"gà"}"#)
      #expect(await sender.send(.rest(body, bearer: "t"), worker: 0) == .succeeded)
      #expect(await sender.send(get("/ok"), worker: 0) == .succeeded)
      await sender.close()
      #expect(server.seen.map(\.line) == ["POST /ok?a=b", "GET /ok"])
      #expect(server.seen.map(\.connection) == [0, 0])
      #expect(server.seen.map(\.body) == [#"{"q":"gà"}"#, ""])
      let headers = try #require(server.seen.first?.headers)
      #expect(headers["authorization"] == "Bearer t")
      #expect(headers["content-type"] == "application/json")
      #expect(headers["content-length"] == "11")
      #expect(headers["host"] == "127.0.0.1:\(port)")
      #expect(server.seen.last?.headers["content-type"] == nil)
    }
  }

  @Test("an answer that is no success is an error with its status and body")
  func failure() async throws {
    try await HTTPServer.serving { _, port in
      let sender = sender(port: port)
      let outcome = await sender.send(get("/missing"), worker: 0)
      #expect(outcome == .failed(status: "HTTP 404", example: #"{"error":"no such thing"}"#))
      await sender.close()
    }
  }

  @Test(
    "after the server has closed its connection the next request gets a new one",
    arguments: [("/last", true), ("/drop", false)]
  )
  func reconnection(_ path: String, _ isAnswered: Bool) async throws {
    try await HTTPServer.serving { server, port in
      let sender = sender(port: port)
      let first = await sender.send(get(path), worker: 0)
      #expect((first == .succeeded) == isAnswered)
      if case .failed(let status, _) = first { #expect(status == "CONNECTION") }
      #expect(await sender.send(get("/ok"), worker: 0) == .succeeded)
      await sender.close()
      #expect(server.seen.map(\.connection) == [0, 1])
    }
  }

  @Test("a request without an answer fails in time, and the next one is answered")
  func silence() async throws {
    try await HTTPServer.serving { server, port in
      let sender = sender(port: port, timeout: .milliseconds(50))
      guard case .failed(status: "TIMEOUT", _) = await sender.send(get("/silent"), worker: 0)
      else {
        Issue.record("silence is no answer")
        return
      }
      #expect(await sender.send(get("/ok"), worker: 0) == .succeeded)
      await sender.close()
      #expect(server.seen.map(\.connection) == [0, 1])
    }
  }

  @Test("where nobody listens the run does not start")
  func nobody() async throws {
    let group = MultiThreadedEventLoopGroup.singleton
    let listener = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(listener.localAddress?.port)
    try await listener.close()
    let error = await #expect(throws: UsageError.self) {
      try await sender(port: port).connect()
    }
    #expect(error?.description.hasPrefix("nobody answers at 127.0.0.1:\(port)") == true)
  }
}
