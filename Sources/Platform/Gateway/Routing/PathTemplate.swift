/// A path template of `google.api.http`.
///
///     Template = "/" Segments [ ":" verb ]
///     Segments = Segment { "/" Segment }
///     Segment  = "*" | "**" | literal | "{" field.path [ "=" Segments ] "}"
///
/// `*` is one segment, `**` all that are left, none included; so it stands last. `{id}` is `{id=*}`.
struct PathTemplate: Sendable, Equatable {
  enum Segment: Sendable, Hashable {
    case literal(String)
    case one
    case rest
  }

  /// A request field that takes its value from the path.
  struct Variable: Sendable, Equatable {
    /// As in `recipe.id`.
    let fieldPath: String
    /// The segments that make its value.
    let segments: Range<Int>
    /// It ends in `**` and takes whatever is left.
    let isOpenEnded: Bool
    /// Values of several segments keep `%2F`, so that it stays apart from the slashes between them.
    let keepsEncodedSlashes: Bool
  }

  let text: String
  let segments: [Segment]
  let variables: [Variable]
  let verb: String?

  /// The path `/`, which the grammar does not have.
  static let root = PathTemplate(text: "/", segments: [], variables: [], verb: nil)

  private init(text: String, segments: [Segment], variables: [Variable], verb: String?) {
    self.text = text
    self.segments = segments
    self.variables = variables
    self.verb = verb
  }

  init(parsing text: String) throws(GatewayError) {
    var parser = PathTemplateParser(text)
    try parser.parse()
    self.init(
      text: text,
      segments: parser.segments,
      variables: parser.variables,
      verb: parser.verb
    )
  }

  /// The template without its names: two templates of one shape match the same paths.
  var shape: String {
    let path = segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .one: "*"
      case .rest: "**"
      }
    }
    return "/" + path.joined(separator: "/") + (verb.map { ":" + $0 } ?? "")
  }
}

private struct PathTemplateParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0
  private(set) var segments: [PathTemplate.Segment] = []
  private(set) var variables: [PathTemplate.Variable] = []
  private(set) var verb: String?

  init(_ text: String) {
    self.text = text
    self.bytes = Array(text.utf8)
  }

  mutating func parse() throws(GatewayError) {
    try expect("/")
    try parseSegments(inVariable: false)
    if take(":") { verb = try literal("a verb") }
    guard position == bytes.count else { throw failure("has an unexpected \(seen)") }
    let names = variables.map(\.fieldPath)
    guard Set(names).count == names.count else { throw failure("binds a field twice") }
  }

  private mutating func parseSegments(inVariable: Bool) throws(GatewayError) {
    repeat {
      guard segments.last != .rest else { throw failure("has a segment behind **") }
      if take("*") {
        segments.append(take("*") ? .rest : .one)
      } else if peek == UInt8(ascii: "{") {
        guard !inVariable else { throw failure("has a variable inside a variable") }
        try parseVariable()
      } else {
        segments.append(.literal(try literal("a segment")))
      }
    } while take("/")
  }

  private mutating func parseVariable() throws(GatewayError) {
    try expect("{")
    let fieldPath = try self.fieldPath()
    let first = segments.count
    if take("=") { try parseSegments(inVariable: true) } else { segments.append(.one) }
    try expect("}")
    let range = first..<segments.count
    variables.append(
      PathTemplate.Variable(
        fieldPath: fieldPath,
        segments: range,
        isOpenEnded: segments.last == .rest,
        keepsEncodedSlashes: range.count > 1 || segments.last == .rest
      )
    )
  }

  private mutating func fieldPath() throws(GatewayError) -> String {
    var names: [String] = []
    repeat {
      let start = position
      while let byte = peek, byte == UInt8(ascii: "_") || byte.isLetterOrDigit { position += 1 }
      guard start < position, !bytes[start].isDigit else {
        throw failure("needs the name of a field at byte \(start)")
      }
      names.append(String(decoding: bytes[start..<position], as: UTF8.self))
    } while take(".")
    return names.joined(separator: ".")
  }

  private mutating func literal(_ what: String) throws(GatewayError) -> String {
    let start = position
    while let byte = peek, byte.isLiteral { position += 1 }
    guard start < position else { throw failure("needs \(what) at byte \(start)") }
    guard let decoded = PercentCoding.decode(bytes[start..<position]) else {
      throw failure("has a broken percent-encoding")
    }
    return decoded
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var seen: String {
    peek.map { "\"\(Character(Unicode.Scalar($0)))\" at byte \(position)" } ?? "end"
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(GatewayError) {
    guard take(scalar) else { throw failure("has an unexpected \(seen) instead of \"\(scalar)\"") }
  }

  private func failure(_ reason: String) -> GatewayError {
    .template(text, reason: reason)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isLetterOrDigit: Bool {
    isDigit || (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self)
  }

  /// RFC 3986 §3.3 `pchar`, without `:`, `*` and `=`, which the grammar uses.
  fileprivate var isLiteral: Bool {
    isLetterOrDigit || "-._~!$&'()+,;@%".utf8.contains(self)
  }
}
