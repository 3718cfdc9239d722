/// The header fields that the gateway reads; all others end here.
enum RequestField: String, CaseIterable, Sendable {
  case authorization
  case accept
  case acceptLanguage = "accept-language"
  case requestID = "x-request-id"
  case traceParent = "traceparent"
  case traceState = "tracestate"
  case idempotencyKey = "idempotency-key"
  case contentType = "content-type"
  case contentEncoding = "content-encoding"
  case contentLength = "content-length"
  case timeout = "x-request-timeout"
  case expect
  case origin
  case corsMethod = "access-control-request-method"

  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// What a request says before its body, whichever protocol carried it.
struct RequestHead: Sendable {
  let method: String
  /// Path and query, as in `/v1/recipes?q=pho`.
  let target: [UInt8]
  /// Address of the client.
  let peer: String
  private var fields: [(field: RequestField, value: String)] = []
  /// A field whose value is no visible ASCII and is not kept: no value of ours is other, and to compare
  /// what else a stranger may send takes long.
  private(set) var malformedField: RequestField?

  init(method: String, target: String, peer: String) {
    self.method = method
    self.target = Self.originForm(Array(target.utf8))
    self.peer = peer
  }

  /// The first value of a field.
  subscript(field: RequestField) -> String? {
    fields.first { $0.field == field }?.value
  }

  mutating func append(_ field: RequestField, _ value: String) {
    // RFC 9110 §5.5: a tab means a space.
    let bytes = value.utf8.map { $0 == 0x09 ? 0x20 : $0 }
    if bytes.allSatisfy({ (0x20...0x7e).contains($0) }) {
      fields.append((field, String(decoding: bytes, as: UTF8.self)))
    } else if field != .requestID {
      // An id that cannot be is replaced by one of ours.
      malformedField = field
    }
  }

  /// What it takes while it waits for its body, about.
  var memoryBytes: Int {
    fields.reduce(1 << 10 + target.count) { $0 + $1.value.utf8.count }
  }

  /// The part up to the question mark, and what is behind it.
  var parts: (path: ArraySlice<UInt8>, query: ArraySlice<UInt8>) {
    guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return (target[...], []) }
    return (target[..<mark], target[(mark + 1)...])
  }

  /// RFC 9112 §3.2.2: a server takes `GET http://host/path` too.
  private static func originForm(_ target: [UInt8]) -> [UInt8] {
    for scheme in ["http://", "https://"] where target.starts(with: scheme.utf8) {
      let rest = target.dropFirst(scheme.utf8.count)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return Array("/".utf8) }
      return Array(rest[slash...])
    }
    return target
  }
}
