import Protobuf

/// Writes descriptors as protoc would, so that a test states its contract in its own words.
enum DescriptorWriter {
  static func set(_ files: [[UInt8]]) -> [UInt8] {
    files.reduce(into: []) { $0.appendField(1, $1) }
  }

  static func file(
    _ name: String,
    package: String,
    messages: [[UInt8]] = [],
    enums: [[UInt8]] = [],
    services: [[UInt8]] = []
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    bytes.appendField(2, package.utf8)
    for message in messages { bytes.appendField(4, message) }
    for enumeration in enums { bytes.appendField(5, enumeration) }
    for service in services { bytes.appendField(6, service) }
    bytes.appendField(12, "proto3".utf8)
    return bytes
  }

  static func message(
    _ name: String,
    _ fields: [[UInt8]] = [],
    nested: [[UInt8]] = [],
    oneofs: [String] = [],
    isMapEntry: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    for field in fields { bytes.appendField(2, field) }
    for message in nested { bytes.appendField(3, message) }
    if isMapEntry { bytes.appendField(7, [0x38, 0x01]) }
    for oneof in oneofs {
      var declaration: [UInt8] = []
      declaration.appendField(1, oneof.utf8)
      bytes.appendField(8, declaration)
    }
    return bytes
  }

  static func field(
    _ name: String,
    _ number: Int,
    _ kind: FieldKind,
    of type: String = "",
    isRepeated: Bool = false,
    oneof: Int? = nil
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    bytes.appendField(3, varint: UInt64(number))
    bytes.appendField(4, varint: isRepeated ? 3 : 1)
    bytes.appendField(5, varint: UInt64(kind.rawValue))
    if !type.isEmpty { bytes.appendField(6, ".\(type)".utf8) }
    if let oneof { bytes.appendField(9, varint: UInt64(oneof)) }
    return bytes
  }

  static func enumeration(_ name: String, _ values: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    for (number, value) in values.enumerated() {
      var declaration: [UInt8] = []
      declaration.appendField(1, value.utf8)
      declaration.appendField(2, varint: UInt64(number))
      bytes.appendField(2, declaration)
    }
    return bytes
  }

  static func service(_ name: String, _ methods: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    for method in methods { bytes.appendField(2, method) }
    return bytes
  }

  static func method(
    _ name: String,
    _ input: String,
    _ output: String,
    http rule: [UInt8]? = nil,
    access: Int? = nil,
    answersStream: Bool = false
  ) -> [UInt8] {
    var options: [UInt8] = []
    if let access { options.appendField(50_100, varint: UInt64(access)) }
    if let rule { options.appendField(72_295_728, rule) }
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    bytes.appendField(2, ".\(input)".utf8)
    bytes.appendField(3, ".\(output)".utf8)
    bytes.appendField(4, options)
    if answersStream { bytes.appendField(6, varint: 1) }
    return bytes
  }

  static func rule(
    _ method: String,
    _ path: String,
    body: String = "",
    responseBody: String = "",
    also more: [[UInt8]] = []
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let numbers = ["GET": 2, "PUT": 3, "POST": 4, "DELETE": 5, "PATCH": 6]
    if let number = numbers[method] {
      bytes.appendField(number, path.utf8)
    } else {
      var custom: [UInt8] = []
      custom.appendField(1, method.utf8)
      custom.appendField(2, path.utf8)
      bytes.appendField(8, custom)
    }
    if !body.isEmpty { bytes.appendField(7, body.utf8) }
    if !responseBody.isEmpty { bytes.appendField(12, responseBody.utf8) }
    for rule in more { bytes.appendField(11, rule) }
    return bytes
  }
}
