/// What hostile clients send, byte by byte (RFC 9113 §4.1, RFC 7541 §6.2.2).
enum Bytes {
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  static let settings = frame(4)
  static let acknowledgement = frame(4, flags: 1)
  static let opening = preface + settings + acknowledgement

  static let end: UInt8 = 1
  static let endOfHeaders: UInt8 = 4

  static func frame(
    _ type: UInt8,
    flags: UInt8 = 0,
    stream: Int = 0,
    _ payload: [UInt8] = []
  ) -> [UInt8] {
    let head: [UInt8] = Array(word(payload.count).dropFirst()) + [type, flags]
    return head + word(stream) + payload
  }

  static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(value >> (24 - $0 * 8) & 0xff) }
  }

  /// Literal fields without indexing, names and values under 127 bytes.
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

  static func request(_ path: String, _ more: [(String, String)] = []) -> [(String, String)] {
    [
      (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "x"),
      ("content-type", "application/grpc"), ("te", "trailers"),
    ] + more
  }

  static func headers(
    _ stream: Int,
    _ fields: [(String, String)] = request("/test.Test/Echo"),
    flags: UInt8 = endOfHeaders
  ) -> [UInt8] {
    frame(1, flags: flags, stream: stream, block(fields))
  }

  static func data(_ stream: Int, _ payload: [UInt8], isEnd: Bool = false) -> [UInt8] {
    frame(0, flags: isEnd ? end : 0, stream: stream, payload)
  }

  static func reset(_ stream: Int) -> [UInt8] { frame(3, stream: stream, word(8)) }

  static func windowUpdate(_ stream: Int, _ count: Int) -> [UInt8] {
    frame(8, stream: stream, word(count))
  }

  /// The first part of a message of so many bytes.
  static func prefix(_ count: Int) -> [UInt8] { [0] + word(count) }
}
