package import Protobuf

/// Writes descriptors anew so that protoc-gen-c makes C structs that lose nothing.
///
/// Syntax proto2 gives every scalar its `has_`; `string` as `bytes` gives every string its length;
/// enums as `int32` keep unknown numbers; `packed` is stated; `map_entry` is cleared; oneofs that
/// only mark `optional` are gone. The wire is the same.
package struct DescriptorRewriter {
  private let registry: SchemaRegistry

  package init(_ registry: SchemaRegistry) { self.registry = registry }

  /// A serialized `FileDescriptorSet` for `protoc --descriptor_set_in`.
  package func fileDescriptorSet() -> [UInt8] {
    var set: [UInt8] = []
    for index in registry.files.indices { set.appendField(1, file(index)) }
    return set
  }

  private func file(_ index: Int) -> [UInt8] {
    let schema = registry.files[index]
    var file: [UInt8] = []
    file.appendField(1, schema.name.utf8)
    if !schema.package.isEmpty { file.appendField(2, schema.package.utf8) }
    for dependency in dependencies(of: index) { file.appendField(3, dependency.utf8) }
    for message in registry.messages where message.file == index && message.path.count == 1 {
      file.appendField(4, self.message(message))
    }
    // Option (pb_c_file).gen_pack_helpers = false: nobody calls the pack functions of each message.
    var generator: [UInt8] = []
    generator.appendField(4, varint: 0)
    var options: [UInt8] = []
    options.appendField(1019, generator)
    file.appendField(8, options)
    return file
  }

  /// Files whose messages are fields here; imports for options or enums alone are dropped.
  private func dependencies(of index: Int) -> [String] {
    var used: Set<Int> = []
    for message in registry.messages where message.file == index {
      for field in message.fields { if let type = field.message { used.insert(type.file) } }
    }
    used.remove(index)
    return used.sorted().map { registry.files[$0].name }
  }

  private func message(_ schema: MessageSchema) -> [UInt8] {
    let members = CNames.members(schema)
    let isProto3 = registry.files[schema.file].isProto3
    var message: [UInt8] = []
    message.appendField(1, schema.name.utf8)
    for field in schema.fields {
      let name = members[field.number] ?? field.name
      message.appendField(2, self.field(field, name, isProto3: isProto3))
    }
    for nested in registry.messages
    where nested.file == schema.file && nested.path.dropLast() == schema.path[...] {
      message.appendField(3, self.message(nested))
    }
    for oneof in schema.oneofs {
      var declaration: [UInt8] = []
      declaration.appendField(1, CNames.oneof(oneof).utf8)
      message.appendField(8, declaration)
    }
    return message
  }

  private func field(_ schema: FieldSchema, _ name: String, isProto3: Bool) -> [UInt8] {
    var field: [UInt8] = []
    field.appendField(1, name.utf8)
    field.appendField(3, varint: UInt64(schema.number))
    field.appendField(4, varint: schema.isRepeated ? 3 : 1)
    let kind: FieldKind =
      switch schema.kind {
      case .string: .bytes
      case .enum: .int32
      default: schema.kind
      }
    field.appendField(5, varint: UInt64(kind.rawValue))
    if let type = schema.message { field.appendField(6, ("." + type.fullName).utf8) }
    if schema.isRepeated, schema.kind.isPackable {
      let packed = schema.options.integer(2) ?? (isProto3 ? 1 : 0)
      var options: [UInt8] = []
      options.appendField(2, varint: packed)
      field.appendField(8, options)
    }
    if let oneof = schema.oneofIndex { field.appendField(9, varint: UInt64(oneof)) }
    return field
  }
}
