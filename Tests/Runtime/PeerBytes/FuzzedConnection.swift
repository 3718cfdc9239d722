import HTTP2
import NIOCore

/// A session and its users, who answer all they are asked and watch over its promises.
final class FuzzedConnection: SessionDelegate {
  private static let limits = {
    var limits = SessionLimits()
    limits.streamsMax = 8
    limits.headerListBytesMax = 1_000
    limits.streamWindowBytes = 20_000
    limits.connectionWindowBytes = 70_000
    return limits
  }()
  private static let names = FieldNames(["x-test"])
  private static let request = PreparedFields([
    ":method": "POST", ":scheme": "http", ":authority": "peer", ":path": "/a.B/C",
  ])
  private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  private static let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]
  /// Between two pieces.
  private static let intervalNanoseconds: UInt64 = 1_000_000

  private let held = HeldBytes()
  private let session: Session
  private var users: [FuzzedUser] = []
  private var now: UInt64 = 1
  private var rule: String?

  init(_ role: Session.Role) {
    session = Session(
      role: role,
      names: Self.names,
      limits: Self.limits,
      held: held,
      at: now
    )
    session.delegate = self
  }

  /// The rule that was broken.
  func run(_ bytes: ArraySlice<UInt8>, piece: Int) -> String? {
    do throws(ConnectionEnd) {
      try receive((session.role == .server ? Self.preface : []) + Self.settings)
      if session.role == .client { for _ in 0..<3 { request() } }
      var rest = bytes
      while !rest.isEmpty, rule == nil {
        try receive(Array(rest.prefix(piece)))
        rest = rest.dropFirst(piece)
      }
    } catch {
      // A peer that broke the rules of the connection; its owner lets it go.
    }
    session.close(.closedByPeer)
    for user in users where rule == nil { rule = user.rule }
    hold(held.count == 0, "nothing is held after the end")
    hold(session.openStreams == 0, "no stream is open after the end")
    return rule
  }

  private func receive(_ bytes: [UInt8]) throws(ConnectionEnd) {
    now += Self.intervalNanoseconds
    try session.receive(ByteBuffer(bytes: bytes), at: now)
    var output = ByteBuffer()
    var isEmpty = false
    for _ in 0..<100 where !isEmpty {
      output.clear()
      isEmpty = try session.drain(into: &output)
    }
    hold(isEmpty, "what is to be sent comes to an end")
    hold(session.heldBytes >= 0, "no bytes are given back twice")
    hold(session.openStreams > 0 || session.heldBytes == 0, "a closed stream holds nothing")
    hold(held.count == session.heldBytes, "the loop counts what its connections hold")
    hold(session.queuedFrames >= 0, "no frame is sent twice")
    let streamsMax = session.role == .server ? Self.limits.streamsMax : 3
    hold(session.openStreams <= streamsMax, "no more streams are open than may be")
  }

  private func request() {
    let user = FuzzedUser(.listens)
    let body = ByteChunk.copying([UInt8](repeating: 7, count: 30_000))
    guard let stream = session.request(Self.request, HeaderFields(), body: body, handler: user)
    else { return }
    user.take(stream)
    users.append(user)
  }

  func accept(_ stream: Stream, head: HeaderFields) {
    hold(
      head.listBytes <= Self.limits.headerListBytesMax || head.isTruncated,
      "a head is cut where it becomes too long"
    )
    // Who does not take a stream has it refused.
    guard head[":path"] != "/refused" else { return }
    let user = FuzzedUser(head["x-test"] == "at once" ? .answersAtOnce : .echoes)
    users.append(user)
    stream.handler = user
    user.take(stream)
  }

  func outputPending() {}

  private func hold(_ isHeld: Bool, _ rule: String) {
    if !isHeld, self.rule == nil { self.rule = rule }
  }
}
