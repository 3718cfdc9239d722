/// Options of a declaration, extensions included, by their numbers.
package struct SchemaOptions: Sendable {
  /// The serialized options message.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// The number or enum value under `number`; the last one wins.
  package func integer(_ number: Int) -> UInt64? {
    fields(number).last { $0.type == .varint }?.value
  }

  package func string(_ number: Int) -> String? {
    message(number).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Content of the message, string or bytes under `number`; the last one wins.
  package func message(_ number: Int) -> [UInt8]? {
    messages(number).last
  }

  package func messages(_ number: Int) -> [[UInt8]] {
    fields(number).filter { $0.type == .lengthDelimited }.map { Array(bytes[$0.content]) }
  }

  private func fields(_ number: Int) -> [WireReader.Field] {
    var reader = WireReader(bytes)
    var found: [WireReader.Field] = []
    // Options are checked with the descriptor they lie in; damaged ones say nothing.
    while let field = try? reader.next() {
      if field.number == number { found.append(field) }
    }
    return found
  }
}
