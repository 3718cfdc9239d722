/// Rewrites legal bytes that protobuf-c would read wrongly into bytes of the same meaning.
///
/// Rare in practice, so it allocates freely; but its work grows with the bytes, not with their
/// depth. It
/// - joins a submessage that comes in several pieces,
/// - keeps of a oneof only the member that came last,
/// - wraps unknown groups, and known numbers under a foreign wire type, as `UnknownFields.carrier`,
/// - checks UTF-8 of what a later value replaces.
///
/// The scan has been through before: depth and form are known to be good.
struct Normaliser {
  private let bytes: [UInt8]
  private var output: [UInt8] = []

  typealias Rule = DecodeError.Rule

  static func normalised(_ bytes: [UInt8], _ schema: MessageSchema) throws(Rule) -> [UInt8] {
    var normaliser = Normaliser(bytes: bytes)
    normaliser.output.reserveCapacity(bytes.count)
    try normaliser.message(Pieces(0..<bytes.count), schema)
    return normaliser.output
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// What is written when the message's end is known.
  private struct Held {
    /// By field number: contents of a singular submessage, or the whole field of a oneof's member.
    var fields: [Int: Pieces] = [:]
    var memberOfOneof: [Int: FieldSchema] = [:]
    var unknown: [UInt8] = []
  }

  private mutating func message(_ pieces: Pieces, _ schema: MessageSchema) throws(Rule) {
    var held = Held()
    for piece in pieces {
      var reader = WireReader(bytes, piece)
      while let record = try reader.next() {
        if let field = schema.field(number: record.number), field.accepts(record.type) {
          try take(record, of: field, &held)
        } else {
          keep(record, &held.unknown)
        }
      }
    }
    for (number, pieces) in held.fields.sorted(by: { $0.key < $1.key }) {
      if let message = schema.field(number: number)?.message {
        try submessage(number, pieces, message)
      } else {
        for piece in pieces { output += bytes[piece] }
      }
    }
    if !held.unknown.isEmpty {
      output.appendField(Int(UnknownFields.carrier), held.unknown)
    }
  }

  private mutating func take(
    _ record: WireReader.Field,
    of field: FieldSchema,
    _ held: inout Held
  ) throws(Rule) {
    if field.kind == .string, String(utf8: bytes[record.content]) == nil { throw .invalidUTF8 }
    if let oneof = field.oneofIndex {
      let member = held.memberOfOneof.updateValue(field, forKey: oneof)
      if let member, member.number != field.number, let message = member.message,
        let pieces = held.fields[member.number]
      {
        try check(pieces, message)
      }
      if let member, member.number != field.number { held.fields[member.number] = nil }
    }
    switch (field.message, field.isRepeated) {
    case (let message?, true):
      try submessage(field.number, Pieces(record.content), message)
    case (_?, false):
      if held.fields[field.number]?.append(record.content) == nil {
        held.fields[field.number] = Pieces(record.content)
      }
    case (nil, _) where field.oneofIndex != nil:
      held.fields[field.number] = Pieces(record.whole)
    case (nil, _): output += bytes[record.whole]
    }
  }

  /// Reads a member that another has replaced: its bytes must be good all the same.
  private mutating func check(_ pieces: Pieces, _ schema: MessageSchema) throws(Rule) {
    let end = output.count
    try message(pieces, schema)
    output.removeLast(output.count - end)
  }

  /// Writes a submessage under a length of five bytes, filled in when it is known.
  ///
  /// An overlong length is legal; moving what follows it at every depth would cost depth times size.
  private mutating func submessage(
    _ number: Int,
    _ pieces: Pieces,
    _ schema: MessageSchema
  ) throws(Rule) {
    output.appendTag(number, .lengthDelimited)
    let start = output.count
    output.append(contentsOf: repeatElement(0x80, count: 4))
    output.append(0)
    try message(pieces, schema)
    let length = output.count - start - 5
    for index in 0..<5 { output[start + index] |= UInt8(length >> (7 * index) & 0x7F) }
  }

  /// Keeps an unknown field as protobuf-c does: the tag in its shortest form, the rest as it came.
  private func keep(_ record: WireReader.Field, _ unknown: inout [UInt8]) {
    unknown.appendTag(record.number, record.type)
    let tagEnd = bytes[record.whole].firstIndex { $0 < 0x80 } ?? record.whole.lowerBound
    unknown += bytes[(tagEnd + 1)..<record.whole.upperBound]
  }
}
