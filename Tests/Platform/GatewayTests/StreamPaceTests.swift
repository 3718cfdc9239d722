import RPC
import Synchronization
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("The pace of a stream")
  struct StreamPaceTests {
    private static let messageBytes = 16 << 10
    private static let messages = 8 << 10

    /// Writes 128 MiB, and counts the messages that were let through.
    private static func flood(_ count: Counter) -> TestGateway.StreamHandler {
      let text = [UInt8](repeating: UInt8(ascii: "x"), count: messageBytes)
      // Field 1, with its length as a varint of two or three bytes.
      let length = [UInt8(messageBytes & 0x7f) | 0x80, UInt8(messageBytes >> 7 & 0x7f) | 0x80, 1]
      let bytes = [0x0a] + length + text
      return { _, call in
        for _ in 0..<messages {
          try await call.write(OutgoingMessage(copying: bytes), compressed: false)
          count.value.withLock { $0 += 1 }
        }
      }
    }

    @Test("a client that does not read holds the service back, and is cut off in the end")
    func slowReader() async throws {
      let count = Counter()
      var limits = GatewayLimits()
      limits.writeSeconds = 1
      try await TestGateway.run(limits: limits, stream: Self.flood(count)) { gateway in
        let connection = try await RawConnection(port: gateway.port, reads: false)
        try await connection.send(
          "GET /v1/notes:watch HTTP/1.1\r\nhost: h\r\nauthorization: Bearer \(gateway.token)\r\n\r\n"
        )
        // The call ends because the client takes nothing, long before all is written.
        #expect(await gateway.hasAnswered(1))
        #expect(gateway.answered.map(\.httpStatus) == [499])
        #expect(count.value.withLock { $0 } < Self.messages / 2)
        #expect(await gateway.becomesIdle())
        await connection.close()
      }
    }

    @Test("a client that reads gets everything, over both protocols")
    func everything() async throws {
      let count = Counter()
      try await TestGateway.run(stream: { _, call in
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 100)
        for _ in 0..<5_000 {
          try await call.write(
            OutgoingMessage(copying: [0x0a, 100] + text),
            compressed: false
          )
          count.value.withLock { $0 += 1 }
        }
      }) { gateway in
        let client = try await HTTP2Client(port: gateway.port)
        let token = ("authorization", "Bearer \(gateway.token)")
        let answer = try await client.ask("GET", "/v1/notes:watch", headers: [token])
        #expect(answer.body.split(separator: "\n").count == 5_000)
        await client.close()
        let asked = ["accept: text/event-stream"]
        let events = try await gateway.ask("GET", "/v1/notes:watch", headers: asked)
        #expect(events.body.split(separator: "data: ").count == 5_001)
        #expect(count.value.withLock { $0 } == 10_000)
        #expect(await gateway.becomesIdle())
      }
    }
  }
}

/// Counts from any task.
final class Counter: Sendable {
  let value = Mutex(0)
}

extension TestGateway {
  /// Waits until so many requests are recorded, for a while.
  func hasAnswered(_ count: Int) async -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(20))
    while answered.count < count, ContinuousClock.now < end {
      try? await Task.sleep(for: .milliseconds(5))
    }
    return answered.count >= count
  }
}
