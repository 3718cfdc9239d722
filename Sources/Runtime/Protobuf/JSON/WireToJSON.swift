/// Reads the wire bytes of a message and writes JSON as it goes.
struct WireToJSON {
  private(set) var output: [UInt8] = []
  var path = JSONPath()
  let bytes: [UInt8]
  let transcoder: JSONTranscoder

  typealias Record = WireReader.Field

  init(_ bytes: [UInt8], _ transcoder: JSONTranscoder) {
    self.bytes = bytes
    self.transcoder = transcoder
  }

  mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
  mutating func write(byte: Unicode.Scalar) { output.append(UInt8(truncatingIfNeeded: byte.value)) }
  mutating func writeQuoted(_ text: String) { JSONText.append(text.utf8, to: &output) }

  // MARK: Messages

  /// Writes the message whose content lies in `range`.
  mutating func message(_ schema: MessageSchema, _ range: Range<Int>) throws(JSONError) {
    guard path.depth < transcoder.options.depthMax else { throw path.error("is nested too deep") }
    if let type = schema.wellKnownType { return try wellKnown(type, schema, range) }
    write(byte: "{")
    var isFirst = true
    try members(of: schema, range, &isFirst)
    write(byte: "}")
  }

  /// Writes the fields as members of an object that is open.
  mutating func members(
    of schema: MessageSchema,
    _ range: Range<Int>,
    _ isFirst: inout Bool
  ) throws(JSONError) {
    let records = try self.records(schema, range)
    for (position, field) in schema.fields.enumerated() {
      let values = records[position]
      guard !values.isEmpty || (transcoder.options.emitsDefaults && !field.hasPresence) else {
        continue
      }
      let name = transcoder.options.usesDeclaredNames ? field.name : field.jsonName
      if values.isEmpty || isShown(field, values) {
        if !isFirst { write(byte: ",") }
        isFirst = false
        writeQuoted(name)
        write(byte: ":")
        path.push(.field(name))
        try self.field(field, values)
        path.pop()
      }
    }
  }

  /// Writes one field of a message by itself.
  mutating func alone(
    _ field: FieldSchema,
    of schema: MessageSchema,
    _ range: Range<Int>
  ) throws(JSONError) {
    let records = try self.records(schema, range)
    guard let position = schema.position(number: field.number) else { return }
    path.push(.field(field.name))
    if records[position].isEmpty, field.hasPresence {
      write(field.message == nil ? "null" : "{}")
    } else {
      try self.field(field, records[position])
    }
    path.pop()
  }

  /// The records of each field by its position; of a oneof only the member that came last.
  func records(_ schema: MessageSchema, _ range: Range<Int>) throws(JSONError) -> [[Record]] {
    var records = Array(repeating: [Record](), count: schema.fields.count)
    var memberOfOneof = [Int?](repeating: nil, count: schema.oneofs.count)
    var reader = WireReader(bytes, range)
    do {
      while let record = try reader.next() {
        guard let position = schema.position(number: record.number),
          schema.fields[position].accepts(record.type)
        else { continue }
        if let oneof = schema.fields[position].oneofIndex {
          if let other = memberOfOneof[oneof], other != position { records[other] = [] }
          memberOfOneof[oneof] = position
        }
        records[position].append(record)
      }
    } catch {
      throw path.error(error.rawValue)
    }
    return records
  }

  /// A field without presence that holds its default is not written unless asked for.
  private func isShown(_ field: FieldSchema, _ values: [Record]) -> Bool {
    if transcoder.options.emitsDefaults || field.hasPresence { return true }
    if field.isRepeated { return true }
    guard let last = values.last else { return false }
    return last.type == .lengthDelimited ? !last.content.isEmpty : last.value != 0
  }

  // MARK: Fields

  private mutating func field(_ field: FieldSchema, _ values: [Record]) throws(JSONError) {
    if field.isMap { return try map(field, values) }
    if field.isRepeated { return try array(field, values) }
    if let message = field.message {
      return try self.message(message, values)
    }
    guard let last = values.last else { return writeDefault(field) }
    try scalar(field, last.value, last.content)
  }

  /// Writes a message that may have come in several pieces, which merge.
  private mutating func message(
    _ schema: MessageSchema,
    _ pieces: [Record]
  ) throws(JSONError) {
    if pieces.count == 1, let piece = pieces.first {
      return try message(schema, piece.content)
    }
    let joined = pieces.flatMap { bytes[$0.content] }
    var writer = WireToJSON(joined, transcoder)
    writer.path = path
    try writer.message(schema, 0..<joined.count)
    output += writer.output
  }

  private mutating func array(_ field: FieldSchema, _ values: [Record]) throws(JSONError) {
    write(byte: "[")
    var index = 0
    for record in values {
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
      try self.message(message, content)
    } else {
      try scalar(field, value, content)
    }
    path.pop()
    index += 1
  }

  private mutating func map(_ field: FieldSchema, _ values: [Record]) throws(JSONError) {
    guard let entry = field.message, let key = entry.field(number: 1),
      let value = entry.field(number: 2)
    else { return }
    var written: [String: [UInt8]] = [:]
    var order: [String] = []
    for record in values {
      let parts = try records(entry, record.content)
      var writer = WireToJSON(bytes, transcoder)
      writer.path = path
      try writer.field(key, entry.position(number: 1).map { parts[$0] } ?? [])
      let unquoted = String(decoding: writer.output, as: UTF8.self)
      let name = key.kind == .string || unquoted.hasPrefix("\"") ? unquoted : "\"\(unquoted)\""
      writer.output = []
      writer.path.push(.key(String(name.dropFirst().dropLast())))
      let found = entry.position(number: 2).map { parts[$0] } ?? []
      if found.isEmpty, let message = value.message {
        try writer.message(message, 0..<0)
      } else {
        try writer.field(value, found)
      }
      if written.updateValue(writer.output, forKey: name) == nil { order.append(name) }
    }
    write(byte: "{")
    for (index, name) in order.enumerated() {
      if index > 0 { write(byte: ",") }
      write(name)
      write(byte: ":")
      output += written[name] ?? []
    }
    write(byte: "}")
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
