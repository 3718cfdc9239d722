/// Rewrites legal bytes that protobuf-c would read wrongly into bytes of the same meaning.
///
/// Rare in practice, so it allocates freely. It
/// - joins a submessage that comes in several pieces (concatenation is what merging means),
/// - keeps of a oneof only the member that came last,
/// - wraps unknown groups, and known numbers under a foreign wire type, as `UnknownFields.carrier`,
/// - checks UTF-8 of strings that a later value replaces.
///
/// The scan has been through before: depth and form are known to be good.
struct Normaliser {
  private let bytes: [UInt8]
  private let schema: MessageSchema
  private var output: [UInt8] = []
  private var unknown: [UInt8] = []
  /// Content of singular submessages, and whole fields of oneof members, until the end is known.
  private var pending: [Int: [UInt8]] = [:]
  private var memberOfOneof: [Int: Int] = [:]

  static func normalised(
    _ bytes: [UInt8],
    _ schema: MessageSchema
  ) throws(DecodeError.Rule) -> [UInt8] {
    var normaliser = Normaliser(bytes: bytes, schema: schema)
    return try normaliser.run()
  }

  private init(bytes: [UInt8], schema: MessageSchema) {
    self.bytes = bytes
    self.schema = schema
  }

  private mutating func run() throws(DecodeError.Rule) -> [UInt8] {
    var reader = WireReader(bytes)
    while let record = try reader.next() {
      guard let field = schema.field(number: record.number), field.accepts(record.type) else {
        unknown.append(contentsOf: bytes[record.whole])
        continue
      }
      try take(record, of: field)
    }
    for (number, content) in pending.sorted(by: { $0.key < $1.key }) {
      try finish(number, content)
    }
    if !unknown.isEmpty { output.appendField(Int(UnknownFields.carrier), unknown) }
    return output
  }

  private mutating func take(
    _ record: WireReader.Field,
    of field: FieldSchema
  ) throws(DecodeError.Rule) {
    if field.kind == .string, String(utf8: bytes[record.content]) == nil {
      throw .invalidUTF8
    }
    if let oneof = field.oneofIndex {
      if let member = memberOfOneof[oneof], member != field.number { pending[member] = nil }
      memberOfOneof[oneof] = field.number
    }
    switch (field.isMessage, field.isRepeated) {
    case (true, true):
      guard let schema = field.message else { return }
      let content = try Self.normalised(Array(bytes[record.content]), schema)
      output.appendField(field.number, content)
    case (true, false):
      pending[field.number, default: []].append(contentsOf: bytes[record.content])
    case (false, _) where field.oneofIndex != nil:
      pending[field.number] = Array(bytes[record.whole])
    case (false, _):
      output.append(contentsOf: bytes[record.whole])
    }
  }

  private mutating func finish(_ number: Int, _ content: [UInt8]) throws(DecodeError.Rule) {
    guard let field = schema.field(number: number) else { return }
    if let message = field.message {
      output.appendField(number, try Self.normalised(content, message))
    } else {
      output.append(contentsOf: content)
    }
  }
}
