/// Reads one JSON value and writes the wire bytes of a message as it goes.
struct JSONToWire {
  var lexer: JSONLexer
  var path = JSONPath()
  var output = NestedOutput()
  /// Objects that begin before it have been searched for their `@type`.
  var surveyedEnd = 0
  let transcoder: JSONTranscoder

  init(_ json: [UInt8], _ transcoder: JSONTranscoder) throws(JSONError) {
    guard json.count <= transcoder.options.bytesMax else {
      throw path.error("is longer than \(transcoder.options.bytesMax) bytes")
    }
    lexer = JSONLexer(json)
    self.transcoder = transcoder
  }

  /// The bytes written, if nothing but white space is left.
  mutating func finish() throws(JSONError) -> [UInt8] {
    guard lexer.peek() == nil else { throw path.error(lexer.unexpected().rule) }
    return output.bytes()
  }

  /// Runs the lexer and gives its faults their place.
  mutating func lex<Value>(
    _ read: (inout JSONLexer) throws(JSONFault) -> Value
  ) throws(JSONError) -> Value {
    do {
      return try read(&lexer)
    } catch {
      throw path.error(error.rule)
    }
  }

  /// Writes a message that lies inside this one.
  mutating func nested(
    _ number: Int,
    _ write: (inout JSONToWire) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard output.depth < transcoder.options.depthMax else { throw path.error("is nested too deep") }
    output.open(number)
    try write(&self)
    output.close()
  }

  // MARK: Messages

  /// Writes the content of a message, without tag or length.
  mutating func message(_ schema: MessageSchema) throws(JSONError) {
    if let type = schema.wellKnownType {
      try wellKnown(type, schema)
    } else {
      try members(of: schema)
    }
  }

  /// Reads an object's members as fields of `schema`; `skipping` is a member that is none of them.
  mutating func members(
    of schema: MessageSchema,
    skipping skipped: String? = nil
  ) throws(JSONError) {
    guard lexer.take(UInt8(ascii: "{")) else { throw mustBe("an object") }
    if lexer.take(UInt8(ascii: "}")) { return }
    var seen = Array(repeating: false, count: schema.fields.count)
    var seenOneofs = Array(repeating: false, count: schema.oneofs.count)
    var isSkippedSeen = false
    repeat {
      let name = try lex { lexer throws(JSONFault) in try lexer.string() }
      path.push(.field(name))
      try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: ":")) }
      if let skipped, name.isExactly(skipped) {
        guard !isSkippedSeen else { throw path.error("is given twice") }
        isSkippedSeen = true
        try skipValue()
      } else if let position = schema.position(named: name) {
        guard !seen[position] else { throw path.error("is given twice") }
        seen[position] = true
        try member(schema.fields[position], of: schema, &seenOneofs)
      } else {
        guard transcoder.options.ignoresUnknownFields else {
          throw path.error("is not a field of \(schema.fullName)")
        }
        try skipValue()
      }
      path.pop()
    } while lexer.take(UInt8(ascii: ","))
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: "}")) }
  }

  private mutating func member(
    _ field: FieldSchema,
    of schema: MessageSchema,
    _ seenOneofs: inout [Bool]
  ) throws(JSONError) {
    if !field.takesNull, lexer.take(.null) { return }
    if let oneof = field.oneofIndex {
      guard !seenOneofs[oneof] else {
        throw path.error("must not be given beside another field of \(schema.oneofs[oneof])")
      }
      seenOneofs[oneof] = true
    }
    try self.field(field)
  }

  mutating func skipValue() throws(JSONError) {
    let depth = transcoder.options.depthMax - output.depth
    try lex { lexer throws(JSONFault) in try lexer.skipValue(depth: depth) }
  }

  // MARK: Fields

  /// Writes tag and value of a field, of each element where it repeats.
  mutating func field(_ field: FieldSchema) throws(JSONError) {
    if field.isMap { return try map(field) }
    guard field.isRepeated else {
      _ = try value(field)
      return
    }
    guard lexer.take(UInt8(ascii: "[")) else { throw mustBe("an array") }
    if lexer.take(UInt8(ascii: "]")) { return }
    var index = 0
    repeat {
      path.push(.index(index))
      if !field.takesNull, lexer.take(.null) { throw path.error("must not be null") }
      _ = try value(field)
      path.pop()
      index += 1
    } while lexer.take(UInt8(ascii: ","))
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: "]")) }
  }

  private mutating func map(_ field: FieldSchema) throws(JSONError) {
    guard lexer.take(UInt8(ascii: "{")) else { throw mustBe("an object") }
    if lexer.take(UInt8(ascii: "}")) { return }
    guard let key = field.message?.field(number: 1), let value = field.message?.field(number: 2)
    else { return }
    var seen: Set<ExactText> = []
    repeat {
      let name = try lex { lexer throws(JSONFault) in try lexer.string() }
      path.push(.key(name))
      guard seen.insert(ExactText(name)).inserted else { throw path.error("is given twice") }
      try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: ":")) }
      if !value.takesNull, lexer.take(.null) { throw path.error("must not be null") }
      let before = output.mark
      var isKnown = true
      try nested(field.number) { reader throws(JSONError) in
        try reader.text(name, as: key, isKey: true)
        isKnown = try reader.value(value)
      }
      if !isKnown { output.takeBack(to: before) }
      path.pop()
    } while lexer.take(UInt8(ascii: ","))
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: "}")) }
  }

  /// Writes tag and value of one value; false for an enum's unknown name that is to be ignored.
  mutating func value(_ field: FieldSchema) throws(JSONError) -> Bool {
    if let message = field.message {
      try nested(field.number) { reader throws(JSONError) in try reader.message(message) }
      return true
    }
    switch (field.kind, lexer.peek()) {
    case (.bool, _):
      let isTrue = lexer.take(.true)
      guard isTrue || lexer.take(.false) else { throw mustBe("true or false") }
      output.appendField(field.number, varint: isTrue ? 1 : 0)
    case (.enum, UInt8(ascii: "\"")):
      let name = try lex { lexer throws(JSONFault) in try lexer.string() }
      guard let number = field.enumeration?.number(of: name) else {
        if transcoder.options.ignoresUnknownFields { return false }
        throw path.error("must be \(field.enumeration?.alternatives ?? "a known name")")
      }
      output.appendField(field.number, varint: UInt64(bitPattern: Int64(number)))
    case (.enum, UInt8(ascii: "n")) where lexer.take(.null):
      output.appendField(field.number, varint: 0)
    case (_, UInt8(ascii: "\"")):
      let string = try lex { lexer throws(JSONFault) in try lexer.string() }
      try text(string, as: field, isKey: false)
    case (.string, _), (.bytes, _): throw mustBe("a string")
    default:
      guard let range = try? lexer.number() else {
        throw mustBe(field.kind == .enum ? "a name" : "a number")
      }
      try number(lexer.bytes[range], as: field)
    }
    return true
  }

  /// What a value should have been; text that is no JSON at all says so instead.
  mutating func mustBe(_ what: String) -> JSONError {
    let isJSON = lexer.peek().map { "{[\"-0123456789tfn".utf8.contains($0) } ?? false
    return path.error(isJSON ? "must be \(what)" : lexer.unexpected().rule)
  }
}

// MARK: Scalars as text

extension JSONToWire {
  /// Writes tag and value of a scalar given as a string: a map's key, a quoted number, a query value.
  mutating func text(_ text: String, as field: FieldSchema, isKey: Bool) throws(JSONError) {
    switch field.kind {
    case .string: output.appendField(field.number, text.utf8)
    case .bytes:
      guard let bytes = Base64.decode(text.utf8) else { throw path.error("must be base64") }
      output.appendField(field.number, bytes)
    case .bool:
      let isTrue = text.isExactly("true")
      guard isKey, isTrue || text.isExactly("false") else {
        throw path.error("must be true or false")
      }
      output.appendField(field.number, varint: isTrue ? 1 : 0)
    default: try number(Array(text.utf8)[...], as: field)
    }
  }

  private mutating func number(
    _ text: ArraySlice<UInt8>,
    as field: FieldSchema
  ) throws(JSONError) {
    do {
      try write(text, as: field)
    } catch {
      throw path.error(error.rule)
    }
  }

  private mutating func write(
    _ text: ArraySlice<UInt8>,
    as field: FieldSchema
  ) throws(JSONFault) {
    let number = field.number
    switch field.kind {
    case .int32, .enum:
      let value = try JSONNumber.integer(text, as: Int32.self)
      output.appendField(number, varint: UInt64(bitPattern: Int64(value)))
    case .int64:
      let value = try JSONNumber.integer(text, as: Int64.self)
      output.appendField(number, varint: UInt64(bitPattern: value))
    case .uint32:
      output.appendField(number, varint: UInt64(try JSONNumber.integer(text, as: UInt32.self)))
    case .uint64:
      output.appendField(number, varint: try JSONNumber.integer(text, as: UInt64.self))
    case .sint32:
      let value = try JSONNumber.integer(text, as: Int32.self)
      output.appendField(number, varint: UInt64(UInt32(bitPattern: value << 1 ^ value >> 31)))
    case .sint64:
      let value = try JSONNumber.integer(text, as: Int64.self)
      output.appendField(number, varint: UInt64(bitPattern: value << 1 ^ value >> 63))
    case .fixed32: output.appendField(number, fixed: try JSONNumber.integer(text, as: UInt32.self))
    case .sfixed32: output.appendField(number, fixed: try JSONNumber.integer(text, as: Int32.self))
    case .fixed64: output.appendField(number, fixed: try JSONNumber.integer(text, as: UInt64.self))
    case .sfixed64: output.appendField(number, fixed: try JSONNumber.integer(text, as: Int64.self))
    case .float: output.appendField(number, fixed: try JSONNumber.float(text).bitPattern)
    case .double: output.appendField(number, fixed: try JSONNumber.double(text).bitPattern)
    default: throw JSONFault("must be \(field.kind == .bool ? "true or false" : "a string")")
    }
  }
}

extension FieldSchema {
  /// JSON null is a value of this field, not its absence.
  var takesNull: Bool {
    message?.wellKnownType == .value || enumeration?.fullName == "google.protobuf.NullValue"
  }
}

extension EnumSchema {
  /// The names a caller may write, for an error; without that of nothing chosen.
  var alternatives: String {
    let chosen = values.filter { $0.number != 0 || !$0.name.hasSuffix("_UNSPECIFIED") }
    return "one of " + chosen.map(\.name).joined(separator: ", ")
  }
}
