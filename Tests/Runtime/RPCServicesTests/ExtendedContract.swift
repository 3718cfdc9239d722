import Protobuf

/// Three files, each importing the ones above it; the second extends a message of the first, at the
/// top level and from within a message.
enum ExtendedContract {
  static let files = ["t/base.proto", "t/marks.proto", "t/top.proto"]
  static let descriptors = [
    file(files[0], imports: [], [4: [named("Base"), named("Plain")]]),
    file(
      files[1],
      imports: [files[0]],
      [
        4: [named("Holder", [6: [mark("inner", 1_001)]])],
        7: [mark("outer", 1_000)],
      ]
    ),
    file(files[2], imports: [files[1], files[0]], [4: [named("Top")]]),
  ]

  static func registry() throws -> SchemaRegistry { try SchemaRegistry(files: descriptors) }

  private static func file(
    _ name: String,
    imports: [String],
    _ declarations: [Int: [[UInt8]]]
  ) -> [UInt8] {
    var bytes = named(name, [3: imports.map { Array($0.utf8) }])
    bytes.appendField(2, "t".utf8)
    bytes.append(contentsOf: fields(declarations))
    bytes.appendField(12, "proto3".utf8)
    return bytes
  }

  /// An optional int32 that extends `t.Base`.
  private static func mark(_ name: String, _ number: UInt64) -> [UInt8] {
    var bytes = named(name)
    bytes.appendField(2, ".t.Base".utf8)
    bytes.appendField(3, varint: number)
    bytes.appendField(4, varint: 1)
    bytes.appendField(5, varint: 5)
    return bytes
  }

  private static func named(_ name: String, _ parts: [Int: [[UInt8]]] = [:]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendField(1, name.utf8)
    return bytes + fields(parts)
  }

  private static func fields(_ parts: [Int: [[UInt8]]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, contents) in parts.sorted(by: { $0.key < $1.key }) {
      for content in contents { bytes.appendField(number, content) }
    }
    return bytes
  }
}
