extension [UInt8] {
  /// Appends a base-128 varint.
  package mutating func appendVarint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(truncatingIfNeeded: value))
  }

  package mutating func appendTag(_ number: Int, _ type: WireType) {
    appendVarint(UInt64(number) << 3 | UInt64(type.rawValue))
  }

  /// Appends `value` least significant byte first.
  package mutating func appendFixed(_ value: some FixedWidthInteger) {
    var value = value
    for _ in 0..<(value.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: value))
      value >>= 8
    }
  }

  /// Appends a length-delimited field.
  package mutating func appendField(_ number: Int, _ content: some Collection<UInt8>) {
    appendTag(number, .lengthDelimited)
    appendVarint(UInt64(content.count))
    append(contentsOf: content)
  }

  package mutating func appendField(_ number: Int, varint value: UInt64) {
    appendTag(number, .varint)
    appendVarint(value)
  }
}
