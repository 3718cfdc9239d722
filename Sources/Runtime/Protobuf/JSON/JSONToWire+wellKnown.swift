/// The messages that JSON writes in a form of their own.
extension JSONToWire {
  mutating func wellKnown(
    _ type: WellKnownType,
    _ schema: MessageSchema
  ) throws(JSONError) {
    switch type {
    case .timestamp, .duration: try moment(isTimestamp: type == .timestamp)
    case .fieldMask: try fieldMask()
    case .struct: try object()
    case .value: try anyValue()
    case .listValue: try list()
    case .any: try any()
    case .wrapper:
      guard let value = schema.field(number: 1) else { return }
      if lexer.take(.null) { throw path.error("must not be null") }
      _ = try self.value(value)
    }
  }

  mutating func string(_ what: String) throws(JSONError) -> String {
    guard lexer.peek() == UInt8(ascii: "\"") else { throw mustBe(what) }
    return try lex { lexer throws(JSONFault) in try lexer.string() }
  }

  private mutating func moment(isTimestamp: Bool) throws(JSONError) {
    let what = isTimestamp ? "a time like 2024-05-01T10:00:00Z" : "a duration like 1.5s"
    let text = try string(what)
    guard let moment = isTimestamp ? TimeText.timestamp(text) : TimeText.duration(text) else {
      throw path.error("must be \(what)")
    }
    if moment.seconds != 0 {
      output.appendField(1, varint: UInt64(bitPattern: moment.seconds))
    }
    if moment.nanos != 0 {
      output.appendField(2, varint: UInt64(bitPattern: Int64(moment.nanos)))
    }
  }

  private mutating func fieldMask() throws(JSONError) {
    let text = try string("field paths with commas between them")
    guard !text.isEmpty else { return }
    for name in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      guard let snake = FieldMaskPath.declared(Substring(name)) else {
        throw path.error("must be field paths like displayName,address.city")
      }
      output.appendField(1, snake.utf8)
    }
  }

  // MARK: Struct, Value, ListValue

  private mutating func object() throws(JSONError) {
    guard lexer.take(UInt8(ascii: "{")) else { throw mustBe("an object") }
    if lexer.take(UInt8(ascii: "}")) { return }
    var seen: Set<ExactText> = []
    repeat {
      let name = try lex { lexer throws(JSONFault) in try lexer.string() }
      path.push(.field(name))
      guard seen.insert(ExactText(name)).inserted else { throw path.error("is given twice") }
      try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: ":")) }
      try nested(1) { reader throws(JSONError) in
        reader.output.appendField(1, name.utf8)
        try reader.nested(2) { reader throws(JSONError) in try reader.anyValue() }
      }
      path.pop()
    } while lexer.take(UInt8(ascii: ","))
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: "}")) }
  }

  private mutating func list() throws(JSONError) {
    guard lexer.take(UInt8(ascii: "[")) else { throw mustBe("an array") }
    if lexer.take(UInt8(ascii: "]")) { return }
    var index = 0
    repeat {
      path.push(.index(index))
      try nested(1) { reader throws(JSONError) in try reader.anyValue() }
      path.pop()
      index += 1
    } while lexer.take(UInt8(ascii: ","))
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: "]")) }
  }

  private mutating func anyValue() throws(JSONError) {
    switch lexer.peek() {
    case UInt8(ascii: "{"): try nested(5) { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): try nested(6) { reader throws(JSONError) in try reader.list() }
    case UInt8(ascii: "\""):
      let text = try lex { lexer throws(JSONFault) in try lexer.string() }
      output.appendField(3, text.utf8)
    case UInt8(ascii: "n") where lexer.take(.null): output.appendField(1, varint: 0)
    case UInt8(ascii: "t") where lexer.take(.true): output.appendField(4, varint: 1)
    case UInt8(ascii: "f") where lexer.take(.false): output.appendField(4, varint: 0)
    default:
      let range = try lex { lexer throws(JSONFault) in try lexer.number() }
      let text = lexer.bytes[range]
      let number = try lex { _ throws(JSONFault) in try JSONNumber.double(text) }
      output.appendField(2, fixed: number.bitPattern)
    }
  }
}

/// A path of a field mask: `display_name` in messages, `displayName` in JSON.
enum FieldMaskPath {
  /// The declared form; nil when JSON could not have written this.
  static func declared(_ json: Substring) -> String? {
    guard !json.isEmpty, !json.utf8.contains(UInt8(ascii: "_")) else { return nil }
    var result = ""
    for character in json.unicodeScalars {
      guard character.isASCII, character.value > 0x20, character != "," else { return nil }
      if ("A"..."Z").contains(character) {
        result += "_" + String(character).lowercased()
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// The JSON form; nil when it would not read back as the same path.
  static func json(_ declared: String) -> String? {
    let name = JSONName.of(declared)
    return Self.declared(name[...]) == declared ? name : nil
  }
}
