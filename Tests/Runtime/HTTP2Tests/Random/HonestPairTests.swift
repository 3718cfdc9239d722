import CNGHTTP2
import NIOCore
import Testing

@testable import HTTP2

/// Two sessions that speak to each other, and users who do whatever they may.
@Suite struct HonestPairTests {
  @Test("between honest sessions every stream ends once, whole, and no byte of the window is lost")
  func pairs() throws {
    for seed in Chance.seeds {
      let pair = Pair(seed)
      do {
        try pair.go()
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
      #expect(pair.faults.isEmpty, "seed \(seed): \(pair.faults)")
    }
  }
}

private final class Pair: SessionDelegate {
  private let chance: Chance
  private let held = HeldBytes()
  private let server: Session
  private let client: Session
  /// At both ends, in the order they came; by the id of their stream.
  private var users: [RandomUser] = []
  private var callers: [Int32: RandomUser] = [:]
  private var answerers: [Int32: RandomUser] = [:]
  /// On their way, to each side.
  private var toServer = ByteBuffer()
  private var toClient = ByteBuffer()
  private var now: UInt64 = 1
  private(set) var faults: [String] = []

  private static let windowBytes = 100_000

  init(_ seed: UInt64) {
    chance = Chance(seed: seed)
    var limits = SessionLimits()
    limits.streamsMax = 5
    limits.streamWindowBytes = 30_000
    limits.connectionWindowBytes = Self.windowBytes
    let names = FieldNames(["x-test"])
    server = Session(role: .server, names: names, limits: limits, held: held, at: now)
    client = Session(role: .client, names: names, limits: limits, held: held, at: now)
    server.delegate = self
  }

  func go() throws {
    for _ in 0..<chance.number(20...150) {
      switch chance.number(0...9) {
      case 0...2: request()
      case 3: client.ping()
      case 4...7: if !users.isEmpty { chance.pick(users).act() }
      default: try pass(all: false)
      }
      now += UInt64(chance.number(0...50_000_000))
    }
    try settle()
    check()
    try probe(from: client, answer: false)
    try probe(from: server, answer: true)
    server.close(.closedLocally)
    client.close(.closedLocally)
    if held.count != 0 { faults.append("\(held.count) bytes are held after the end") }
  }

  func accept(_ stream: Stream, head: HeaderFields) {
    let user = RandomUser(chance, .server)
    user.isHonest = true
    user.take(stream)
    users.append(user)
    answerers[stream.id] = user
    stream.handler = user
  }

  func outputPending() {}

  private func request() {
    let user = RandomUser(chance, .client)
    user.isHonest = true
    let body = chance.isOne(in: 2) ? chance.bytes(chance.number(0...60_000)) : nil
    guard let stream = open(user, body) else { return faults.append("no stream was opened") }
    user.take(stream, body: body)
    users.append(user)
    callers[stream.id] = user
  }

  private func open(_ user: any StreamHandler, _ body: [UInt8]?) -> Stream? {
    var head = HeaderFields()
    for (name, value) in Frame.request { head.append(name, value) }
    return client.request(.none, head, body: body.map { .copying($0) }, handler: user)
  }

  // MARK: Bytes

  /// Moves bytes in pieces of any size.
  private func pass(all: Bool) throws {
    _ = try client.drain(into: &toServer)
    try deliver(&toServer, to: server, all: all)
    _ = try server.drain(into: &toClient)
    try deliver(&toClient, to: client, all: all)
  }

  private func deliver(_ bytes: inout ByteBuffer, to session: Session, all: Bool) throws {
    guard bytes.readableBytes > 0 else { return }
    let count = all ? bytes.readableBytes : chance.number(1...bytes.readableBytes)
    guard let piece = bytes.readSlice(length: count) else { return }
    try session.receive(piece, at: now)
  }

  /// Everybody says the rest and takes everything, until nothing moves any more.
  private func settle() throws {
    for _ in 0..<500 {
      now += 1_000_000
      try pass(all: true)
      for user in users where !user.isSettled { user.settle() }
      let isQuiet = !users.contains(where: \.isOpen) && toServer.readableBytes == 0
      if isQuiet, toClient.readableBytes == 0 { return try pass(all: true) }
    }
    faults.append("streams that never end")
  }

  // MARK: Promises

  private func check() {
    for (id, caller) in callers {
      faults += caller.faults
      // Who was reset before it was heard of is known to the client alone.
      guard let answerer = answerers[id] else { continue }
      faults += answerer.faults
      for (from, to) in [(caller, answerer), (answerer, caller)] {
        let isWhole = from.closures == [.finished] && to.closures == [.finished]
        if isWhole ? from.written != to.received : !from.written.starts(with: to.received) {
          faults.append("stream \(id): \(to.received.count) of \(from.written.count) bytes")
        }
      }
    }
    if users.contains(where: { $0.closures.count != 1 }) { faults.append("not one closure each") }
    if users.contains(where: { $0.stream != nil }) { faults.append("a closed stream stays") }
    if client.openStreams + server.openStreams > 0 { faults.append("open streams are left") }
    if client.unsentRequests != 0 { faults.append("\(client.unsentRequests) unsent requests") }
    if held.count != 0 { faults.append("\(held.count) bytes are held") }
  }

  /// Sends bytes that are taken at once, until the reader gives back all that it holds of its window.
  ///
  /// It does so in one update for half a window. All but what was lost is back then.
  private func probe(from sender: Session, answer: Bool) throws {
    let piece = [UInt8](repeating: 1, count: 1_000)
    let count = Self.windowBytes / 2 / piece.count + 1
    let (caller, answerer) = (Taker(), Taker())
    server.delegate = Site(answerer)
    caller.stream = open(caller, nil)
    try pass(all: true)
    let speaker = answer ? answerer.stream : caller.stream
    var window: Int32 = 0
    for _ in 0..<count {
      speaker?.write(ByteChunk.copying(piece))
      try pass(all: true)
      try pass(all: true)
      window = max(window, unsafe nghttp2_session_get_remote_window_size(sender.handle))
    }
    let taken = answer ? caller.count : answerer.count
    if taken != count * piece.count { faults.append("\(taken) bytes of the probe") }
    if Int(window) != Self.windowBytes { faults.append("a window of \(window) bytes") }
  }
}

/// Takes everything at once.
private final class Taker: StreamHandler {
  weak var stream: Stream?
  var count = 0

  func receiveData(_ bytes: ByteBuffer) {
    count += bytes.readableBytes
    stream?.consume(bytes.readableBytes)
  }

  func receiveEnd(trailers: HeaderFields?) {}
  func streamClosed(_ reason: StreamClosure) {}
}

/// Lets `taker` take what a request brings, and begins an answer.
private final class Site: SessionDelegate {
  private let taker: Taker
  private static let head = PreparedFields([":status": "200"])

  init(_ taker: Taker) { self.taker = taker }

  func accept(_ stream: Stream, head: HeaderFields) {
    taker.stream = stream
    stream.handler = taker
    stream.respond(Self.head)
  }

  func outputPending() {}
}
