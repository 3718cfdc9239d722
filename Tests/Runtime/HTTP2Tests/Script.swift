import NIOCore

@testable import HTTP2

/// A server's session driven by bytes alone, with what it heard and said.
final class ScriptedServer: SessionDelegate {
  let session: Session
  var heads: [HeaderFields] = []
  var recorders: [Recorder] = []
  private var now: UInt64 = 1

  init(limits: SessionLimits = SessionLimits(), held: HeldBytes = HeldBytes()) {
    session = Session(
      role: .server,
      names: FieldNames(["x-test"]),
      limits: limits,
      held: held,
      at: now
    )
    session.delegate = self
  }

  func accept(_ stream: Stream, head: HeaderFields) {
    heads.append(head)
    let recorder = Recorder(stream)
    recorders.append(recorder)
    stream.handler = recorder
  }

  func outputPending() {}

  /// Receives frames and answers with what the session sends back.
  @discardableResult
  func receive(_ frames: [UInt8]) throws(ConnectionEnd) -> [Frame] {
    try session.receive(ByteBuffer(bytes: frames), at: now)
    return try sent()
  }

  func sent() throws(ConnectionEnd) -> [Frame] {
    var output = ByteBuffer()
    while try !session.drain(into: &output) {}
    return Frame.parse(Array(output.readableBytesView))
  }

  final class Recorder: StreamHandler {
    let stream: Stream
    var body: [UInt8] = []
    var hasEnded = false
    var closure: StreamClosure?

    init(_ stream: Stream) { self.stream = stream }

    func receiveData(_ bytes: ByteBuffer) { body += Array(bytes.readableBytesView) }
    func receiveEnd(trailers: HeaderFields?) { hasEnded = true }
    func streamClosed(_ reason: StreamClosure) { closure = reason }
  }
}

/// A frame as it lies on the wire (RFC 9113 §4.1).
struct Frame: Equatable {
  var type: UInt8
  var flags: UInt8 = 0
  var stream: UInt32 = 0
  var payload: [UInt8] = []

  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  var bytes: [UInt8] {
    let count = payload.count
    let length = Array(Self.bigEndian(UInt32(count)).dropFirst())
    let head: [UInt8] = length + [type, flags]
    return head + Self.bigEndian(stream) + payload
  }

  static func bigEndian(_ word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - $0 * 8)) }
  }

  static func parse(_ bytes: [UInt8]) -> [Frame] {
    var frames: [Frame] = []
    var rest = bytes[...]
    while rest.count >= 9 {
      let head = Array(rest.prefix(9))
      let count = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      let stream = head[5...8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      rest = rest.dropFirst(9)
      frames.append(
        Frame(type: head[3], flags: head[4], stream: stream, payload: Array(rest.prefix(count)))
      )
      rest = rest.dropFirst(count)
    }
    return frames
  }

  static let settings = Frame(type: 4)
  static let settingsAcknowledged = Frame(type: 4, flags: 1)
  static let ping = Frame(type: 6, payload: [0, 0, 0, 0, 0, 0, 0, 0])

  static func reset(_ stream: UInt32, _ code: UInt32 = 8) -> Frame {
    Frame(type: 3, stream: stream, payload: bigEndian(code))
  }

  static func data(_ stream: UInt32, _ payload: [UInt8], isEnd: Bool = false) -> Frame {
    Frame(type: 0, flags: isEnd ? 1 : 0, stream: stream, payload: payload)
  }

  /// A header block of literals without indexing (RFC 7541 §6.2.2), names and values under 127 bytes.
  static func block(_ fields: [(String, String)]) -> [UInt8] {
    var block: [UInt8] = []
    for (name, value) in fields {
      block.append(0)
      for text in [name, value] {
        block.append(UInt8(text.utf8.count))
        block.append(contentsOf: text.utf8)
      }
    }
    return block
  }

  static let request = [
    (":method", "POST"), (":scheme", "http"), (":path", "/a.B/C"), (":authority", "x"),
  ]

  static func headers(
    _ stream: UInt32,
    _ fields: [(String, String)] = request,
    isEnd: Bool = false,
    isWhole: Bool = true
  ) -> Frame {
    Frame(
      type: 1,
      flags: (isEnd ? 1 : 0) | (isWhole ? 4 : 0),
      stream: stream,
      payload: block(fields)
    )
  }
}
