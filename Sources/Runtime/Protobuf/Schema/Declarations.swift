/// Declarations as `descriptor.proto` writes them, before their names are resolved.
struct MessageDeclaration {
  var fullName = ""
  var path: [String] = []
  var file = 0
  var isMapEntry = false
  var comment = ""
  var options = SchemaOptions()
  var fields: [FieldDeclaration] = []
  /// Names of the real oneofs, in order.
  var oneofs: [String] = []
}

struct FieldDeclaration {
  var name = ""
  var number = 0
  var label: UInt64 = 1
  var type: UInt64 = 0
  var typeName = ""
  var jsonName = ""
  var oneof: Int?
  var isProto3Optional = false
  var comment = ""
  var options = SchemaOptions()
}

struct ServiceDeclaration {
  var fullName = ""
  var name = ""
  var file = 0
  var comment = ""
  var options = SchemaOptions()
  var methods: [MethodDeclaration] = []
}

struct MethodDeclaration {
  var name = ""
  var input = ""
  var output = ""
  var isClientStreaming = false
  var isServerStreaming = false
  var comment = ""
  var options = SchemaOptions()
}

/// Reads one `FileDescriptorProto` into declarations.
struct FileDeclarations {
  typealias Rule = DecodeError.Rule

  private(set) var file: FileSchema
  private(set) var messages: [MessageDeclaration] = []
  private(set) var enums: [EnumSchema] = []
  private(set) var services: [ServiceDeclaration] = []
  private(set) var extensions: [ExtensionSchema] = []
  private let bytes: [UInt8]
  private let index: Int
  private var comments: [[Int]: String] = [:]

  init(_ bytes: [UInt8], index: Int) throws(Rule) {
    self.bytes = bytes
    self.index = index
    var name = ""
    var package = ""
    var dependencies: [String] = []
    var syntax = ""
    var options = SchemaOptions()
    var reader = WireReader(bytes)
    while let field = try reader.next() {
      switch field.number {
      case 1: name = String(decoding: bytes[field.content], as: UTF8.self)
      case 2: package = String(decoding: bytes[field.content], as: UTF8.self)
      case 3: dependencies.append(String(decoding: bytes[field.content], as: UTF8.self))
      case 8: options = SchemaOptions(Array(bytes[field.content]))
      case 9: comments = try Self.comments(bytes, field.content)
      case 12: syntax = String(decoding: bytes[field.content], as: UTF8.self)
      default: break
      }
    }
    file = FileSchema(
      name: name,
      package: package,
      dependencies: dependencies,
      isProto3: syntax == "proto3",
      options: options,
      descriptor: bytes
    )
    try readDeclarations()
  }

  private mutating func readDeclarations() throws(Rule) {
    var counts: [Int: Int] = [:]
    var reader = WireReader(bytes)
    while let field = try reader.next() {
      let position = counts[field.number, default: 0]
      counts[field.number] = position + 1
      let path = [field.number, position]
      switch field.number {
      case 4: try readMessage(field.content, outer: [], path: path)
      case 5: try readEnum(field.content, outer: [], path: path)
      case 6: try readService(field.content, path: path)
      case 7: try readExtension(field.content, outer: [])
      default: break
      }
    }
  }

  private func text(_ field: WireReader.Field) -> String {
    String(decoding: bytes[field.content], as: UTF8.self)
  }

  private func qualified(_ path: [String]) -> String {
    ((file.package.isEmpty ? [] : [file.package]) + path).joined(separator: ".")
  }

  private func comment(_ path: [Int]) -> String { comments[path] ?? "" }

  // MARK: Messages

  private mutating func readMessage(
    _ range: Range<Int>,
    outer: [String],
    path: [Int]
  ) throws(Rule) {
    var message = MessageDeclaration()
    message.file = index
    message.comment = comment(path)
    var nested: [(Range<Int>, [Int])] = []
    var nestedEnums: [(Range<Int>, [Int])] = []
    var nestedExtensions: [Range<Int>] = []
    var oneofs: [String] = []
    var reader = WireReader(bytes, range)
    while let field = try reader.next() {
      switch field.number {
      case 1: message.path = outer + [text(field)]
      case 2:
        message.fields.append(
          try readField(field.content, path: path + [2, message.fields.count])
        )
      case 3: nested.append((field.content, path + [3, nested.count]))
      case 4: nestedEnums.append((field.content, path + [4, nestedEnums.count]))
      case 6: nestedExtensions.append(field.content)
      case 7:
        message.options = SchemaOptions(Array(bytes[field.content]))
        message.isMapEntry = message.options.integer(7) == 1
      case 8:
        let declaration = SchemaOptions(Array(bytes[field.content]))
        oneofs.append(declaration.string(1) ?? "")
      default: break
      }
    }
    message.fullName = qualified(message.path)
    message.keepRealOneofs(oneofs)
    messages.append(message)
    for (range, path) in nested { try readMessage(range, outer: message.path, path: path) }
    for (range, path) in nestedEnums { try readEnum(range, outer: message.path, path: path) }
    for range in nestedExtensions { try readExtension(range, outer: message.path) }
  }

  private func readField(_ range: Range<Int>, path: [Int]) throws(Rule) -> FieldDeclaration {
    var declaration = FieldDeclaration()
    declaration.comment = comment(path)
    var reader = WireReader(bytes, range)
    while let field = try reader.next() {
      switch field.number {
      case 1: declaration.name = text(field)
      case 3: declaration.number = Int(truncatingIfNeeded: field.value)
      case 4: declaration.label = field.value
      case 5: declaration.type = field.value
      case 6: declaration.typeName = text(field)
      case 8: declaration.options = SchemaOptions(Array(bytes[field.content]))
      case 9: declaration.oneof = Int(truncatingIfNeeded: field.value)
      case 10: declaration.jsonName = text(field)
      case 17: declaration.isProto3Optional = field.value != 0
      default: break
      }
    }
    return declaration
  }

  private mutating func readExtension(_ range: Range<Int>, outer: [String]) throws(Rule) {
    var name = ""
    var extendee = ""
    var number = 0
    var reader = WireReader(bytes, range)
    while let field = try reader.next() {
      switch field.number {
      case 1: name = text(field)
      case 2: extendee = String(text(field).drop { $0 == "." })
      case 3: number = Int(truncatingIfNeeded: field.value)
      default: break
      }
    }
    extensions.append(
      ExtensionSchema(
        fullName: qualified(outer + [name]),
        extendee: extendee,
        number: number,
        file: index
      )
    )
  }

  // MARK: Enums

  private mutating func readEnum(_ range: Range<Int>, outer: [String], path: [Int]) throws(Rule) {
    var names = outer
    var values: [EnumSchema.Value] = []
    var reader = WireReader(bytes, range)
    while let field = try reader.next() {
      switch field.number {
      case 1: names = outer + [text(field)]
      case 2:
        let value = SchemaOptions(Array(bytes[field.content]))
        values.append(
          EnumSchema.Value(
            name: value.string(1) ?? "",
            number: Int32(truncatingIfNeeded: value.integer(2) ?? 0),
            comment: comment(path + [2, values.count])
          )
        )
      default: break
      }
    }
    enums.append(
      EnumSchema(
        fullName: qualified(names),
        path: names,
        file: index,
        values: values,
        comment: comment(path)
      )
    )
  }

  // MARK: Services

  private mutating func readService(_ range: Range<Int>, path: [Int]) throws(Rule) {
    var service = ServiceDeclaration()
    service.file = index
    service.comment = comment(path)
    var reader = WireReader(bytes, range)
    while let field = try reader.next() {
      switch field.number {
      case 1: service.name = text(field)
      case 2:
        service.methods.append(
          try readMethod(field.content, path: path + [2, service.methods.count])
        )
      case 3: service.options = SchemaOptions(Array(bytes[field.content]))
      default: break
      }
    }
    service.fullName = qualified([service.name])
    services.append(service)
  }

  private func readMethod(_ range: Range<Int>, path: [Int]) throws(Rule) -> MethodDeclaration {
    var method = MethodDeclaration()
    method.comment = comment(path)
    var reader = WireReader(bytes, range)
    while let field = try reader.next() {
      switch field.number {
      case 1: method.name = text(field)
      case 2: method.input = text(field)
      case 3: method.output = text(field)
      case 4: method.options = SchemaOptions(Array(bytes[field.content]))
      case 5: method.isClientStreaming = field.value != 0
      case 6: method.isServerStreaming = field.value != 0
      default: break
      }
    }
    return method
  }

  // MARK: Comments

  /// Keeps leading comments, else trailing ones, by the path of what they stand at.
  private static func comments(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) throws(Rule) -> [[Int]: String] {
    var comments: [[Int]: String] = [:]
    var reader = WireReader(bytes, range)
    while let location = try reader.next(), location.number == 1 {
      var path: [Int] = []
      var leading = ""
      var trailing = ""
      var parts = WireReader(bytes, location.content)
      while let part = try parts.next() {
        switch part.number {
        case 1:
          var numbers = WireReader(bytes, part.content)
          while !numbers.isAtEnd { path.append(Int(truncatingIfNeeded: try numbers.varint())) }
        case 3: leading = String(decoding: bytes[part.content], as: UTF8.self)
        case 4: trailing = String(decoding: bytes[part.content], as: UTF8.self)
        default: break
        }
      }
      let comment = leading.isEmpty ? trailing : leading
      if !comment.isEmpty { comments[path] = comment }
    }
    return comments
  }
}

extension MessageDeclaration {
  /// Drops the oneofs that only carry an `optional` field, and renumbers the others.
  fileprivate mutating func keepRealOneofs(_ names: [String]) {
    var renumbered: [Int: Int] = [:]
    for position in fields.indices {
      guard let oneof = fields[position].oneof else { continue }
      if fields[position].isProto3Optional {
        fields[position].oneof = nil
      } else if let known = renumbered[oneof] {
        fields[position].oneof = known
      } else if names.indices.contains(oneof) {
        renumbered[oneof] = oneofs.count
        fields[position].oneof = oneofs.count
        oneofs.append(names[oneof])
      }
    }
  }
}
