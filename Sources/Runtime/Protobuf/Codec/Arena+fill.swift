// Its structs appear in code that other modules inline, which a package import does not allow.
public import CProtobufC

/// Lays Swift values out as the C structs that protobuf-c packs; used by generated code.
extension Arena {
  @inlinable
  package mutating func string(_ value: String) -> ProtobufCBinaryData {
    var value = value
    return value.withUTF8 { unsafe copy(UnsafeRawBufferPointer($0)) }
  }

  @inlinable
  package mutating func bytes(_ value: [UInt8]) -> ProtobufCBinaryData {
    unsafe value.withUnsafeBytes { unsafe copy($0) }
  }

  @inlinable
  mutating func copy(_ bytes: UnsafeRawBufferPointer) -> ProtobufCBinaryData {
    guard bytes.count > 0 else { return unsafe ProtobufCBinaryData(len: 0, data: nil) }
    guard let memory = unsafe allocate(bytes.count) else {
      preconditionFailure("an arena without budget never refuses")
    }
    unsafe UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyMemory(from: bytes)
    return unsafe ProtobufCBinaryData(
      len: bytes.count,
      data: memory.assumingMemoryBound(to: UInt8.self)
    )
  }

  mutating func copy(_ bytes: ArraySlice<UInt8>) -> ProtobufCBinaryData {
    unsafe bytes.withUnsafeBytes { unsafe copy($0) }
  }

  /// Zeroed memory for `count` values of a C type.
  @inlinable
  package mutating func array<C>(_ count: Int, of type: C.Type) -> UnsafeMutablePointer<C> {
    unsafe zeroed(count * MemoryLayout<C>.stride).bindMemory(to: C.self, capacity: count)
  }

  @inlinable
  package mutating func message<C>(
    _ value: some Message,
    as type: C.Type = C.self
  ) -> UnsafeMutablePointer<C> {
    let target = unsafe zeroed(MemoryLayout<C>.size)
    unsafe value.fill(target, &self)
    return unsafe target.assumingMemoryBound(to: C.self)
  }

  @inlinable
  package mutating func messages<C>(
    _ values: [some Message],
    as type: C.Type = C.self
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<C>?> {
    let pointers = unsafe array(values.count, of: UnsafeMutablePointer<C>?.self)
    for (index, value) in values.enumerated() {
      unsafe pointers[index] = message(value, as: type)
    }
    return unsafe pointers
  }

  @inlinable
  package mutating func strings(_ values: [String]) -> UnsafeMutablePointer<ProtobufCBinaryData> {
    let target = unsafe array(values.count, of: ProtobufCBinaryData.self)
    for (index, value) in values.enumerated() { unsafe target[index] = string(value) }
    return unsafe target
  }

  @inlinable
  package mutating func bytesArray(
    _ values: [[UInt8]]
  ) -> UnsafeMutablePointer<ProtobufCBinaryData> {
    let target = unsafe array(values.count, of: ProtobufCBinaryData.self)
    for (index, value) in values.enumerated() { unsafe target[index] = bytes(value) }
    return unsafe target
  }

  @inlinable
  package mutating func numbers<Number: BitwiseCopyable>(
    _ values: [Number]
  ) -> UnsafeMutablePointer<Number> {
    let target = unsafe array(values.count, of: Number.self)
    for (index, value) in values.enumerated() { unsafe target[index] = value }
    return unsafe target
  }

  @inlinable
  package mutating func bools(_ values: [Bool]) -> UnsafeMutablePointer<protobuf_c_boolean> {
    let target = unsafe array(values.count, of: protobuf_c_boolean.self)
    for (index, value) in values.enumerated() { unsafe target[index] = value ? 1 : 0 }
    return unsafe target
  }

  @inlinable
  package mutating func enums(_ values: [some MessageEnum]) -> UnsafeMutablePointer<Int32> {
    let target = unsafe array(values.count, of: Int32.self)
    for (index, value) in values.enumerated() { unsafe target[index] = value.rawValue }
    return unsafe target
  }

  /// Entries of a map in the order of their keys, so that equal messages encode to equal bytes.
  @inlinable
  package mutating func map<Key: MapKey, Value, C>(
    _ values: [Key: Value],
    as type: C.Type = C.self,
    _ fill: (Key, Value, inout C, inout Arena) -> Void
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<C>?> {
    let pointers = unsafe array(values.count, of: UnsafeMutablePointer<C>?.self)
    let keys = values.keys.sorted { Key.comesBefore($0, $1) }
    for (index, key) in keys.enumerated() {
      guard let value = values[key] else { continue }
      let entry = unsafe array(1, of: type)
      unsafe fill(key, value, &entry.pointee, &self)
      unsafe pointers[index] = entry
    }
    return unsafe pointers
  }

  @inlinable
  package mutating func unknown(_ fields: UnknownFields, _ base: inout ProtobufCMessage) {
    if !fields.bytes.isEmpty { unsafe fields.fill(&base, &self) }
  }
}

/// What protobuf allows as a map's key, with an order.
@usableFromInline
package protocol MapKey: Hashable {
  static func comesBefore(_ first: Self, _ second: Self) -> Bool
}

extension MapKey where Self: Comparable {
  @inlinable
  package static func comesBefore(_ first: Self, _ second: Self) -> Bool { first < second }
}

extension String: MapKey {}
extension Int32: MapKey {}
extension Int64: MapKey {}
extension UInt32: MapKey {}
extension UInt64: MapKey {}
extension Bool: MapKey {
  @inlinable
  package static func comesBefore(_ first: Bool, _ second: Bool) -> Bool { !first && second }
}
