import NIOCore
import Testing

@testable import HTTP2

@Suite struct SessionTests {
  private func opened(_ limits: SessionLimits = SessionLimits()) throws -> ScriptedServer {
    let server = ScriptedServer(limits: limits)
    try server.receive(Frame.preface + Frame.settings.bytes + Frame.settingsAcknowledged.bytes)
    return server
  }

  @Test("a request arrives the same wherever its bytes are split")
  func splits() throws {
    let frames =
      Frame.preface + Frame.settings.bytes
      + Frame.headers(1, Frame.request + [("x-test", "yes")]).bytes
      + Frame.data(1, [1, 2, 3]).bytes + Frame.data(1, [4], isEnd: true).bytes
    for cut in 1..<frames.count {
      let server = ScriptedServer()
      try server.receive(Array(frames[..<cut]))
      try server.receive(Array(frames[cut...]))
      let head = try #require(server.heads.first)
      #expect(head.value(FieldNames.path).map(head.string) == "/a.B/C")
      #expect(head.value(FieldNames.first).map(head.string) == "yes")
      #expect(server.recorders[0].body == [1, 2, 3, 4])
      #expect(server.recorders[0].hasEnded)
    }
  }

  @Test("very many small chunks leave in their order, in time that grows with their number")
  func manyChunks() {
    var body = OutgoingBody()
    let count = 200_000
    for index in 0..<count { body.append(ByteChunk.copying([UInt8(truncatingIfNeeded: index)])) }
    var sent: [UInt8] = []
    var target = [UInt8](repeating: 0, count: 1_000)
    while !body.isEmpty {
      let copied = unsafe target.withUnsafeMutableBytes { unsafe body.copy(into: $0) }
      sent += target[..<copied]
      // Some come while others leave.
      if sent.count < count { body.append(ByteChunk.copying([7])) }
    }
    #expect(sent[..<count].enumerated().allSatisfy { $1 == UInt8(truncatingIfNeeded: $0) })
    #expect(sent[count...].allSatisfy { $0 == 7 })
    #expect(body.queuedBytes == 0)
  }

  @Test("an answer goes out as head, body and trailers")
  func answers() throws {
    let server = try opened()
    try server.receive(Frame.headers(1, isEnd: true).bytes)
    server.recorders[0].stream.respond(
      PreparedFields([":status": "200"]),
      body: ByteChunk.copying([9, 9]),
      trailers: PreparedFields(["end": "yes"])
    )
    let frames = try server.sent().filter { $0.stream == 1 }
    #expect(frames.map(\.type) == [1, 0, 1])
    #expect(frames[1].payload == [9, 9])
    #expect(frames[2].flags & 1 == 1)
    #expect(server.recorders[0].closure == .finished)
  }

  @Test("an answer before the end of its request closes the stream without an error")
  func earlyAnswer() throws {
    let server = try opened()
    try server.receive(Frame.headers(1).bytes)
    server.recorders[0].stream.respond(only: PreparedFields([":status": "415"]))
    let frames = try server.sent().filter { $0.stream == 1 }
    #expect(frames.map(\.type) == [1, 3])
    #expect(frames.last?.payload == [0, 0, 0, 0])
  }

  @Test("a body stops at the peer's window and goes on with its update")
  func outgoingWindow() throws {
    let server = try opened()
    try server.receive(Frame.headers(1, isEnd: true).bytes)
    let stream = server.recorders[0].stream
    stream.respond(PreparedFields([":status": "200"]))
    stream.write(ByteChunk.copying([UInt8](repeating: 1, count: 100_000)))
    stream.finish()
    func bytes(_ frames: [Frame]) -> Int {
      frames.filter { $0.type == 0 }.reduce(0) { $0 + $1.payload.count }
    }
    #expect(bytes(try server.sent()) == 65_535)
    let update = Frame.bigEndian(100_000)
    let rest = try server.receive(
      Frame(type: 8, stream: 0, payload: update).bytes
        + Frame(type: 8, stream: 1, payload: update).bytes
    )
    #expect(bytes(rest) == 100_000 - 65_535)
  }

  @Test("the peer's window opens only for bytes that were consumed")
  func incomingWindow() throws {
    var limits = SessionLimits()
    limits.streamWindowBytes = 100
    let server = try opened(limits)
    let before = try server.receive(
      Frame.headers(1).bytes + Frame.data(1, [UInt8](repeating: 0, count: 80)).bytes
    )
    #expect(!before.contains { $0.type == 8 && $0.stream == 1 })
    server.recorders[0].stream.consume(80)
    #expect(try server.sent().contains { $0.type == 8 && $0.stream == 1 })
  }

  @Test("a shutdown announces, waits two round trips, and names the last stream")
  func shutdown() throws {
    let server = try opened()
    try server.receive(Frame.headers(1).bytes)
    server.session.shutDown()
    let notice = try server.sent()
    #expect(
      notice.filter { $0.type == 7 }.map { Array($0.payload.prefix(4)) } == [[127, 255, 255, 255]]
    )
    let acknowledged = Frame(type: 6, flags: 1, payload: Frame.ping.payload).bytes
    let trip = try server.receive(acknowledged + Frame.headers(3).bytes)
    #expect(trip.map(\.type) == [6], "another PING and no GOAWAY yet")
    let final = try server.receive(acknowledged)
    #expect(final.filter { $0.type == 7 }.map { Array($0.payload.prefix(4)) } == [[0, 0, 0, 3]])
    #expect(!server.session.isDrained)
  }

  @Test("a header list over the limit is cut off and says so")
  func headerListLimit() throws {
    var limits = SessionLimits()
    limits.headerListBytesMax = 400
    let server = try opened(limits)
    let many = (0..<10).map { ("n\($0)", "v") }
    try server.receive(Frame.headers(1, Frame.request + many).bytes)
    #expect(server.heads.first?.isTruncated == true)
  }

  @Test("a lost connection ends every stream with the reason")
  func lost() throws {
    let server = try opened()
    try server.receive(Frame.headers(1).bytes + Frame.headers(3).bytes)
    server.session.close(.closedByPeer)
    #expect(
      server.recorders.map(\.closure) == [
        .connectionLost(.closedByPeer), .connectionLost(.closedByPeer),
      ]
    )
    #expect(server.session.streams.isEmpty)
  }

  @Test("the library that runs here has its security fixes")
  func library() {
    #expect(Library.warning == nil)
  }
}
