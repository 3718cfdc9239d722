import NIOCore
import NIOEmbedded
import Testing

@testable import HTTP2

/// Connections of one loop, fed by hand as the loop would feed them.
@Suite("A turn of a loop") struct LoopTurnTests {
  private let loop = EmbeddedEventLoop()
  private let turn = LoopTurn()

  @Test("is understood and answered together once all is read")
  func together() throws {
    let (first, second) = (try Connection(turn, loop), try Connection(turn, loop))
    try first.read([Frame.ping])
    try second.read([Frame.ping])
    #expect(try first.answers().isEmpty)
    loop.run()
    #expect(try first.answers() == [Self.pong])
    #expect(try second.answers() == [Self.pong])
  }

  @Test("ends at once for a connection that is alone")
  func alone() throws {
    let only = try Connection(turn, loop)
    try only.read([Frame.ping])
    #expect(try only.answers() == [Self.pong])
    let second = try Connection(turn, loop)
    try second.channel.close().wait()
    loop.run()
    try only.read([Frame.ping])
    #expect(try only.answers() == [Self.pong], "the other has left")
  }

  @Test("ends once there is much to do")
  func much() throws {
    let (first, second) = (try Connection(turn, loop), try Connection(turn, loop))
    try first.read([Frame.ping])
    try second.read(Array(repeating: Frame.ping, count: 40))
    #expect(try first.answers() == [Self.pong])
    #expect(try second.answers().count == 40)
  }

  @Test("takes in what came before the peer's end or a failure", arguments: [false, true])
  func lastWords(isFailure: Bool) throws {
    let (first, second) = (try Connection(turn, loop), try Connection(turn, loop))
    let request = Frame.headers(1, isEnd: true)
    try first.read([request])
    if isFailure {
      first.channel.pipeline.fireErrorCaught(ChannelError.ioOnClosedChannel)
    } else {
      first.channel.pipeline.fireChannelInactive()
    }
    #expect(first.server.heads.count == 1)
    try second.read([request])
    loop.run()
    #expect(second.server.heads.count == 1)
  }

  private static let pong = Frame(type: 6, flags: 1, payload: Frame.ping.payload)

  /// A server's connection that has said hello.
  private struct Connection {
    let server = ScriptedServer()
    let channel: EmbeddedChannel

    init(_ turn: LoopTurn, _ loop: EmbeddedEventLoop) throws {
      let handler = ConnectionHandler(session: server.session, turn: turn)
      channel = EmbeddedChannel(handler: handler, loop: loop)
      try channel.connect(to: SocketAddress(unixDomainSocketPath: "/peer")).wait()
      channel.pipeline.fireChannelRead(ByteBuffer(bytes: Frame.preface))
      try read([.settings, .settingsAcknowledged])
      loop.run()
      _ = try answers()
    }

    func read(_ frames: [Frame]) throws {
      channel.pipeline.fireChannelRead(ByteBuffer(bytes: frames.flatMap(\.bytes)))
      channel.pipeline.fireChannelReadComplete()
    }

    func answers() throws -> [Frame] {
      var bytes: [UInt8] = []
      while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
        bytes += Array(buffer.readableBytesView)
      }
      return Frame.parse(bytes)
    }
  }
}
