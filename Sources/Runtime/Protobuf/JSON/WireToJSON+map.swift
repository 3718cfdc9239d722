/// Maps, and `Struct`, which JSON writes like one.
extension WireToJSON {
  /// Writes each key once, where it came first, with the value that came last.
  mutating func map(
    _ field: FieldSchema,
    _ values: ArraySlice<WireFields.Entry>
  ) throws(JSONError) {
    guard let entry = field.message, let key = entry.position(number: 1),
      let value = entry.position(number: 2)
    else { return }
    depth += 1
    defer { depth -= 1 }
    var latest: [[UInt8]: Int] = [:]
    var order: [(name: [UInt8], entry: Pieces)] = []
    for pieces in values.lazy.map({ Pieces($0.record.content) }) {
      let name = try keyText(entry.fields[key], fields(entry, pieces).records(at: key))
      if let index = latest[name] {
        order[index].entry = pieces
      } else {
        latest[name] = order.count
        order.append((name, pieces))
      }
    }
    write(byte: "{")
    for (index, member) in order.enumerated() {
      if index > 0 { write(byte: ",") }
      write(bytes: member.name)
      write(byte: ":")
      path.push(.key(String(decoding: member.name.dropFirst().dropLast(), as: UTF8.self)))
      try self.field(entry.fields[value], fields(entry, member.entry).records(at: value))
      path.pop()
    }
    write(byte: "}")
  }

  /// A key as JSON writes it, in quotes.
  private func keyText(
    _ field: FieldSchema,
    _ records: ArraySlice<WireFields.Entry>
  ) throws(JSONError) -> [UInt8] {
    var writer = WireToJSON(bytes, transcoder)
    writer.path = path
    try writer.field(field, records)
    let text = writer.output
    let quote = UInt8(ascii: "\"")
    return text.first == quote ? text : [quote] + text + [quote]
  }
}
