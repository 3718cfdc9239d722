import NIOPosix
import NIOSSL
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("What slow clients make the gateway keep")
  struct HeldBytesTests {
    private static let loops = MultiThreadedEventLoopGroup.singleton.makeIterator().reduce(0) {
      count,
      _ in count + 1
    }
    /// More than share a loop without its limit.
    private static let slowClients = 8 * loops

    private static func limits(bytesPerLoop: Int) -> GatewayLimits {
      var limits = GatewayLimits()
      limits.heldBytesMax = bytesPerLoop * loops
      // A loop's part is at least what one connection may hold.
      limits.heldBytesPerConnectionMax = bytesPerLoop / 4
      limits.bodyBytesMax = bytesPerLoop - limits.heldBytesPerConnectionMax
      return limits
    }

    @Test("who does not take answers over HTTP/2 locks out nobody")
    func slowReaders() async throws {
      let limits = Self.limits(bytesPerLoop: 128 << 10)
      let bytes =
        Frames.opening(windowBytes: 0)
        + Frames.streams(64).flatMap { Frames.head($0, "GET", "/openapi.json", isEnd: true) }
      try await Self.serve(limits) { gateway in
        let client = try await RawConnection(port: gateway.port)
        try await client.send(bytes)
        return client
      } honest: { gateway in
        #expect(try await gateway.ask("GET", "/openapi.json").status == 200)
        let client = try await HTTP2Client(port: gateway.port)
        #expect(try await client.ask("GET", "/openapi.json").status == 200)
        await client.close()
      }
    }

    @Test("who does not take answers over HTTP/1.1 locks out nobody")
    func slowReadersOfHTTP1() async throws {
      let limits = Self.limits(bytesPerLoop: 128 << 10)
      // More than the sockets of both sides hold.
      let request = "GET /openapi.json HTTP/1.1\r\nhost: h\r\n\r\n"
      let requests = String(repeating: request, count: 2_000)
      try await Self.serve(limits) { gateway in
        let client = try await RawConnection(port: gateway.port, reads: false)
        try await client.send(requests)
        return client
      } honest: { gateway in
        let answer = try await gateway.ask("GET", "/openapi.json")
        #expect(answer.status == 200)
      }
    }

    @Test("who does not end bodies locks out nobody")
    func slowSenders() async throws {
      let limits = Self.limits(bytesPerLoop: 128 << 10)
      let body = [UInt8](repeating: UInt8(ascii: " "), count: 12_000)
      // As much as the window of a connection takes.
      let bytes =
        Frames.opening()
        + Frames.streams(5).flatMap {
          Frames.head($0, "POST", "/v1/hello") + Frames.data($0, body)
        }
      try await Self.serve(limits) { gateway in
        let client = try await RawConnection(port: gateway.port)
        try await client.send(bytes)
        return client
      } honest: { gateway in
        let text = String(repeating: "t", count: 60_000)
        let answer = try await gateway.ask("POST", "/v1/hello", body: "{\"text\":\"\(text)\"}")
        #expect(answer.status == 200)
      }
    }

    @Test("heads alone count too")
    func headsAlone() async throws {
      let limits = Self.limits(bytesPerLoop: 128 << 10)
      let bytes =
        Frames.opening() + Frames.streams(64).flatMap { Frames.head($0, "POST", "/v1/hello") }
      try await Self.serve(limits) { gateway in
        let client = try await RawConnection(port: gateway.port)
        try await client.send(bytes)
        return client
      } honest: { gateway in
        let answer = try await gateway.ask("GET", "/v1/hello")
        #expect(answer.status == 200)
      }
    }

    @Test("over TLS the farewell of who is closed is not waited for")
    func farewell() async throws {
      let limits = Self.limits(bytesPerLoop: 128 << 10)
      let asked = Frames.streams(64).flatMap {
        Frames.head($0, "GET", "/openapi.json", isEnd: true)
      }
      var (server, client) = try TLSTests.configurations()
      client.applicationProtocols = ["h2"]
      try await TestGateway.run(limits: limits, tls: server) { [client] gateway in
        var honest: [HTTP2Client] = []
        for _ in 0..<Self.slowClients {
          honest.append(try await HTTP2Client(port: gateway.port, tls: client))
        }
        for honest in honest {
          let slow = try await RawConnection(port: gateway.port, tls: client)
          try await slow.send(Frames.opening(windowBytes: 0))
          _ = await slow.text { !$0.isEmpty }
          try await slow.stopReading()
          try await slow.send(asked)
          #expect(try await honest.ask("GET", "/openapi.json").status == 200)
        }
        for honest in honest {
          #expect(try await honest.ask("GET", "/openapi.json").status == 200)
          await honest.close()
        }
      }
    }

    @Test("a connection has a bound of its own, and is told")
    func ownBound() async throws {
      var limits = GatewayLimits()
      limits.heldBytesPerConnectionMax = 32 << 10
      try await TestGateway.run(limits: limits) { gateway in
        let sender = try await RawConnection(port: gateway.port)
        let body = [UInt8](repeating: UInt8(ascii: " "), count: 12_000)
        try await sender.send(
          Frames.opening()
            + Frames.streams(5).flatMap {
              Frames.head($0, "POST", "/v1/hello") + Frames.data($0, body)
            }
        )
        _ = await sender.text { $0.contains("bytes of the connection wait") }
        await sender.close()

        let reader = try await RawConnection(port: gateway.port)
        let asked = Frames.streams(64).flatMap {
          Frames.head($0, "GET", "/openapi.json", isEnd: true)
        }
        try await reader.send(Frames.opening(windowBytes: 0) + asked)
        #expect(await gateway.hasAnswered(69))
        let taken = gateway.answered.filter { $0.httpStatus == 200 }
        #expect(!taken.isEmpty)
        let bytes = taken.reduce(0) { $0 + $1.responseBytes }
        #expect(bytes < limits.heldBytesPerConnectionMax + taken[0].responseBytes)
        await reader.close()
        #expect(await gateway.becomesIdle())
      }
    }

    /// Serves honest clients beside many slow ones, of which enough are closed.
    private static func serve(
      _ limits: GatewayLimits,
      slow: (TestGateway) async throws -> RawConnection,
      honest: (TestGateway) async throws -> Void
    ) async throws {
      try await TestGateway.run(limits: limits) { gateway in
        var clients: [RawConnection] = []
        for _ in 0..<slowClients {
          clients.append(try await slow(gateway))
          try await honest(gateway)
        }
        #expect(await gateway.holds(atMost: limits.heldBytesMax))
        for client in clients { await client.close() }
        #expect(await gateway.becomesIdle())
      }
    }
  }
}

/// Frames of a client, byte by byte (RFC 9113 §4.1, RFC 7541 §6.2.2).
private enum Frames {
  /// Ours, and the acknowledgement of the gateway's; the window is that of each of our streams.
  static func opening(windowBytes: Int = 65_535) -> [UInt8] {
    Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
      + frame(4, [0, 4] + word(windowBytes)) + frame(4, flags: 1, [])
  }

  static func streams(_ count: Int) -> [Int] { (0..<count).map { $0 * 2 + 1 } }

  static func head(_ stream: Int, _ method: String, _ path: String, isEnd: Bool = false) -> [UInt8]
  {
    let fields = [
      (":method", method), (":scheme", "http"), (":path", path), (":authority", "h"),
      ("content-type", "application/json"),
    ]
    let block = fields.flatMap { name, value in
      [0, UInt8(name.utf8.count)] + name.utf8 + [UInt8(value.utf8.count)] + value.utf8
    }
    return frame(1, flags: isEnd ? 5 : 4, stream: stream, block)
  }

  static func data(_ stream: Int, _ payload: [UInt8]) -> [UInt8] {
    frame(0, stream: stream, payload)
  }

  private static func frame(
    _ type: UInt8,
    flags: UInt8 = 0,
    stream: Int = 0,
    _ payload: [UInt8]
  ) -> [UInt8] {
    Array(word(payload.count).dropFirst()) + [type, flags] + word(stream) + payload
  }

  private static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(value >> (24 - $0 * 8) & 0xff) }
  }
}
