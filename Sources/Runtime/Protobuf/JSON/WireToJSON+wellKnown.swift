/// The messages that JSON writes in a form of their own.
extension WireToJSON {
  mutating func wellKnown(
    _ type: WellKnownType,
    _ schema: MessageSchema,
    _ range: Range<Int>
  ) throws(JSONError) {
    let records = try self.records(schema, range)
    /// The last record of the field with this number.
    func last(_ number: Int) -> Record? {
      schema.position(number: number).flatMap { records[$0].last }
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
    case .fieldMask: try fieldMask(records.first ?? [])
    case .struct: try object(records.first ?? [], schema)
    case .value: try value(records, schema)
    case .listValue: try list(records.first ?? [], schema)
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

  private mutating func fieldMask(_ paths: [Record]) throws(JSONError) {
    var names: [String] = []
    for record in paths {
      let declared = String(decoding: bytes[record.content], as: UTF8.self)
      guard let name = FieldMaskPath.json(declared) else {
        throw path.error("holds a path that JSON cannot write")
      }
      names.append(name)
    }
    writeQuoted(names.joined(separator: ","))
  }

  private mutating func object(_ entries: [Record], _ schema: MessageSchema) throws(JSONError) {
    guard let entry = schema.fields.first?.message, let value = entry.field(number: 2)?.message
    else { return }
    var latest: [String: Range<Int>] = [:]
    var order: [String] = []
    for record in entries {
      let parts = try records(entry, record.content)
      let key = parts[0].last.map { String(decoding: bytes[$0.content], as: UTF8.self) } ?? ""
      let content = parts[1].last?.content ?? 0..<0
      if latest.updateValue(content, forKey: key) == nil { order.append(key) }
    }
    write(byte: "{")
    for (index, key) in order.enumerated() {
      if index > 0 { write(byte: ",") }
      writeQuoted(key)
      write(byte: ":")
      path.push(.key(key))
      try message(value, latest[key] ?? 0..<0)
      path.pop()
    }
    write(byte: "}")
  }

  private mutating func list(_ values: [Record], _ schema: MessageSchema) throws(JSONError) {
    guard let value = schema.fields.first?.message else { return }
    write(byte: "[")
    for (index, record) in values.enumerated() {
      if index > 0 { write(byte: ",") }
      path.push(.index(index))
      try message(value, record.content)
      path.pop()
    }
    write(byte: "]")
  }

  private mutating func value(
    _ records: [[Record]],
    _ schema: MessageSchema
  ) throws(JSONError) {
    guard let position = records.firstIndex(where: { !$0.isEmpty }),
      let record = records[position].last
    else { throw path.error("is a Value of no kind") }
    let field = schema.fields[position]
    if let message = field.message {
      try self.message(message, record.content)
    } else if field.kind == .double, !Double(bitPattern: record.value).isFinite {
      throw path.error("must be finite in JSON")
    } else {
      try scalar(field, record.value, record.content)
    }
  }

  private mutating func any(url: Record?, content: Range<Int>?) throws(JSONError) {
    guard let url else {
      guard content?.isEmpty ?? true else { throw path.error("is an Any without a type") }
      return write("{}")
    }
    let text = String(decoding: bytes[url.content], as: UTF8.self)
    let name = text.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    guard let schema = transcoder.registry.message(name ?? "") else {
      throw path.error("is an Any of unknown type \(text)")
    }
    write("{\"@type\":")
    writeQuoted(text)
    if schema.wellKnownType == nil {
      var isFirst = false
      try members(of: schema, content ?? 0..<0, &isFirst)
    } else {
      write(",\"value\":")
      path.push(.field("value"))
      try message(schema, content ?? 0..<0)
      path.pop()
    }
    write(byte: "}")
  }
}
