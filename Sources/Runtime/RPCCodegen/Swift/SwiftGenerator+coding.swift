import Protobuf

/// The bridge to protobuf-c's struct: `init(copying:)` and `fill`.
extension SwiftGenerator {
  func writeCoding(_ message: MessageSchema, _ out: inout SourceWriter) {
    let cType = CNames.type(message)
    let members = CNames.members(message)
    out.line()
    out.block("extension \(names.type(message)) {") { out in
      out.block("package static let codec = unsafe MessageCodec(", closing: ")") { out in
        out.line(
          "\(module.schema).registry, \"\(message.fullName)\", \(CNames.lower(message))__type()"
        )
      }
      out.line()
      out.block("package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {") { out in
        out.line("let c = unsafe source.assumingMemoryBound(to: \(cType).self)")
        for field in message.fields where field.oneofIndex == nil {
          copy(field, of: message, "c.pointee.\(members[field.number] ?? "")", members, &out)
        }
        for oneof in message.oneofs.indices { copyOneof(oneof, of: message, members, &out) }
        out.line("unsafe self.unknownFields = copier.unknown(c.pointee.base)")
      }
      out.line()
      out.block("package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {") {
        out in
        out.line("let c = unsafe target.bindMemory(to: \(cType).self, capacity: 1)")
        out.line("unsafe c.pointee.base.descriptor = \(CNames.lower(message))__type()")
        for field in message.fields where field.oneofIndex == nil {
          fill(field, members[field.number] ?? "", &out)
        }
        for oneof in message.oneofs.indices { fillOneof(oneof, of: message, members, &out) }
        out.line("unsafe arena.unknown(self.unknownFields, &c.pointee.base)")
      }
    }
  }

  // MARK: C to Swift

  private func copy(
    _ field: FieldSchema,
    of message: MessageSchema,
    _ source: String,
    _ members: [Int: String],
    _ out: inout SourceWriter
  ) {
    let name = "self." + SwiftNames.property(field.name)
    let member = members[field.number] ?? ""
    let type = FieldType(field, names)
    if field.isMap, let (key, value) = mapTypes(field) {
      out.block("unsafe \(name) = copier.map(c.pointee.n_\(member), \(source)) { entry, copier in")
      { out in
        out.line("unsafe (\(key.read("entry.key")), \(value.read("entry.value")))")
      }
    } else if field.isRepeated {
      out.line("unsafe \(name) = copier.\(type.arrayHelper)(c.pointee.n_\(member), \(source))")
    } else if type.form == .message {
      out.line("unsafe \(name) = copier.message(\(source))")
    } else if field.hasPresence {
      out.line("if unsafe c.pointee.has_\(member) != 0 { unsafe \(name) = \(type.read(source)) }")
    } else {
      out.line("unsafe \(name) = \(type.read(source))")
    }
  }

  private func copyOneof(
    _ index: Int,
    of message: MessageSchema,
    _ members: [Int: String],
    _ out: inout SourceWriter
  ) {
    let property = "self." + SwiftNames.property(message.oneofs[index])
    let choice = "\(CNames.oneof(message.oneofs[index]))_case"
    out.line("switch unsafe c.pointee.\(choice).rawValue {")
    for field in message.fields where field.oneofIndex == index {
      let value = FieldType(field, names).read("c.pointee.\(members[field.number] ?? "")")
      out.line(
        "case \(field.number): unsafe \(property) = .\(SwiftNames.property(field.name))(\(value))"
      )
    }
    out.line("default: break")
    out.line("}")
  }

  // MARK: Swift to C

  private func fill(_ field: FieldSchema, _ member: String, _ out: inout SourceWriter) {
    let name = "self." + SwiftNames.property(field.name)
    let type = FieldType(field, names)
    if field.isMap, let (key, value) = mapTypes(field), let entry = field.message.map(CNames.lower)
    {
      out.block("if !\(name).isEmpty {") { out in
        out.line("unsafe c.pointee.n_\(member) = \(name).count")
        out.block("unsafe c.pointee.\(member) = arena.map(\(name)) { key, value, entry, arena in") {
          out in
          out.line("unsafe entry.base.descriptor = \(entry)__type()")
          out.line("unsafe entry.has_key = 1")
          out.line("unsafe entry.key = \(key.write("key"))")
          if value.form != .message { out.line("unsafe entry.has_value = 1") }
          out.line("unsafe entry.value = \(value.write("value"))")
        }
      }
    } else if field.isRepeated {
      out.block("if !\(name).isEmpty {") { out in
        out.line("unsafe c.pointee.n_\(member) = \(name).count")
        out.line("unsafe c.pointee.\(member) = arena.\(type.arrayHelper)(\(name))")
      }
    } else if type.form == .message {
      out.line("if let value = \(name) { unsafe c.pointee.\(member) = arena.message(value) }")
    } else {
      let value = field.hasPresence ? "value" : name
      let condition = field.hasPresence ? "let value = \(name)" : type.isSet(name)
      out.block("if \(condition) {") { out in
        out.line("unsafe c.pointee.has_\(member) = 1")
        out.line("unsafe c.pointee.\(member) = \(type.write(value))")
      }
    }
  }

  private func fillOneof(
    _ index: Int,
    of message: MessageSchema,
    _ members: [Int: String],
    _ out: inout SourceWriter
  ) {
    let choice = "\(CNames.oneof(message.oneofs[index]))_case"
    out.line("switch self.\(SwiftNames.property(message.oneofs[index])) {")
    for field in message.fields where field.oneofIndex == index {
      let member = members[field.number] ?? ""
      out.line("case .\(SwiftNames.property(field.name))(let value):")
      out.line("  unsafe c.pointee.\(choice) = .init(rawValue: \(field.number))")
      out.line("  unsafe c.pointee.\(member) = \(FieldType(field, names).write("value"))")
    }
    out.line("case nil: break")
    out.line("}")
  }
}
