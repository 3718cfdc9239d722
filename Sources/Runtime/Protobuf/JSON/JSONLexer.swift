/// Reads JSON text (RFC 8259) piece by piece.
struct JSONLexer {
  let bytes: [UInt8]
  var position = 0
  /// Of each object that was skipped and has a member `@type`: from where it begins to its value.
  private(set) var typePositions: [Int: Int] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What went wrong, without a place; the caller knows the field.
  typealias Fault = JSONFault

  /// First byte of the next token, behind white space; nil at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Takes `byte` if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(Fault) {
    guard take(byte) else { throw unexpected() }
  }

  func unexpected() -> Fault {
    guard position < bytes.count else { return Fault("is not JSON: the text ends too early") }
    return Fault("is not JSON: unexpected character at byte \(position)")
  }

  /// Takes the literal if it comes next.
  mutating func take(_ literal: JSONLiteral) -> Bool {
    guard let first = peek(), first == literal.bytes[0],
      bytes[position...].starts(with: literal.bytes)
    else { return false }
    position += literal.bytes.count
    return true
  }

  // MARK: Numbers

  /// The text of a number; it follows the grammar of JSON.
  mutating func number() throws(Fault) -> Range<Int> {
    _ = peek()
    guard let end = Self.endOfNumber(bytes[position...]) else { throw unexpected() }
    defer { position = end }
    return position..<end
  }

  /// Where a number that starts the slice ends; nil if there is none.
  static func endOfNumber(_ text: ArraySlice<UInt8>) -> Int? {
    var position = text.startIndex
    func digits() -> Int {
      var count = 0
      while position < text.endIndex, (0x30...0x39).contains(text[position]) {
        position += 1
        count += 1
      }
      return count
    }
    if position < text.endIndex, text[position] == UInt8(ascii: "-") { position += 1 }
    let startsWithZero = position < text.endIndex && text[position] == 0x30
    let count = digits()
    guard count > 0, !startsWithZero || count == 1 else { return nil }
    if position < text.endIndex, text[position] == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { return nil }
    }
    if position < text.endIndex, text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < text.endIndex, text[position] == 0x2B || text[position] == 0x2D {
        position += 1
      }
      guard digits() > 0 else { return nil }
    }
    return position
  }

  // MARK: Strings

  /// A string that must come next: a member's name, or a value that begins with a quote.
  mutating func string() throws(Fault) -> String {
    guard take(UInt8(ascii: "\"")) else { throw unexpected() }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\"), bytes[position] >= 0x20
    { position += 1 }
    guard position < bytes.count else { throw unexpected() }
    if bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return try text(bytes[start..<(position - 1)])
    }
    return try escapedString(from: start)
  }

  private func text(_ slice: ArraySlice<UInt8>) throws(Fault) -> String {
    guard let text = String(utf8: slice) else {
      throw Fault("must be UTF-8")
    }
    return text
  }

  private mutating func escapedString(from start: Int) throws(Fault) -> String {
    var content = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(content[...])
      case UInt8(ascii: "\\"): try escape(&content)
      case ..<0x20: throw Fault("must not hold unescaped control characters")
      default: content.append(byte)
      }
    }
    throw unexpected()
  }

  private mutating func escape(_ content: inout [UInt8]) throws(Fault) {
    guard position < bytes.count else { throw unexpected() }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): try appendScalar(&content)
    default: throw unexpected()
    }
  }

  /// Reads `XXXX`, and the second half of a surrogate pair.
  private mutating func appendScalar(_ content: inout [UInt8]) throws(Fault) {
    var value = try hexadecimal()
    if (0xD800..<0xDC00).contains(value), bytes.count - position >= 6,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else {
        throw Fault("must not hold half a surrogate pair")
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Fault("must not hold half a surrogate pair")
    }
    content.append(contentsOf: Character(scalar).utf8)
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard bytes.count - position >= 4 else { throw unexpected() }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch bytes[position] {
      case 0x30...0x39: digit = bytes[position] - 0x30
      case 0x41...0x46: digit = bytes[position] - 0x41 + 10
      case 0x61...0x66: digit = bytes[position] - 0x61 + 10
      default: throw unexpected()
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: Anything

  /// Skips one value of any kind, checking its form.
  mutating func skipValue(depth: Int) throws(Fault) {
    guard depth > 0 else { throw Fault("is nested too deep") }
    switch peek() {
    case UInt8(ascii: "{"):
      let object = position
      position += 1
      if take(UInt8(ascii: "}")) { return }
      repeat {
        let name = try string()
        try expect(UInt8(ascii: ":"))
        if name.isExactly("@type"), typePositions[object] == nil {
          typePositions[object] = position
        }
        try skipValue(depth: depth - 1)
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"))
    case UInt8(ascii: "["):
      position += 1
      if take(UInt8(ascii: "]")) { return }
      repeat { try skipValue(depth: depth - 1) } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    case UInt8(ascii: "\""): _ = try string()
    default:
      if take(.true) || take(.false) || take(.null) { return }
      _ = try number()
    }
  }
}

/// The words of JSON.
struct JSONLiteral: Sendable {
  let bytes: [UInt8]

  private init(_ word: String) { bytes = Array(word.utf8) }

  static let null = JSONLiteral("null")
  static let `true` = JSONLiteral("true")
  static let `false` = JSONLiteral("false")
}

/// A rule that was broken, before its place is known.
struct JSONFault: Error {
  let rule: String

  init(_ rule: String) { self.rule = rule }
}
