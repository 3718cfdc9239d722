@testable import HTTP2

/// Frames as a peer may send them that follows the rules, bends them, or never read them.
struct RandomFrames {
  private let chance: Chance
  private let role: Session.Role
  /// The peer's next stream.
  private var nextID: UInt32 = 1

  /// For a session of this role, whose peer speaks.
  init(_ chance: Chance, to role: Session.Role) {
    self.chance = chance
    self.role = role
  }

  private static let response = [(":status", "200"), ("content-type", "application/grpc")]

  private static let extras: [[(String, String)]] = [
    [], [("x-test", "a")], [("x-test", String(repeating: "v", count: 120))], [("te", "gzip")],
    [("Upper", "case")], [(":path", "/again")], [("connection", "close")],
    [("content-length", "3")], (0..<60).map { ("n\($0)", "v") }, [("x-bad", "\u{7f}\u{1}")],
  ]

  private static let trailers: [[(String, String)]] = [
    [("grpc-status", "0")], [("x-test", "")], [(":status", "200")], [],
  ]

  /// The next frame, now and then with a wrong bit.
  mutating func next() -> [UInt8] {
    var bytes = frame().bytes
    if chance.isOne(in: 150) { bytes[chance.number(0...bytes.count - 1)] ^= 1 << 5 }
    return bytes
  }

  private mutating func frame() -> Frame {
    switch chance.number(0...39) {
    case 0...11: headers()
    case 12...23: data()
    case 24...26: Frame.reset(someID(), UInt32(chance.number(0...14)))
    case 27...28: settings()
    case 29: Frame(type: 6, flags: UInt8(chance.number(0...1)), payload: chance.bytes(8))
    case 30...33: windowUpdate()
    case 34: trailersFrame()
    case 35: Frame(type: 2, stream: someID(), payload: [0, 0, 0, UInt8(chance.number(0...9)), 1])
    default: oddity()
    }
  }

  /// Rare frames, most of which no peer may send.
  private func oddity() -> Frame {
    switch chance.number(0...29) {
    case 0: Frame(type: 7, payload: Frame.bigEndian(someID()) + [0, 0, 0, 0] + chance.bytes(4))
    case 1: Frame(type: 9, flags: 4, stream: someID(), payload: Frame.block([("x", "y")]))
    case 2: Frame(type: 5, flags: 4, stream: someID(), payload: [0, 0, 0, 2])
    case 3: Frame(type: 0, stream: 0, payload: [1])
    case 4: Frame(type: 1, flags: 0, stream: someID(), payload: Frame.block([("x", "y")]))
    case 5: Frame(type: UInt8(chance.number(0...9)), payload: chance.bytes(chance.number(0...12)))
    default: Frame(type: UInt8(chance.number(10...255)), stream: someID(), payload: [1])
    }
  }

  private mutating func headers() -> Frame {
    guard role == .server else {
      let head = chance.isOne(in: 8) ? [(":status", "103")] : Self.response
      return Frame.headers(someID(), head + extra(), isEnd: chance.isOne(in: 6))
    }
    let id = nextID
    nextID += chance.isOne(in: 20) ? 4 : 2
    return Frame.headers(id, Frame.request + extra(), isEnd: chance.isOne(in: 3))
  }

  private func extra() -> [(String, String)] {
    chance.isOne(in: 3) ? chance.pick(Self.extras) : []
  }

  private func trailersFrame() -> Frame {
    Frame.headers(someID(), chance.pick(Self.trailers), isEnd: !chance.isOne(in: 5))
  }

  private func data() -> Frame {
    let count = chance.isOne(in: 4) ? chance.number(0...16_000) : chance.number(0...300)
    return Frame.data(someID(), chance.bytes(count), isEnd: chance.isOne(in: 4))
  }

  private func settings() -> Frame {
    var payload: [UInt8] = []
    for _ in 0..<chance.number(0...2) {
      let (id, values) = chance.pick(
        [(1, 0...8_192), (3, 0...5), (4, 0...100_000), (5, 16_384...20_000), (6, 0...9_000)]
      )
      payload += [0, UInt8(id)] + Frame.bigEndian(UInt32(chance.number(values)))
    }
    return Frame(type: 4, flags: chance.isOne(in: 10) ? 1 : 0, payload: payload)
  }

  private func windowUpdate() -> Frame {
    let increment = chance.isOne(in: 30) ? 0x7fff_ffff : chance.number(1...80_000)
    let stream = chance.isOne(in: 2) ? 0 : someID()
    return Frame(type: 8, stream: stream, payload: Frame.bigEndian(UInt32(increment)))
  }

  /// Mostly a stream of the last few; now and then one that nobody opened.
  private func someID() -> UInt32 {
    if chance.isOne(in: 40) { return UInt32(chance.number(0...40)) }
    let last = role == .server ? Int(nextID) - 2 : 2 * openedByUs - 1
    return UInt32(max(1, last - 2 * chance.number(0...5)))
  }

  /// Streams that the session has opened, when it is the client's.
  var openedByUs = 0
}
