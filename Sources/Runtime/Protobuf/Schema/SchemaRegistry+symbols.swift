// Look-ups of tools, which are rare: what no dictionary holds is searched.
extension SchemaRegistry {
  /// The file that declares a message, field, oneof, enum, enum value, extension, service or method
  /// with this full name.
  package func file(declaring symbol: String) -> FileSchema? {
    if let message = message(symbol) { return files[message.file] }
    if let enumeration = enumeration(symbol) { return files[enumeration.file] }
    if let service = service(symbol) { return files[service.file] }
    if let found = extensions.first(where: { $0.fullName.isExactly(symbol) }) {
      return files[found.file]
    }
    let dot = symbol.utf8.lastIndex(of: UInt8(ascii: "."))
    let owner = dot.map { String(symbol[..<$0]) } ?? ""
    let name = dot.map { String(symbol[symbol.utf8.index(after: $0)...]) } ?? symbol
    if let service = service(owner), service.methods.contains(where: { $0.name.isExactly(name) }) {
      return files[service.file]
    }
    if let message = message(owner),
      message.fields.contains(where: { $0.name.isExactly(name) })
        || message.oneofs.contains(where: { $0.isExactly(name) })
    {
      return files[message.file]
    }
    // The names of values lie beside their enum, not in it.
    let found = enums.first { $0.scope.isExactly(owner) && $0.number(of: name) != nil }
    return found.map { files[$0.file] }
  }

  /// The extension of the message `extendee` with this number.
  package func declaredExtension(of extendee: String, number: Int) -> ExtensionSchema? {
    extensions.first { $0.number == number && $0.extendee.isExactly(extendee) }
  }
}

extension EnumSchema {
  /// Full name of the package or message it is declared in.
  fileprivate var scope: String {
    fullName.lastIndex(of: ".").map { String(fullName[..<$0]) } ?? ""
  }
}
