/// Every declaration of a set of `.proto` files, by name.
///
/// Made of a serialized `FileDescriptorSet` that contains all its imports.
@safe
@usableFromInline
package final class SchemaRegistry: Sendable {
  package let files: [FileSchema]
  package let messages: [MessageSchema]
  package let enums: [EnumSchema]
  package let services: [ServiceSchema]
  package let extensions: [ExtensionSchema]
  // SAFETY: written once by `init`, read-only from then on, never freed.
  nonisolated(unsafe) let scanTables: UnsafePointer<ScanTable>
  private let messageOfName: [ExactText: MessageSchema]
  private let enumOfName: [ExactText: EnumSchema]
  private let serviceOfName: [ExactText: Int]
  private let fileOfName: [ExactText: Int]

  /// Reads a serialized `FileDescriptorSet`.
  package convenience init(_ fileDescriptorSet: [UInt8]) throws(SchemaError) {
    var files: [[UInt8]] = []
    do {
      var reader = WireReader(fileDescriptorSet)
      while let field = try reader.next() {
        if field.number == 1 { files.append(Array(fileDescriptorSet[field.content])) }
      }
    } catch {
      throw SchemaError("a file descriptor set \(error.rawValue)")
    }
    try self.init(files: files)
  }

  /// Reads serialized `FileDescriptorProto`s, imports before what imports them or in any order.
  package init(files descriptors: [[UInt8]]) throws(SchemaError) {
    var parsed: [FileDeclarations] = []
    for (index, descriptor) in descriptors.enumerated() {
      do {
        parsed.append(try FileDeclarations(descriptor, index: index))
      } catch {
        throw SchemaError("file descriptor \(index) \(error.rawValue)")
      }
    }
    files = parsed.map(\.file)
    fileOfName = Self.byName(files.enumerated().map { ($1.name, $0) })
    enums = parsed.flatMap(\.enums)
    extensions = parsed.flatMap(\.extensions)
    enumOfName = Self.byName(enums.map { ($0.fullName, $0) })
    let declarations = parsed.flatMap(\.messages)
    messages = declarations.enumerated().map { MessageSchema($1, index: $0) }
    messageOfName = Self.byName(messages.map { ($0.fullName, $0) })
    for (message, declaration) in zip(messages, declarations) {
      try message.complete(
        Self.resolve(declaration, parsed[message.file].file, messageOfName, enumOfName)
      )
    }
    services = try Self.resolve(parsed.flatMap(\.services), messageOfName)
    serviceOfName = Self.byName(services.enumerated().map { ($1.fullName, $0) })
    let tables = UnsafeMutablePointer<ScanTable>.allocate(capacity: max(messages.count, 1))
    for (index, message) in messages.enumerated() {
      unsafe (tables + index).initialize(to: ScanTable(message))
    }
    unsafe scanTables = UnsafePointer(tables)
  }

  package func message(_ fullName: String) -> MessageSchema? { messageOfName[ExactText(fullName)] }
  package func enumeration(_ fullName: String) -> EnumSchema? { enumOfName[ExactText(fullName)] }
  package func service(_ fullName: String) -> ServiceSchema? {
    serviceOfName[ExactText(fullName)].map { services[$0] }
  }
  package func file(_ name: String) -> FileSchema? { fileOfName[ExactText(name)].map { files[$0] } }

  package func method(path: String) -> MethodSchema? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count == 2 else { return nil }
    return service(String(parts[0]))?.methods.first { $0.name == parts[1] }
  }
}

// MARK: Names to declarations

extension SchemaRegistry {
  /// Of two declarations of one name the first.
  private static func byName<Value>(_ values: [(String, Value)]) -> [ExactText: Value] {
    Dictionary(values.map { (ExactText($0), $1) }) { first, _ in first }
  }

  private static func resolve(
    _ message: MessageDeclaration,
    _ file: FileSchema,
    _ messages: [ExactText: MessageSchema],
    _ enums: [ExactText: EnumSchema]
  ) throws(SchemaError) -> [FieldSchema] {
    var fields: [FieldSchema] = []
    for declared in message.fields {
      let place = "\(message.fullName).\(declared.name)"
      guard let kind = FieldKind(rawValue: Int(truncatingIfNeeded: declared.type)),
        kind != .group, (1...536_870_911).contains(declared.number)
      else { throw SchemaError("\(place) has a type or number that is not supported") }
      let typeName = ExactText(String(declared.typeName.drop { $0 == "." }))
      let type = messages[typeName]
      let enumeration = enums[typeName]
      guard (kind == .message) == (type != nil), (kind == .enum) == (enumeration != nil) else {
        throw SchemaError("\(place) has type \(typeName.text), which is not among the files")
      }
      let isRepeated = declared.label == 3
      fields.append(
        FieldSchema(
          name: declared.name,
          jsonName: declared.jsonName.isEmpty ? JSONName.of(declared.name) : declared.jsonName,
          number: declared.number,
          kind: kind,
          isRepeated: isRepeated,
          hasPresence: !isRepeated
            && (kind == .message || declared.oneof != nil || declared.isProto3Optional
              || !file.isProto3),
          oneofIndex: declared.oneof,
          message: type,
          enumeration: enumeration,
          comment: declared.comment,
          options: declared.options
        )
      )
    }
    return fields
  }

  private static func resolve(
    _ services: [ServiceDeclaration],
    _ messages: [ExactText: MessageSchema]
  ) throws(SchemaError) -> [ServiceSchema] {
    var resolved: [ServiceSchema] = []
    for service in services {
      var methods: [MethodSchema] = []
      for method in service.methods {
        guard let input = messages[ExactText(String(method.input.drop { $0 == "." }))],
          let output = messages[ExactText(String(method.output.drop { $0 == "." }))]
        else {
          throw SchemaError("\(service.fullName).\(method.name) uses types that are not there")
        }
        methods.append(
          MethodSchema(
            name: method.name,
            service: service.fullName,
            input: input,
            output: output,
            isClientStreaming: method.isClientStreaming,
            isServerStreaming: method.isServerStreaming,
            comment: method.comment,
            options: method.options
          )
        )
      }
      resolved.append(
        ServiceSchema(
          fullName: service.fullName,
          name: service.name,
          file: service.file,
          methods: methods,
          comment: service.comment,
          options: service.options
        )
      )
    }
    return resolved
  }
}

extension SchemaRegistry {
  /// Reads descriptors that were embedded at build time; that they are good is a fact of the build.
  package convenience init(embedded bytes: UnsafeBufferPointer<UInt8>) {
    do {
      try self.init(unsafe [UInt8](bytes))
    } catch {
      preconditionFailure("the embedded descriptors are damaged: \(error)")
    }
  }
}
