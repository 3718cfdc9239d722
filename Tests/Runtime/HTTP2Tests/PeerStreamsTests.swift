import NIOCore
import Testing

@testable import HTTP2

/// Cases of h2spec that nghttp2 leaves to us, and pings.
@Suite struct PeerStreamsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let frames: [Frame]
    /// Code of the GOAWAY; nil when the connection must live on.
    let code: UInt8?
  }

  private static let whole = Frame.headers(1, isEnd: true)

  static let cases = [
    Case(
      testDescription: "HEADERS after RST_STREAM (5.1/9)",
      frames: [.headers(1), .reset(1), .headers(1, isEnd: true)],
      code: 5
    ),
    Case(
      testDescription: "a stream below an earlier one (5.1.1/2)",
      frames: [.headers(5), .headers(3)],
      code: 1
    ),
    Case(
      testDescription: "PRIORITY of stream 0 (6.3/1)",
      frames: [Frame(type: 2, stream: 0, payload: [0, 0, 0, 1, 1])],
      code: 1
    ),
    Case(
      testDescription: "trailers of an earlier stream",
      frames: [.headers(1), .headers(3), .headers(1, [("x-test", "a")], isEnd: true)],
      code: nil
    ),
    Case(
      testDescription: "DATA of streams side by side",
      frames: [.headers(1), .headers(3), .data(1, [1]), .data(3, [1]), .data(1, [1], isEnd: true)],
      code: nil
    ),
  ]

  @Test("frames for streams that the peer ended or passed over are fatal", arguments: cases)
  func frames(row: Case) throws {
    let server = try opened()
    #expect(goAway(server, row.frames) == row.code)
  }

  @Test("HEADERS after the peer's END_STREAM end the connection (5.1/12)")
  func afterEnd() throws {
    let server = try opened()
    try server.receive(Self.whole.bytes)
    server.recorders[0].stream.respond(only: PreparedFields([":status": "204"]))
    _ = try server.sent()
    #expect(goAway(server, [.headers(1, isEnd: true)]) == 5)
  }

  @Test("frames for a stream that we reset are on their way, and are ignored")
  func late() throws {
    let server = try opened()
    try server.receive(Frame.headers(1).bytes)
    server.recorders[0].stream.reset(.cancel)
    _ = try server.sent()
    let frames = [Frame.data(1, [1]), .headers(1, [("x-test", "a")], isEnd: true), .headers(3)]
    #expect(goAway(server, frames) == nil)
    #expect(server.heads.count == 2)
  }

  @Test("pings that come too soon are told so in the words of gRPC, unless we answer between")
  func tooManyPings() throws {
    var limits = SessionLimits()
    limits.pingIntervalSecondsMin = 10
    let server = try opened(limits)
    for _ in 0..<3 { try server.receive(Frame.ping.bytes) }
    try server.receive(Self.whole.bytes)
    server.recorders[0].stream.respond(only: PreparedFields([":status": "204"]))
    _ = try server.sent()
    for _ in 0..<3 { try server.receive(Frame.ping.bytes) }
    #expect(throws: ConnectionEnd.flooded("PING frames")) { try server.receive(Frame.ping.bytes) }
    let last = try #require(try server.sent().last)
    #expect(last.type == 7 && last.payload[7] == 11)
    #expect(String(decoding: last.payload[8...], as: UTF8.self) == "too_many_pings")
  }

  @Test("pings as often as they may come are never too many")
  func politePings() {
    var strikes = PingStrikes(intervalSeconds: 10)
    for second in stride(from: UInt64(0), to: 1_000, by: 10) {
      let isFine = strikes.ping(at: second * 1_000_000_000)
      #expect(isFine)
    }
  }

  @Test("what a connection makes us keep is counted, and given back to the last byte")
  func heldBytes() throws {
    let held = HeldBytes()
    let server = ScriptedServer(held: held)
    try server.receive(Frame.preface + Frame.settings.bytes + Frame.settingsAcknowledged.bytes)
    try server.receive(Frame.headers(1, isEnd: true).bytes + Frame.headers(3).bytes)
    let answered = server.recorders[0].stream
    answered.respond(PreparedFields([":status": "200"]))
    answered.write(ByteChunk.copying([UInt8](repeating: 1, count: 100_000)))
    answered.finish()
    server.recorders[1].stream.keptBytes = 500
    #expect(server.session.heldBytes == 100_500)
    _ = try server.sent()
    #expect(held.count == 100_500 - 65_535, "what the window lets out")
    server.recorders[1].stream.reset(.cancel)
    _ = try server.sent()
    #expect(held.count == 100_000 - 65_535)
    server.session.close(.closedByPeer)
    #expect(held.count == 0)
  }

  private func opened(_ limits: SessionLimits = SessionLimits()) throws -> ScriptedServer {
    let server = ScriptedServer(limits: limits)
    try server.receive(Frame.preface + Frame.settings.bytes + Frame.settingsAcknowledged.bytes)
    return server
  }

  /// The code of the GOAWAY that the frames bring about.
  private func goAway(_ server: ScriptedServer, _ frames: [Frame]) -> UInt8? {
    // A connection error is seen by the GOAWAY that it leaves behind.
    let answers = (try? server.receive(frames.flatMap(\.bytes))) ?? (try? server.sent()) ?? []
    return answers.first { $0.type == 7 }?.payload[7]
  }
}
