// Its structs appear in code that other modules inline, which a package import does not allow.
public import CProtobufC

/// Fields that the declaration does not know, kept as wire bytes so that they survive a hop.
@usableFromInline
package struct UnknownFields: Sendable, Hashable {
  /// Tags and values exactly as they follow each other on the wire.
  @usableFromInline package var bytes: [UInt8] = []

  @inlinable
  package init() {}

  /// A field number no declaration may use (19000 to 19999 are reserved).
  ///
  /// `Normaliser` wraps in it what protobuf-c cannot keep: groups, and known numbers under a
  /// foreign wire type.
  static let carrier: UInt32 = 19_000
}

extension UnknownFields {
  /// Collects what protobuf-c set aside.
  @usableFromInline
  init(_ base: ProtobufCMessage) {
    for index in unsafe 0..<Int(base.n_unknown_fields) {
      let field = unsafe base.unknown_fields[index]
      var content = unsafe UnsafeRawBufferPointer(start: field.data, count: field.len)[...]
      if unsafe field.tag == Self.carrier {
        while let byte = unsafe content.popFirst(), byte >= 0x80 {}
      } else {
        unsafe bytes.appendVarint(UInt64(field.tag) << 3 | UInt64(field.wire_type.rawValue))
      }
      unsafe bytes.append(contentsOf: content)
    }
  }

  /// Hands the bytes to protobuf-c as one unknown field: the first tag, and all the rest its value.
  @usableFromInline
  func fill(_ base: inout ProtobufCMessage, _ arena: inout Arena) {
    var position = 0
    var tag: UInt64 = 0
    while position < bytes.count {
      tag |= UInt64(bytes[position] & 0x7F) << UInt64(7 * position)
      position += 1
      if bytes[position - 1] < 0x80 { break }
    }
    let rest = unsafe arena.copy(bytes[position...])
    let field = unsafe arena.zeroed(MemoryLayout<ProtobufCMessageUnknownField>.stride)
      .bindMemory(to: ProtobufCMessageUnknownField.self, capacity: 1)
    unsafe field.pointee.tag = UInt32(tag >> 3)
    unsafe field.pointee.wire_type = ProtobufCWireType(rawValue: UInt32(tag & 7))
    unsafe field.pointee.len = rest.len
    unsafe field.pointee.data = rest.data
    unsafe base.unknown_fields = field
    unsafe base.n_unknown_fields = 1
  }
}
