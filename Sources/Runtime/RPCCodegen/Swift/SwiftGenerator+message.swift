import Protobuf

/// The declaration: a struct, its fields, its nested types.
extension SwiftGenerator {
  func write(_ message: MessageSchema, _ out: inout SourceWriter) {
    out.line()
    out.documentation(message.comment)
    out.block("package struct \(names.declared(message.path, message.file)): Message {") { out in
      let members = memberList(message)
      for member in members {
        out.documentation(member.comment)
        if member.isRecursive {
          out.line("package var \(member.name): \(member.type) {")
          out.line("  get { \(member.storage)?.value }")
          out.line("  set { \(member.storage) = newValue.map { Indirect($0) } }")
          out.line("}")
          out.line("private var \(member.storage): Indirect<\(member.element)>?")
        } else {
          out.line("package var \(member.name): \(member.type)\(member.initial)")
        }
        out.line()
      }
      out.line("/// Fields this contract does not know, kept for the next reader.")
      out.line("package var unknownFields = UnknownFields()")
      out.line()
      out.line("package init() {}")
      writeMemberwiseInit(members, &out)
      for oneof in message.oneofs.indices { writeOneof(oneof, of: message, &out) }
      for nested in registry.enums where isNested(nested.path, nested.file, in: message) {
        write(nested, &out)
      }
      for nested in registry.messages
      where isNested(nested.path, nested.file, in: message) && !nested.isMapEntry {
        write(nested, &out)
      }
    }
  }

  private func isNested(_ path: [String], _ file: Int, in message: MessageSchema) -> Bool {
    file == message.file && path.dropLast() == message.path[...]
  }

  /// One stored property: a field, or a oneof.
  struct Member {
    var name: String
    var element: String
    var type: String
    var initial: String
    var comment: String
    var isRecursive = false
    var storage: String { name.replacing("`", with: "") + "Storage" }
    /// The type and default of the memberwise initializer's parameter.
    var parameter: String { initial.isEmpty ? "\(type) = nil" : "\(type)\(initial)" }
  }

  func memberList(_ message: MessageSchema) -> [Member] {
    var members: [Member] = []
    var oneofsDone: Set<Int> = []
    for field in message.fields {
      if let oneof = field.oneofIndex {
        guard oneofsDone.insert(oneof).inserted else { continue }
        let name = message.oneofs[oneof]
        let type = names.oneof(name, in: message)
        members.append(
          Member(
            name: SwiftNames.property(name),
            element: type,
            type: type + "?",
            initial: "",
            comment: " At most one of the cases."
          )
        )
      } else {
        members.append(member(field, of: message))
      }
    }
    return members
  }

  private func member(_ field: FieldSchema, of message: MessageSchema) -> Member {
    let value = FieldType(field, names)
    var member = Member(
      name: SwiftNames.property(field.name),
      element: value.name,
      type: value.name,
      initial: " = \(value.zero)",
      comment: field.comment
    )
    if field.isMap, let (key, entry) = mapTypes(field) {
      member.type = "[\(key.name): \(entry.name)]"
      member.initial = " = [:]"
    } else if field.isRepeated {
      member.type = "[\(value.name)]"
      member.initial = " = []"
    } else if field.hasPresence {
      member.type = value.name + "?"
      member.initial = ""
      member.isRecursive = recursion.isRecursive(field, of: message)
    }
    return member
  }

  /// The types of a map's key and value.
  func mapTypes(_ field: FieldSchema) -> (FieldType, FieldType)? {
    guard let key = field.message?.field(number: 1), let value = field.message?.field(number: 2)
    else { return nil }
    return (FieldType(key, names), FieldType(value, names))
  }

  private func writeMemberwiseInit(_ members: [Member], _ out: inout SourceWriter) {
    guard !members.isEmpty else { return }
    out.line()
    out.block("package init(", closing: ") {") { out in
      for (index, member) in members.enumerated() {
        let comma = index + 1 < members.count ? "," : ""
        out.line("\(member.name): \(member.parameter)\(comma)")
      }
    }
    for member in members { out.line("  self.\(member.name) = \(member.name)") }
    out.line("}")
  }

  private func writeOneof(_ index: Int, of message: MessageSchema, _ out: inout SourceWriter) {
    let fields = message.fields.filter { $0.oneofIndex == index }
    let isRecursive = fields.contains { recursion.isRecursive($0, of: message) }
    let name = names.oneof(message.oneofs[index], in: message)
    out.line()
    out.line("/// The cases of `\(SwiftNames.property(message.oneofs[index]))`.")
    out.block("package \(isRecursive ? "indirect " : "")enum \(name): Sendable, Equatable {") {
      out in
      for field in fields {
        out.documentation(field.comment)
        out.line("case \(SwiftNames.property(field.name))(\(FieldType(field, names).name))")
      }
    }
  }
}
