/// Reads the wire bytes of a message and writes JSON as it goes.
struct WireToJSON {
  private(set) var output: [UInt8] = []
  var path = JSONPath()
  /// Messages that are open.
  var depth = 0
  let bytes: [UInt8]
  let transcoder: JSONTranscoder

  init(_ bytes: [UInt8], _ transcoder: JSONTranscoder) {
    self.bytes = bytes
    self.transcoder = transcoder
  }

  mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
  mutating func write(byte: Unicode.Scalar) { output.append(UInt8(truncatingIfNeeded: byte.value)) }
  mutating func write(bytes: [UInt8]) { output += bytes }
  mutating func writeQuoted(_ text: String) { JSONText.append(text.utf8, to: &output) }

  // MARK: Messages

  /// Writes the message whose content lies in `pieces`.
  mutating func message(_ schema: MessageSchema, _ pieces: Pieces) throws(JSONError) {
    guard depth <= transcoder.options.depthMax else { throw path.error("is nested too deep") }
    depth += 1
    defer { depth -= 1 }
    if let type = schema.wellKnownType { return try wellKnown(type, schema, pieces) }
    write(byte: "{")
    var isFirst = true
    try members(of: schema, pieces, &isFirst)
    write(byte: "}")
  }

  /// Writes the fields as members of an object that is open.
  mutating func members(
    of schema: MessageSchema,
    _ pieces: Pieces,
    _ isFirst: inout Bool
  ) throws(JSONError) {
    var rest = try fields(schema, pieces).entries[...]
    let writesAll = transcoder.options.emitsDefaults
    var position = 0
    while true {
      if !writesAll { position = rest.first?.position ?? schema.fields.count }
      guard position < schema.fields.count else { return }
      let field = schema.fields[position]
      let values = rest.prefix { $0.position == position }
      rest = rest[values.endIndex...]
      position += 1
      guard isShown(field, values) else { continue }
      if !isFirst { write(byte: ",") }
      isFirst = false
      let name = transcoder.options.usesDeclaredNames ? field.name : field.jsonName
      writeQuoted(name)
      write(byte: ":")
      path.push(.field(name))
      try self.field(field, values)
      path.pop()
    }
  }

  /// Writes one field of a message by itself.
  mutating func alone(
    _ field: FieldSchema,
    of schema: MessageSchema,
    _ range: Range<Int>
  ) throws(JSONError) {
    guard let position = schema.position(number: field.number) else { return }
    let records = try fields(schema, Pieces(range)).records(at: position)
    path.push(.field(field.name))
    if records.isEmpty, field.hasPresence {
      write(field.message == nil ? "null" : "{}")
    } else {
      try self.field(field, records)
    }
    path.pop()
  }

  func fields(_ schema: MessageSchema, _ pieces: Pieces) throws(JSONError) -> WireFields {
    do {
      return try WireFields(bytes, pieces, schema)
    } catch {
      throw path.error(error.rawValue)
    }
  }

  /// A field without presence that holds its default is not written unless asked for.
  private func isShown(_ field: FieldSchema, _ values: ArraySlice<WireFields.Entry>) -> Bool {
    if transcoder.options.emitsDefaults, !field.hasPresence { return true }
    guard let last = values.last?.record else { return false }
    if field.hasPresence { return true }
    if field.isRepeated {
      // A packed array may have come without elements.
      return !field.kind.isPackable
        || values.contains { $0.record.type != .lengthDelimited || !$0.record.content.isEmpty }
    }
    if last.type == .lengthDelimited { return !last.content.isEmpty }
    return field.kind.isNarrow ? last.value << 32 != 0 : last.value != 0
  }

  // MARK: Fields

  mutating func field(
    _ field: FieldSchema,
    _ values: ArraySlice<WireFields.Entry>
  ) throws(JSONError) {
    if field.isMap { return try map(field, values) }
    if field.isRepeated { return try array(field, values) }
    if let message = field.message {
      return try self.message(message, values.pieces ?? .none)
    }
    guard let last = values.last?.record else { return writeDefault(field) }
    try scalar(field, last.value, last.content)
  }

  private mutating func array(
    _ field: FieldSchema,
    _ values: ArraySlice<WireFields.Entry>
  ) throws(JSONError) {
    write(byte: "[")
    var index = 0
    for record in values.lazy.map(\.record) {
      if record.type == .lengthDelimited, field.kind.isPackable {
        var reader = WireReader(bytes, record.content)
        while !reader.isAtEnd {
          let value: UInt64
          do {
            switch field.kind.wireType {
            case .fixed32: value = try reader.fixed(4)
            case .fixed64: value = try reader.fixed(8)
            default: value = try reader.varint()
            }
          } catch {
            throw path.error(error.rawValue)
          }
          try element(field, value, 0..<0, &index)
        }
      } else {
        try element(field, record.value, record.content, &index)
      }
    }
    write(byte: "]")
  }

  private mutating func element(
    _ field: FieldSchema,
    _ value: UInt64,
    _ content: Range<Int>,
    _ index: inout Int
  ) throws(JSONError) {
    if index > 0 { write(byte: ",") }
    path.push(.index(index))
    if let message = field.message {
      try self.message(message, Pieces(content))
    } else {
      try scalar(field, value, content)
    }
    path.pop()
    index += 1
  }

  // MARK: Scalars

  private mutating func writeDefault(_ field: FieldSchema) {
    switch field.kind {
    case .string, .bytes: write("\"\"")
    case .bool: write("false")
    case .int64, .uint64, .sint64, .fixed64, .sfixed64: write("\"0\"")
    case .enum: writeEnum(field, 0)
    default: write("0")
    }
  }

  private mutating func writeEnum(_ field: FieldSchema, _ number: Int32) {
    if field.enumeration?.fullName == "google.protobuf.NullValue" {
      write("null")
    } else if let name = field.enumeration?.name(of: number) {
      writeQuoted(name)
    } else {
      write(String(number))
    }
  }

  mutating func scalar(
    _ field: FieldSchema,
    _ value: UInt64,
    _ content: Range<Int>
  ) throws(JSONError) {
    switch field.kind {
    case .string:
      guard String(utf8: bytes[content]) != nil else {
        throw path.error("must be UTF-8")
      }
      JSONText.append(bytes[content], to: &output)
    case .bytes:
      write(byte: "\"")
      Base64.encode(bytes[content], into: &output)
      write(byte: "\"")
    case .bool: write(value != 0 ? "true" : "false")
    case .enum: writeEnum(field, Int32(truncatingIfNeeded: value))
    case .int32, .sfixed32: write(String(Int32(truncatingIfNeeded: value)))
    case .uint32, .fixed32: write(String(UInt32(truncatingIfNeeded: value)))
    case .sint32:
      let raw = UInt32(truncatingIfNeeded: value)
      write(String(Int32(bitPattern: raw >> 1) ^ -Int32(bitPattern: raw & 1)))
    case .int64, .sfixed64: write("\"\(Int64(bitPattern: value))\"")
    case .uint64, .fixed64: write("\"\(value)\"")
    case .sint64: write("\"\(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))\"")
    case .float:
      write(JSONNumber.text(Float(bitPattern: UInt32(truncatingIfNeeded: value))))
    case .double: write(JSONNumber.text(Double(bitPattern: value)))
    case .message, .group: break
    }
  }
}
