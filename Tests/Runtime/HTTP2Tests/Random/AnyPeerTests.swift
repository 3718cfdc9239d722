import NIOCore
import Testing

@testable import HTTP2

/// Whatever a peer sends, and whatever the users of the streams do meanwhile.
@Suite struct AnyPeerTests {
  @Test("a server holds to its word with any peer")
  func server() {
    for seed in Chance.seeds { check(.server, seed) }
  }

  @Test("a client holds to its word with any peer")
  func client() {
    for seed in Chance.seeds { check(.client, seed) }
  }

  private func check(_ role: Session.Role, _ seed: UInt64) {
    let run = Conversation(role, seed)
    run.go()
    #expect(run.faults.isEmpty, "seed \(seed): \(run.faults)")
  }
}

/// A session, its random users, and frames from a random peer.
private final class Conversation: SessionDelegate {
  private let chance: Chance
  private let session: Session
  private let limits: SessionLimits
  private let held = HeldBytes()
  private var frames: RandomFrames
  private var users: [RandomUser] = []
  private var now: UInt64 = 1
  private(set) var faults: [String] = []

  init(_ role: Session.Role, _ seed: UInt64) {
    chance = Chance(seed: seed)
    var limits = SessionLimits()
    limits.streamsMax = 6
    limits.headerListBytesMax = 1_000
    limits.streamWindowBytes = 20_000
    limits.connectionWindowBytes = 70_000
    limits.pingIntervalSecondsMin = chance.isOne(in: 2) ? 10 : nil
    self.limits = limits
    session = Session(
      role: role,
      names: FieldNames(["x-test"]),
      limits: limits,
      held: held,
      at: now
    )
    frames = RandomFrames(chance, to: role)
    session.delegate = self
  }

  func go() {
    var bytes = session.role == .server ? Frame.preface : []
    bytes += Frame.settings.bytes
    if !chance.isOne(in: 20) { bytes += Frame.settingsAcknowledged.bytes }
    do {
      for _ in 0..<chance.number(20...120) {
        for _ in 0..<chance.number(0...4) { bytes += frames.next() }
        // Frames come in pieces of any size.
        let piece = Array(bytes.prefix(chance.number(1...max(1, bytes.count))))
        bytes.removeFirst(min(piece.count, bytes.count))
        now += UInt64(chance.number(0...200_000_000))
        try session.receive(ByteBuffer(bytes: piece), at: now)
        for _ in 0..<chance.number(0...3) { act() }
        if !chance.isOne(in: 3) { try drain() }
        look()
      }
      if session.role == .client { try drain() }
    } catch {
      // A peer that broke the rules of the connection; its owner lets it go.
    }
    finish()
  }

  private func act() {
    switch chance.number(0...19) {
    case 0: session.ping()
    case 1 where chance.isOne(in: 6): session.shutDown()
    case 1 where chance.isOne(in: 12): session.terminate(.enhanceYourCalm)
    case 2...6 where session.role == .client: request()
    default: if !users.isEmpty { chance.pick(users).act() }
    }
  }

  private func request() {
    var head = HeaderFields()
    for (name, value) in Frame.request { head.append(name, value) }
    let user = RandomUser(chance, .client)
    let body = chance.isOne(in: 2) ? chance.bytes(chance.number(0...30_000)) : nil
    let chunk = body.map { ByteChunk.copying($0) }
    guard let stream = session.request(.none, head, body: chunk, handler: user) else { return }
    user.take(stream, body: body)
    users.append(user)
    frames.openedByUs += 1
  }

  private func drain() throws(ConnectionEnd) {
    var output = ByteBuffer()
    for _ in 0..<100 {
      output.clear()
      if try session.drain(into: &output) { return }
    }
    faults.append("output without end")
  }

  func accept(_ stream: Stream, head: HeaderFields) {
    if head.listBytes > limits.headerListBytesMax, !head.isTruncated {
      faults.append("a head of \(head.listBytes) bytes")
    }
    // Who does not take a stream has it refused.
    guard !chance.isOne(in: 10) else { return }
    let user = RandomUser(chance, .server)
    user.take(stream)
    users.append(user)
    stream.handler = user
  }

  func outputPending() {}

  /// What holds at every moment.
  private func look() {
    let open = users.count { $0.isOpen }
    if session.role == .server, session.openStreams > limits.streamsMax {
      faults.append("\(session.openStreams) streams")
    }
    if session.openStreams < open { faults.append("a stream was lost: \(open) are in use") }
    if session.queuedFrames < 0 || session.unsentRequests < 0 { faults.append("a count below 0") }
    if session.heldBytes < 0 || held.count != session.heldBytes {
      faults.append("\(session.heldBytes) of \(held.count) bytes held")
    }
    let unread = session.streams.reduce(0) { $0 + $1.unconsumedBytes }
    if unread > limits.connectionWindowBytes { faults.append("\(unread) bytes beyond the window") }
  }

  /// The connection is lost: everything is told and given back.
  private func finish() {
    session.close(.closedByPeer)
    for user in users {
      faults += user.faults
      if user.closures.count != 1 { faults.append("\(user.closures.count) closures") }
      if user.stream != nil { faults.append("a closed stream stays in memory") }
    }
    if held.count != 0 { faults.append("\(held.count) bytes are held after the end") }
    if session.openStreams != 0 { faults.append("streams stay open after the end") }
  }
}
