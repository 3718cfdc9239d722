// Written by protoc-gen-smart-cooking from google/protobuf/struct.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC

/// `NullValue` is a singleton enumeration to represent the null value for the
/// `Value` type union.
///
///  The JSON representation for `NullValue` is JSON `null`.
package enum Google_Protobuf_NullValue: MessageEnum {
  /// Null value.
  case nullValue
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .nullValue }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .nullValue
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .nullValue: 0
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .nullValue: "NULL_VALUE"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [Google_Protobuf_NullValue] = [
    .nullValue,
  ]
}

/// `Struct` represents a structured data value, consisting of fields
/// which map to dynamically typed values. In some languages, `Struct`
/// might be supported by a native representation. For example, in
/// scripting languages like JS a struct is represented as an
/// object. The details of that representation are described together
/// with the proto support for the language.
///
/// The JSON representation for `Struct` is JSON object.
package struct Google_Protobuf_Struct: Message {
  /// Unordered map of dynamically typed values.
  package var fields: [String: Google_Protobuf_Value] = [:]

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    fields: [String: Google_Protobuf_Value] = [:]
  ) {
    self.fields = fields
  }
}

/// `Value` represents a dynamically typed value which can be either
/// null, a number, a string, a boolean, a recursive struct value, or a
/// list of values. A producer of value is expected to set one of these
/// variants. Absence of any variant indicates an error.
///
/// The JSON representation for `Value` is JSON value.
package struct Google_Protobuf_Value: Message {
  /// At most one of the cases.
  package var kind: Kind?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    kind: Kind? = nil
  ) {
    self.kind = kind
  }

  /// The cases of `kind`.
  package enum Kind: Sendable, Equatable {
    /// Represents a null value.
    case nullValue(Google_Protobuf_NullValue)
    /// Represents a double value.
    case numberValue(Double)
    /// Represents a string value.
    case stringValue(String)
    /// Represents a boolean value.
    case boolValue(Bool)
    /// Represents a structured value.
    case structValue(Google_Protobuf_Struct)
    /// Represents a repeated `Value`.
    case listValue(Google_Protobuf_ListValue)
  }
}

/// `ListValue` is a wrapper around a repeated field of values.
///
/// The JSON representation for `ListValue` is JSON array.
package struct Google_Protobuf_ListValue: Message {
  /// Repeated field of dynamically typed values.
  package var values: [Google_Protobuf_Value] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    values: [Google_Protobuf_Value] = []
  ) {
    self.values = values
  }
}

extension Google_Protobuf_Struct {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.Struct", google__protobuf__struct__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__Struct.self)
    unsafe self.fields = copier.map(c.pointee.n_fields, c.pointee.fields) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__Struct.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__struct__type()
    if !self.fields.isEmpty {
      unsafe c.pointee.n_fields = self.fields.count
      unsafe c.pointee.fields = arena.map(self.fields) { key, value, entry, arena in
        unsafe entry.base.descriptor = google__protobuf__struct__fields_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_Value {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.Value", google__protobuf__value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__Value.self)
    switch unsafe c.pointee.kind_case.rawValue {
    case 1: unsafe self.kind = .nullValue(Google_Protobuf_NullValue(rawValue: c.pointee.null_value))
    case 2: unsafe self.kind = .numberValue(c.pointee.number_value)
    case 3: unsafe self.kind = .stringValue(copier.string(c.pointee.string_value))
    case 4: unsafe self.kind = .boolValue(c.pointee.bool_value != 0)
    case 5: unsafe self.kind = .structValue(copier.required(c.pointee.struct_value))
    case 6: unsafe self.kind = .listValue(copier.required(c.pointee.list_value))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__Value.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__value__type()
    switch self.kind {
    case .nullValue(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 1)
      unsafe c.pointee.null_value = value.rawValue
    case .numberValue(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 2)
      unsafe c.pointee.number_value = value
    case .stringValue(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 3)
      unsafe c.pointee.string_value = arena.string(value)
    case .boolValue(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 4)
      unsafe c.pointee.bool_value = value ? 1 : 0
    case .structValue(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 5)
      unsafe c.pointee.struct_value = arena.message(value)
    case .listValue(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 6)
      unsafe c.pointee.list_value = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_ListValue {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.ListValue", google__protobuf__list_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__ListValue.self)
    unsafe self.values = copier.messages(c.pointee.n_values, c.pointee.values)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__ListValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__list_value__type()
    if !self.values.isEmpty {
      unsafe c.pointee.n_values = self.values.count
      unsafe c.pointee.values = arena.messages(self.values)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
