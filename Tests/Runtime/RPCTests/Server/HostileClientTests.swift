import NIOCore
import NIOPosix
import Testing

@testable import RPC

/// Clients that want to do harm, and the honest one beside them.
@Suite("Hostile clients", .serialized, .timeLimit(.minutes(3)))
struct HostileClientTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var opening = Bytes.opening
    var reads = true
    /// The server must throw such clients out, not only bear them.
    var mustEnd = true
    let dose: HostileClients.Dose
  }

  /// Stream ids of a dose of so many.
  private static func streams(_ turn: Int, _ count: Int) -> [Int] {
    (0..<count).map { (turn * count + $0) * 2 + 1 }
  }

  static let attacks = [
    Attack(testDescription: "rapid reset") { turn in
      streams(turn, 100).flatMap { Bytes.headers($0) + Bytes.reset($0) }
    },
    Attack(testDescription: "frames that make us reset") { turn in
      streams(turn, 20).flatMap { Bytes.headers($0) + Bytes.windowUpdate($0, 0) }
    },
    Attack(testDescription: "CONTINUATION without end") { turn in
      let more = Bytes.frame(9, stream: 1, Bytes.block([("a", "b")]))
      return (turn == 0 ? Bytes.headers(1, flags: 0) : [])
        + Array(repeating: more, count: 20).joined()
    },
    Attack(testDescription: "an HPACK bomb", mustEnd: false) { turn in
      let value = [UInt8](repeating: 0x61, count: 3_900)
      let entry: [UInt8] = [0x40, 1, 0x78, 0x7f, 0xbd, 0x1d] + value
      let references = [UInt8](repeating: 0xbe, count: 4_000)
      let block = Bytes.block(Bytes.request("/test.Test/Echo")) + (turn == 0 ? entry : references)
      return Bytes.frame(1, flags: Bytes.endOfHeaders, stream: turn * 2 + 1, block)
    },
    Attack(testDescription: "PING", reads: false) { _ in
      Array(Array(repeating: Bytes.frame(6, [UInt8](repeating: 0, count: 8)), count: 50).joined())
    },
    Attack(testDescription: "SETTINGS", reads: false) { _ in
      Array(Array(repeating: Bytes.settings, count: 50).joined())
    },
    Attack(testDescription: "empty DATA") { turn in
      (turn == 0 ? Bytes.headers(1) : [])
        + Array(repeating: Bytes.data(1, []), count: 50).joined()
    },
    Attack(testDescription: "PRIORITY") { _ in
      Array(
        Array(repeating: Bytes.frame(2, stream: 1, [0, 0, 0, 3, 1]), count: 500).joined()
      )
    },
    Attack(testDescription: "WINDOW_UPDATE") { _ in
      Array(Array(repeating: Bytes.windowUpdate(0, 1), count: 500).joined())
    },
    Attack(testDescription: "no HTTP/2 at all", opening: []) { _ in
      Array("GET / HTTP/1.1\r\nhost: x\r\n\r\n".utf8)
    },
    Attack(testDescription: "a length that lies", mustEnd: false) { turn in
      streams(turn, 20).flatMap {
        Bytes.headers($0) + Bytes.data($0, Bytes.prefix(1 << 30) + [1], isEnd: true)
      }
    },
    Attack(testDescription: "requests that are none", mustEnd: false) { turn in
      streams(turn, 20).flatMap { stream in
        Bytes.headers(
          stream,
          [
            Bytes.request("no slash"), Bytes.request("/test.Test/Echo", [("te", "gzip")]),
            Bytes.request("/no.Such/Method"),
            Bytes.request("/test.Test/Echo", [("grpc-timeout", "99999999999S")]),
          ][stream / 2 % 4],
          flags: Bytes.endOfHeaders | Bytes.end
        )
      }
    },
    Attack(testDescription: "requests byte by byte", opening: [], mustEnd: false) { turn in
      let bytes = Bytes.opening + Bytes.headers(1)
      return [bytes[min(turn, bytes.count - 1)]]
    },
    Attack(testDescription: "answers that are not read", reads: false, mustEnd: false) { turn in
      let request = Bytes.prefix(4_096) + [UInt8](repeating: 0, count: 4_096)
      return streams(turn, 10).flatMap { Bytes.headers($0) + Bytes.data($0, request, isEnd: true) }
    },
  ]

  @Test("an honest client beside hostile ones keeps more than half of its rate", arguments: attacks)
  func goodput(attack: Attack) async throws {
    try await Loopback.run([UnaryCallTests.echo], over: .socket) { loopback in
      let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
      let clients = try HostileClients(
        port: loopback.port,
        on: group.next(),
        opening: attack.opening,
        reads: attack.reads,
        dose: attack.dose
      )
      _ = try await rate(loopback)
      var best = 0.0
      // A busy machine can take anybody's time away; what an attack takes away it takes every time.
      for _ in 0..<20 where best < 0.5 {
        best = max(best, try await share(loopback, beside: clients))
      }
      // The attackers' own work is done on these two cores as well.
      #expect(best >= 0.5)
      if attack.mustEnd { await clients.attackUntilEnded() }
      try await group.shutdownGracefully()
    }
  }

  /// The median of three rounds: the rate beside the hostile clients in parts of the rate alone.
  private func share(_ loopback: Loopback, beside clients: HostileClients) async throws -> Double {
    var shares: [Double] = []
    for _ in 0..<3 {
      let alone = try await rate(loopback)
      clients.start(besideRate: alone)
      let beside = try await rate(loopback)
      await clients.stop()
      shares.append(beside / alone)
    }
    return shares.sorted()[1]
  }

  /// Calls per second of eight callers.
  private func rate(_ loopback: Loopback) async throws -> Double {
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<Self.callsEach {
            let answer = try await loopback.channel.unary(
              .test("Echo"),
              bytes: [1],
              options: CallOptions(timeout: .seconds(30))
            )
            #expect(answer.message == [1])
          }
        }
      }
      try await group.waitForAll()
    }
    return Double(8 * Self.callsEach) / (start.duration(to: .now) / .seconds(1))
  }

  private static let callsEach = 75
}
