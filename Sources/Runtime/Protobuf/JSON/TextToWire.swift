/// Writes one field, named by a path, from text that is no JSON: a path variable or query value.
struct TextToWire {
  let transcoder: JSONTranscoder
  let path: String

  func wire(_ text: String, _ schema: MessageSchema) throws(JSONError) -> [UInt8] {
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return try wire(text, names[...], schema)
  }

  private func wire(
    _ text: String,
    _ names: ArraySlice<String>,
    _ schema: MessageSchema
  ) throws(JSONError) -> [UInt8] {
    guard let name = names.first, let field = schema.field(named: name) else {
      throw error("is not a field of \(schema.fullName)")
    }
    guard let message = field.message, names.count > 1 else {
      guard names.count == 1 else { throw error("has no fields inside") }
      return try leaf(text, field)
    }
    guard !field.isRepeated else { throw error("must not lead through a repeated field") }
    var output: [UInt8] = []
    output.appendField(field.number, try wire(text, names.dropFirst(), message))
    return output
  }

  private func leaf(_ text: String, _ field: FieldSchema) throws(JSONError) -> [UInt8] {
    let scalar = field.message?.wellKnownType == .wrapper ? field.message?.field(number: 1) : field
    if scalar?.kind == .bool, !text.isExactly("true"), !text.isExactly("false") {
      throw error("must be true or false")
    }
    let json = try isBare(text, field) ? Array(text.utf8) : JSONText.quoted(text)
    var reader = try JSONToWire(json, transcoder)
    reader.path.push(.field(path))
    _ = try reader.value(field)
    return try reader.finish()
  }

  /// Whether JSON would write this value without quotes.
  private func isBare(_ text: String, _ field: FieldSchema) throws(JSONError) -> Bool {
    switch field.message?.wellKnownType {
    case .wrapper: return field.message?.field(number: 1)?.kind == .bool
    case .timestamp, .duration, .fieldMask: return false
    case nil where field.message == nil:
      return field.kind == .bool || (field.kind == .enum && Int32(text) != nil)
    default: throw error("must be a single value")
    }
  }

  private func error(_ rule: String) -> JSONError { JSONError(path: path, rule: rule) }
}

/// Strings as JSON writes them.
enum JSONText {
  static func quoted(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    append(text.utf8, to: &output)
    return output
  }

  /// Appends UTF-8 text with quotes; only what JSON demands is escaped.
  static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case ..<0x20:
        output.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
        output.append(contentsOf: String(byte, radix: 16).utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
