import NIOCore
import Testing

@testable import HTTP2

@Suite struct HostilePeerTests {
  private func opened() throws -> ScriptedServer {
    let server = ScriptedServer()
    try server.receive(Frame.preface + Frame.settings.bytes + Frame.settingsAcknowledged.bytes)
    return server
  }

  /// Repeats frames until the session gives up; the number of repetitions it took.
  private func flood(_ server: ScriptedServer, _ frames: (UInt32) -> [UInt8]) -> Int? {
    for count in 0..<20_000 {
      do {
        let sent = try server.receive(frames(UInt32(count) * 2 + 3))
        if sent.contains(where: { $0.type == 7 && $0.payload[7] != 0 }) { return count }
      } catch {
        return count
      }
    }
    return nil
  }

  @Test("what does not begin with the preface is no connection")
  func badPreface() {
    #expect(throws: ConnectionEnd.self) {
      try ScriptedServer().receive(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
    }
  }

  @Test("rapid reset ends the connection")
  func rapidReset() throws {
    let count = flood(try opened()) { Frame.headers($0).bytes + Frame.reset($0).bytes }
    #expect(try #require(count) <= 1_001)
  }

  @Test("frames that make us reset streams end the connection")
  func madeYouReset() throws {
    let update = Frame.bigEndian(0)
    let count = flood(try opened()) {
      Frame.headers($0).bytes + Frame(type: 8, stream: $0, payload: update).bytes
    }
    #expect(try #require(count) <= 200)
  }

  @Test("floods of frames that cost the peer nothing end the connection")
  func floods() throws {
    let kinds: [(String, Int, (UInt32) -> [UInt8])] = [
      ("PING", 200, { _ in Frame.ping.bytes }), ("SETTINGS", 200, { _ in Frame.settings.bytes }),
      ("WINDOW_UPDATE", 3_000, { _ in Frame(type: 8, payload: Frame.bigEndian(1)).bytes }),
      ("empty DATA", 200, { _ in Frame.data(1, []).bytes }),
      ("PRIORITY", 3_000, { Frame(type: 2, stream: $0, payload: [0, 0, 0, 0, 1]).bytes }),
    ]
    for (name, most, frames) in kinds {
      let server = try opened()
      try server.receive(Frame.headers(1).bytes)
      let count = try #require(flood(server, frames), "\(name) is not stopped")
      #expect(count <= most, "\(name)")
      #expect(count >= 50, "\(name) leaves honest peers no room")
    }
  }

  @Test("a CONTINUATION flood ends the connection")
  func continuations() throws {
    let server = try opened()
    try server.receive(Frame.headers(1, isWhole: false).bytes)
    let more = Frame(type: 9, stream: 1, payload: Frame.block([("a", "b")])).bytes
    let count = flood(server) { _ in more }
    #expect(try #require(count) <= 16)
  }

  @Test("an HPACK bomb is not unpacked")
  func bomb() throws {
    let server = try opened()
    // One entry of 4 KB in the dynamic table, then a block that names it ten thousand times.
    let value = [UInt8](repeating: 0x61, count: 3_900)
    let entry: [UInt8] = [0x40, 1, 0x78] + [0x7f, 0xbd, 0x1d] + value
    try server.receive(
      Frame(type: 1, flags: 4, stream: 1, payload: Frame.block(Frame.request) + entry).bytes
    )
    let block = Frame.block(Frame.request) + [UInt8](repeating: 0xbe, count: 10_000)
    let sent =
      (try? server.receive(Frame(type: 1, flags: 4, stream: 3, payload: block).bytes)) ?? []
    #expect(server.heads.allSatisfy { $0.listBytes <= SessionLimits().headerListBytesMax })
    #expect(sent.contains { $0.type == 3 && $0.stream == 3 } || server.heads.count == 1)
  }

  @Test(
    "a request that breaks HTTP is reset and never reaches a handler",
    arguments: [
      [(":method", "POST"), (":path", "/"), (":scheme", "http"), (":path", "/b")],
      [(":method", "POST"), (":scheme", "http")],
      Frame.request + [("Upper", "x")], Frame.request + [("te", "gzip")],
      Frame.request + [("connection", "close")],
    ]
  )
  func brokenRequests(fields: [(String, String)]) throws {
    let server = try opened()
    let sent = try server.receive(Frame.headers(1, fields, isEnd: true).bytes)
    #expect(server.heads.isEmpty)
    #expect(sent.contains { $0.type == 3 && $0.stream == 1 })
  }

  @Test("budgets refill with time and with honest work")
  func budgets() {
    var budget = FrameBudget(at: 0)
    func drained(at now: UInt64) -> Int {
      var count = 0
      while budget.spend(.ping, at: now) { count += 1 }
      return count
    }
    #expect(drained(at: 0) == 100)
    #expect(drained(at: 1_000_000_000) == 10)
    budget.earn()
    #expect(drained(at: 1_000_000_000) == 1)
  }
}
