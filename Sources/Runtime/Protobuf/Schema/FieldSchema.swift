/// The scalar or composite kind of a field, numbered as in `descriptor.proto`.
package enum FieldKind: Int, Sendable {
  case double = 1
  case float, int64, uint64, int32, fixed64, fixed32, bool, string, group, message, bytes, uint32
  case `enum`, sfixed32, sfixed64, sint32, sint64

  package var wireType: WireType {
    switch self {
    case .double, .fixed64, .sfixed64: .fixed64
    case .float, .fixed32, .sfixed32: .fixed32
    case .string, .bytes, .message: .lengthDelimited
    case .group: .groupStart
    default: .varint
    }
  }

  package var isPackable: Bool { wireType != .lengthDelimited && wireType != .groupStart }

  /// The value is the low 32 bits of what lies on the wire.
  var isNarrow: Bool {
    switch self {
    case .int32, .uint32, .sint32, .enum, .fixed32, .sfixed32, .float: true
    default: false
    }
  }
}

/// One field of a message as declared.
package struct FieldSchema: Sendable {
  package let name: String
  package let jsonName: String
  package let number: Int
  package let kind: FieldKind
  package let isRepeated: Bool
  /// Absence can be told from the default: `optional`, a submessage, a member of a oneof.
  package let hasPresence: Bool
  /// Index of the oneof it is a member of; `optional` is not one.
  package let oneofIndex: Int?
  /// The type of a message field.
  package let message: MessageSchema?
  /// The type of an enum field.
  package let enumeration: EnumSchema?
  package let comment: String
  package let options: SchemaOptions

  package var isMessage: Bool { message != nil }
  package var isMap: Bool { isRepeated && message?.isMapEntry == true }

  /// Whether a value of this field may come under `type`.
  func accepts(_ type: WireType) -> Bool {
    type == kind.wireType || (type == .lengthDelimited && isRepeated && kind.isPackable)
  }
}
