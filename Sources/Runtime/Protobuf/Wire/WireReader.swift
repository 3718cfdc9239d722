/// The form in which a field's value lies on the wire.
package enum WireType: UInt8, Sendable {
  case varint = 0
  case fixed64 = 1
  case lengthDelimited = 2
  case groupStart = 3
  case groupEnd = 4
  case fixed32 = 5
}

/// Reads wire bytes field by field, without any schema.
///
/// For descriptors and the JSON transcoder; generated messages go through protobuf-c.
package struct WireReader {
  package let bytes: [UInt8]
  package private(set) var position: Int
  package let end: Int

  package init(_ bytes: [UInt8]) {
    self.init(bytes, 0..<bytes.count)
  }

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// One field as it lies in the bytes.
  package struct Field: Sendable {
    package let number: Int
    package let type: WireType
    /// The varint or fixed value; 0 for others.
    package let value: UInt64
    /// Content of a length-delimited field or of a group, without length or end tag.
    package let content: Range<Int>
    /// The whole field with its tag.
    package let whole: Range<Int>
  }

  /// The next field; nil at the end.
  package mutating func next() throws(DecodeError.Rule) -> Field? {
    guard position < end else { return nil }
    return try field(depth: 0)
  }

  package func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  private mutating func field(depth: Int) throws(DecodeError.Rule) -> Field {
    let start = position
    let (number, type) = try tag()
    var value: UInt64 = 0
    var content = position..<position
    switch type {
    case .varint: value = try varint()
    case .fixed64: value = try fixed(8)
    case .fixed32: value = try fixed(4)
    case .lengthDelimited:
      let length = try varint()
      guard length <= UInt64(end - position) else { throw .invalidLength }
      content = position..<(position + Int(length))
      position = content.upperBound
    case .groupStart: content = try group(number, depth: depth)
    case .groupEnd: throw .unmatchedGroup
    }
    return Field(
      number: number,
      type: type,
      value: value,
      content: content,
      whole: start..<position
    )
  }

  private mutating func group(_ number: Int, depth: Int) throws(DecodeError.Rule) -> Range<Int> {
    guard depth < 100 else { throw .tooDeep }
    let start = position
    while position < end {
      let before = position
      let (inner, type) = try tag()
      if type == .groupEnd {
        guard inner == number else { throw .unmatchedGroup }
        return start..<before
      }
      position = before
      _ = try field(depth: depth + 1)
    }
    throw .unmatchedGroup
  }

  /// A tag is a varint of five bytes at most, however it is written.
  private mutating func tag() throws(DecodeError.Rule) -> (Int, WireType) {
    let start = position
    let tag = try varint()
    guard position - start <= 5, tag >= 8, tag <= UInt64(UInt32.max),
      let type = WireType(rawValue: UInt8(tag & 7))
    else { throw .invalidTag }
    return (Int(tag >> 3), type)
  }

  package mutating func varint() throws(DecodeError.Rule) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 70 {
      guard position < end else { throw .truncated }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw .invalidVarint
  }

  package mutating func fixed(_ count: Int) throws(DecodeError.Rule) -> UInt64 {
    guard end - position >= count else { throw .truncated }
    var value: UInt64 = 0
    for offset in 0..<count { value |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
    position += count
    return value
  }

  package var isAtEnd: Bool { position >= end }
}
