// Its structs appear in code that other modules inline, which a package import does not allow.
public import CProtobufC

/// Copies what protobuf-c unpacked into Swift values; used by generated code.
///
/// Checks UTF-8 on the way: making a `String` reads every byte anyway.
@usableFromInline
package struct Copier {
  /// A string was not UTF-8: the whole decode fails.
  @usableFromInline var hasInvalidText = false

  @usableFromInline init() {}

  @inlinable
  package mutating func string(_ source: ProtobufCBinaryData) -> String {
    guard unsafe source.len > 0 else { return "" }
    let bytes = unsafe UnsafeBufferPointer(start: source.data, count: source.len)
    guard let text = unsafe String(utf8: bytes) else {
      hasInvalidText = true
      return ""
    }
    return text
  }

  @inlinable
  package func bytes(_ source: ProtobufCBinaryData) -> [UInt8] {
    guard unsafe source.len > 0 else { return [] }
    return unsafe [UInt8](UnsafeBufferPointer(start: source.data, count: source.len))
  }

  @inlinable
  package func unknown(_ base: ProtobufCMessage) -> UnknownFields {
    unsafe base.n_unknown_fields == 0 ? UnknownFields() : UnknownFields(base)
  }

  @inlinable
  package mutating func message<Value: Message, C>(
    _ source: UnsafeMutablePointer<C>?,
    as: Value.Type = Value.self
  ) -> Value? {
    guard let source = unsafe source else { return nil }
    return unsafe Value(copying: UnsafeRawPointer(source), &self)
  }

  /// A submessage that is known to be there: a map's value, a oneof's member.
  @inlinable
  package mutating func required<Value: Message, C>(
    _ source: UnsafeMutablePointer<C>?,
    as: Value.Type = Value.self
  ) -> Value {
    unsafe message(source) ?? Value()
  }

  @inlinable
  package mutating func messages<Value: Message, C>(
    _ count: Int,
    _ source: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?,
    as: Value.Type = Value.self
  ) -> [Value] {
    guard let source = unsafe source, count > 0 else { return [] }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count { unsafe values.append(required(source[index])) }
    return values
  }

  @inlinable
  package mutating func strings(
    _ count: Int,
    _ source: UnsafeMutablePointer<ProtobufCBinaryData>?
  ) -> [String] {
    guard let source = unsafe source, count > 0 else { return [] }
    var values: [String] = []
    values.reserveCapacity(count)
    for index in 0..<count { unsafe values.append(string(source[index])) }
    return values
  }

  @inlinable
  package func bytesArray(
    _ count: Int,
    _ source: UnsafeMutablePointer<ProtobufCBinaryData>?
  ) -> [[UInt8]] {
    guard let source = unsafe source, count > 0 else { return [] }
    return unsafe UnsafeBufferPointer(start: source, count: count).map { unsafe bytes($0) }
  }

  /// Numbers lie in C as they lie in Swift.
  @inlinable
  package func numbers<Number: BitwiseCopyable>(
    _ count: Int,
    _ source: UnsafeMutablePointer<Number>?
  ) -> [Number] {
    guard let source = unsafe source, count > 0 else { return [] }
    return unsafe [Number](UnsafeBufferPointer(start: source, count: count))
  }

  @inlinable
  package func bools(
    _ count: Int,
    _ source: UnsafeMutablePointer<protobuf_c_boolean>?
  ) -> [Bool] {
    guard let source = unsafe source, count > 0 else { return [] }
    return unsafe UnsafeBufferPointer(start: source, count: count).map { $0 != 0 }
  }

  @inlinable
  package func enums<Value: MessageEnum>(
    _ count: Int,
    _ source: UnsafeMutablePointer<Int32>?,
    as: Value.Type = Value.self
  ) -> [Value] {
    guard let source = unsafe source, count > 0 else { return [] }
    return unsafe UnsafeBufferPointer(start: source, count: count).map { Value(rawValue: $0) }
  }

  /// Entries of a map in wire order; the last one of a key wins.
  @inlinable
  package mutating func map<Key: Hashable, Value, C>(
    _ count: Int,
    _ source: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?,
    _ entry: (C, inout Copier) -> (Key, Value)
  ) -> [Key: Value] {
    guard let source = unsafe source, count > 0 else { return [:] }
    var values: [Key: Value] = [:]
    for index in 0..<count {
      guard let pointer = unsafe source[index] else { continue }
      let (key, value) = unsafe entry(pointer.pointee, &self)
      values[key] = value
    }
    return values
  }
}
