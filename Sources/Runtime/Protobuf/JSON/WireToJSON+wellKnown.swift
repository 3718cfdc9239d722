/// The messages that JSON writes in a form of their own.
extension WireToJSON {
  mutating func wellKnown(
    _ type: WellKnownType,
    _ schema: MessageSchema,
    _ pieces: Pieces
  ) throws(JSONError) {
    let fields = try self.fields(schema, pieces)
    /// The last record of the field with this number.
    func last(_ number: Int) -> WireReader.Field? {
      schema.position(number: number).flatMap { fields.records(at: $0).last?.record }
    }
    switch type {
    case .timestamp, .duration:
      let moment = TimeText.Moment(
        seconds: Int64(bitPattern: last(1)?.value ?? 0),
        nanos: Int32(truncatingIfNeeded: last(2)?.value ?? 0)
      )
      let isTimestamp = type == .timestamp
      guard
        let text = isTimestamp ? TimeText.text(timestamp: moment) : TimeText.text(duration: moment)
      else { throw path.error("is out of the range of a \(schema.name)") }
      writeQuoted(text)
    case .fieldMask: try fieldMask(fields.entries)
    case .struct:
      guard let field = schema.fields.first else { return }
      try map(field, fields.entries[...])
    case .value: try value(fields.entries[...], schema)
    case .listValue: try list(fields.entries, schema)
    case .any: try any(url: last(1), content: last(2)?.content)
    case .wrapper:
      guard let field = schema.fields.first else { return }
      if let record = last(1) {
        try scalar(field, record.value, record.content)
      } else {
        try scalar(field, 0, 0..<0)
      }
    }
  }

  private mutating func fieldMask(_ paths: [WireFields.Entry]) throws(JSONError) {
    var names: [String] = []
    for entry in paths {
      let declared = String(utf8: bytes[entry.record.content])
      guard let declared, let name = FieldMaskPath.json(declared) else {
        throw path.error("holds a path that JSON cannot write")
      }
      names.append(name)
    }
    writeQuoted(names.joined(separator: ","))
  }

  private mutating func list(
    _ values: [WireFields.Entry],
    _ schema: MessageSchema
  ) throws(JSONError) {
    guard let value = schema.fields.first?.message else { return }
    write(byte: "[")
    for (index, entry) in values.enumerated() {
      if index > 0 { write(byte: ",") }
      path.push(.index(index))
      try message(value, Pieces(entry.record.content))
      path.pop()
    }
    write(byte: "]")
  }

  /// Writes the one field that is left: all of a Value's fields are members of one oneof.
  private mutating func value(
    _ values: ArraySlice<WireFields.Entry>,
    _ schema: MessageSchema
  ) throws(JSONError) {
    guard let last = values.last else { throw path.error("is a Value of no kind") }
    let field = schema.fields[last.position]
    if field.kind == .double, !Double(bitPattern: last.record.value).isFinite {
      throw path.error("must be finite in JSON")
    }
    try self.field(field, values)
  }

  private mutating func any(
    url: WireReader.Field?,
    content: Range<Int>?
  ) throws(JSONError) {
    guard let url, !url.content.isEmpty else {
      guard content?.isEmpty ?? true else { throw path.error("is an Any without a type") }
      return write("{}")
    }
    guard let text = String(utf8: bytes[url.content]) else { throw path.error("must be UTF-8") }
    guard let schema = transcoder.type(at: text) else {
      throw path.error("is an Any of unknown type \(text)")
    }
    write("{\"@type\":")
    writeQuoted(text)
    if schema.wellKnownType == nil {
      var isFirst = false
      try members(of: schema, Pieces(content ?? 0..<0), &isFirst)
    } else {
      write(",\"value\":")
      path.push(.field("value"))
      try message(schema, Pieces(content ?? 0..<0))
      path.pop()
    }
    write(byte: "}")
  }
}
