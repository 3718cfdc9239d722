/// Messages of `google.protobuf` that JSON writes in a form of their own.
enum WellKnownType: Sendable {
  case timestamp, duration, fieldMask, `struct`, value, listValue, any, wrapper

  init?(_ fullName: String) {
    guard fullName.hasPrefix("google.protobuf.") else { return nil }
    switch fullName.dropFirst("google.protobuf.".count) {
    case "Timestamp": self = .timestamp
    case "Duration": self = .duration
    case "FieldMask": self = .fieldMask
    case "Struct": self = .struct
    case "Value": self = .value
    case "ListValue": self = .listValue
    case "Any": self = .any
    case "DoubleValue", "FloatValue", "Int64Value", "UInt64Value", "Int32Value", "UInt32Value",
      "BoolValue", "StringValue", "BytesValue":
      self = .wrapper
    default: return nil
    }
  }
}
