import Protobuf

/// How one value of a field (an element, where it repeats) is written in Swift and moved to C.
struct FieldType {
  enum Form { case text, bytes, bool, enumeration, number, message }

  let form: Form
  /// The Swift type of one value.
  let name: String

  init(_ field: FieldSchema, _ names: SwiftNames) {
    switch field.kind {
    case .string: (form, name) = (.text, "String")
    case .bytes: (form, name) = (.bytes, "[UInt8]")
    case .bool: (form, name) = (.bool, "Bool")
    case .double: (form, name) = (.number, "Double")
    case .float: (form, name) = (.number, "Float")
    case .int32, .sint32, .sfixed32: (form, name) = (.number, "Int32")
    case .int64, .sint64, .sfixed64: (form, name) = (.number, "Int64")
    case .uint32, .fixed32: (form, name) = (.number, "UInt32")
    case .uint64, .fixed64: (form, name) = (.number, "UInt64")
    case .enum:
      (form, name) = (.enumeration, field.enumeration.map { names.type($0) } ?? "Int32")
    case .message, .group:
      (form, name) = (.message, field.message.map { names.type($0) } ?? "UnknownFields")
    }
  }

  /// The value a field without presence has when it is absent.
  var zero: String {
    switch form {
    case .text: "\"\""
    case .bytes: "[]"
    case .bool: "false"
    case .enumeration: "\(name)()"
    case .number: "0"
    case .message: "nil"
    }
  }

  /// Reads a C expression that holds one value.
  func read(_ source: String) -> String {
    switch form {
    case .text: "copier.string(\(source))"
    case .bytes: "copier.bytes(\(source))"
    case .bool: "\(source) != 0"
    case .enumeration: "\(name)(rawValue: \(source))"
    case .number: source
    case .message: "copier.required(\(source))"
    }
  }

  /// Makes a C value of a Swift expression.
  func write(_ value: String) -> String {
    switch form {
    case .text: "arena.string(\(value))"
    case .bytes: "arena.bytes(\(value))"
    case .bool: "\(value) ? 1 : 0"
    case .enumeration: "\(value).rawValue"
    case .number: value
    case .message: "arena.message(\(value))"
    }
  }

  /// A condition that holds when a value is not the zero value; -0.0 is not zero on the wire.
  func isSet(_ value: String) -> String {
    switch form {
    case .text, .bytes: "!\(value).isEmpty"
    case .bool: value
    case .enumeration: "\(value).rawValue != 0"
    case .number where name == "Double" || name == "Float": "\(value).bitPattern != 0"
    case .number: "\(value) != 0"
    case .message: "\(value) != nil"
    }
  }

  /// Helper of `Copier` and `Arena` that moves an array.
  var arrayHelper: String {
    switch form {
    case .text: "strings"
    case .bytes: "bytesArray"
    case .bool: "bools"
    case .enumeration: "enums"
    case .number: "numbers"
    case .message: "messages"
    }
  }
}
