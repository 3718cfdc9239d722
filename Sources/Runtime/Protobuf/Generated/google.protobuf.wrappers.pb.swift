// Written by protoc-gen-smart-cooking from google/protobuf/wrappers.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC

/// Wrapper message for `double`.
///
/// The JSON representation for `DoubleValue` is JSON number.
package struct Google_Protobuf_DoubleValue: Message {
  /// The double value.
  package var value: Double = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: Double = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `float`.
///
/// The JSON representation for `FloatValue` is JSON number.
package struct Google_Protobuf_FloatValue: Message {
  /// The float value.
  package var value: Float = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: Float = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `int64`.
///
/// The JSON representation for `Int64Value` is JSON string.
package struct Google_Protobuf_Int64Value: Message {
  /// The int64 value.
  package var value: Int64 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: Int64 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `uint64`.
///
/// The JSON representation for `UInt64Value` is JSON string.
package struct Google_Protobuf_UInt64Value: Message {
  /// The uint64 value.
  package var value: UInt64 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: UInt64 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `int32`.
///
/// The JSON representation for `Int32Value` is JSON number.
package struct Google_Protobuf_Int32Value: Message {
  /// The int32 value.
  package var value: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: Int32 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `uint32`.
///
/// The JSON representation for `UInt32Value` is JSON number.
package struct Google_Protobuf_UInt32Value: Message {
  /// The uint32 value.
  package var value: UInt32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: UInt32 = 0
  ) {
    self.value = value
  }
}

/// Wrapper message for `bool`.
///
/// The JSON representation for `BoolValue` is JSON `true` and `false`.
package struct Google_Protobuf_BoolValue: Message {
  /// The bool value.
  package var value: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: Bool = false
  ) {
    self.value = value
  }
}

/// Wrapper message for `string`.
///
/// The JSON representation for `StringValue` is JSON string.
package struct Google_Protobuf_StringValue: Message {
  /// The string value.
  package var value: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: String = ""
  ) {
    self.value = value
  }
}

/// Wrapper message for `bytes`.
///
/// The JSON representation for `BytesValue` is JSON string.
package struct Google_Protobuf_BytesValue: Message {
  /// The bytes value.
  package var value: [UInt8] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: [UInt8] = []
  ) {
    self.value = value
  }
}

extension Google_Protobuf_DoubleValue {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.DoubleValue", google__protobuf__double_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self)
    unsafe self.value = c.pointee.value
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__DoubleValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__double_value__type()
    if self.value.bitPattern != 0 {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_FloatValue {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.FloatValue", google__protobuf__float_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__FloatValue.self)
    unsafe self.value = c.pointee.value
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__FloatValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__float_value__type()
    if self.value.bitPattern != 0 {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_Int64Value {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.Int64Value", google__protobuf__int64_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__Int64Value.self)
    unsafe self.value = c.pointee.value
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__Int64Value.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__int64_value__type()
    if self.value != 0 {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_UInt64Value {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.UInt64Value", google__protobuf__uint64_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self)
    unsafe self.value = c.pointee.value
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__UInt64Value.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__uint64_value__type()
    if self.value != 0 {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_Int32Value {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.Int32Value", google__protobuf__int32_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__Int32Value.self)
    unsafe self.value = c.pointee.value
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__Int32Value.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__int32_value__type()
    if self.value != 0 {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_UInt32Value {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.UInt32Value", google__protobuf__uint32_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self)
    unsafe self.value = c.pointee.value
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__UInt32Value.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__uint32_value__type()
    if self.value != 0 {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_BoolValue {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.BoolValue", google__protobuf__bool_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__BoolValue.self)
    unsafe self.value = c.pointee.value != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__BoolValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__bool_value__type()
    if self.value {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_StringValue {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.StringValue", google__protobuf__string_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__StringValue.self)
    unsafe self.value = copier.string(c.pointee.value)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__StringValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__string_value__type()
    if !self.value.isEmpty {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = arena.string(self.value)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Protobuf_BytesValue {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.BytesValue", google__protobuf__bytes_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__BytesValue.self)
    unsafe self.value = copier.bytes(c.pointee.value)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__BytesValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__bytes_value__type()
    if !self.value.isEmpty {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = arena.bytes(self.value)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
