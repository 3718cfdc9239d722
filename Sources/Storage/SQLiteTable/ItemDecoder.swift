import SingleTable

/// Bytes of a row that are not an item: a damaged file or one of a newer version.
enum ItemCorruption: Error {
  case truncated
  case unknownVersion
  case unknownTag
  case notUTF8
  case outOfRange
}

/// Reads what `ItemEncoder` wrote; never past the end, whatever the bytes are.
struct ItemDecoder {
  private let key: Key
  private var offset = 0

  static func decode(_ bytes: Span<UInt8>, key: Key) throws(ItemCorruption) -> Item {
    var decoder = ItemDecoder(key: key)
    guard try decoder.byte(bytes) == ItemEncoder.version else { throw .unknownVersion }
    let item = try decoder.map(bytes, depth: 0)
    guard decoder.offset == bytes.count else { throw .outOfRange }
    return item
  }

  private init(key: Key) { self.key = key }

  private mutating func map(
    _ bytes: Span<UInt8>,
    depth: Int
  ) throws(ItemCorruption) -> Item {
    let count = try count(bytes)
    var attributes: [Item.Attribute] = []
    attributes.reserveCapacity(count)
    for _ in 0..<count {
      let name = try text(bytes)
      attributes.append(Item.Attribute(name: name, value: try value(bytes, depth: depth)))
    }
    return Item(ascending: attributes)
  }

  private mutating func value(
    _ bytes: Span<UInt8>,
    depth: Int
  ) throws(ItemCorruption) -> AttributeValue {
    guard depth <= TableLimits.nestingMax else { throw .outOfRange }
    switch try byte(bytes) {
    case ItemTag.null: return .null
    case ItemTag.false: return .bool(false)
    case ItemTag.true: return .bool(true)
    case ItemTag.string: return .string(try text(bytes))
    case ItemTag.whole: return .number(try number(bytes, exponent: 0))
    case ItemTag.decimal: return .number(try decimal(bytes))
    case ItemTag.binary: return .binary(try binary(bytes))
    case ItemTag.list:
      let count = try count(bytes)
      var values: [AttributeValue] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try value(bytes, depth: depth + 1)) }
      return .list(values)
    case ItemTag.map: return .map(try map(bytes, depth: depth + 1))
    case ItemTag.stringSet:
      var elements: [String] = []
      for _ in 0..<(try count(bytes)) { elements.append(try text(bytes)) }
      return .stringSet(ValueSet(elements))
    case ItemTag.numberSet:
      var elements: [Number] = []
      for _ in 0..<(try count(bytes)) {
        let isWhole = try byte(bytes) == ItemTag.whole
        elements.append(isWhole ? try number(bytes, exponent: 0) : try decimal(bytes))
      }
      return .numberSet(ValueSet(elements))
    case ItemTag.binarySet:
      var elements: [[UInt8]] = []
      for _ in 0..<(try count(bytes)) { elements.append(try binary(bytes)) }
      return .binarySet(ValueSet(elements))
    case ItemTag.partition: return .string(key.partition)
    case ItemTag.sort: return .string(key.sort)
    default: throw .unknownTag
    }
  }

  private mutating func decimal(_ bytes: Span<UInt8>) throws(ItemCorruption) -> Number {
    guard let exponent = Int16(exactly: try zigzag(bytes)) else { throw .outOfRange }
    return try number(bytes, exponent: Int(exponent))
  }

  private mutating func number(
    _ bytes: Span<UInt8>,
    exponent: Int
  ) throws(ItemCorruption) -> Number {
    guard let number = Number(coefficient: try zigzag(bytes), exponent: exponent) else {
      throw .outOfRange
    }
    return number
  }

  private mutating func text(_ bytes: Span<UInt8>) throws(ItemCorruption) -> String {
    let part = try take(bytes)
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(part)))
    } catch { throw .notUTF8 }
  }

  private mutating func binary(_ bytes: Span<UInt8>) throws(ItemCorruption) -> [UInt8] {
    let part = try take(bytes)
    return part.map { bytes[$0] }
  }

  /// The range of a length-prefixed run of bytes, which are then behind us.
  private mutating func take(_ bytes: Span<UInt8>) throws(ItemCorruption) -> Range<Int> {
    let count = try count(bytes)
    let part = offset..<offset + count
    offset += count
    return part
  }

  /// A count of elements or bytes; each takes a byte at least, so more than is left is a lie.
  private mutating func count(_ bytes: Span<UInt8>) throws(ItemCorruption) -> Int {
    let value = try varint(bytes)
    guard value <= UInt128(bytes.count - offset) else { throw .truncated }
    return Int(value)
  }

  private mutating func zigzag(_ bytes: Span<UInt8>) throws(ItemCorruption) -> Int128 {
    let value = try varint(bytes)
    return Int128(bitPattern: value >> 1) ^ -Int128(bitPattern: value & 1)
  }

  private mutating func varint(_ bytes: Span<UInt8>) throws(ItemCorruption) -> UInt128 {
    var small: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 63 {
      let byte = try byte(bytes)
      small |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return UInt128(small) }
      shift += 7
    }
    var value = UInt128(small)
    var wideShift = UInt128(shift)
    while wideShift < 128 {
      let byte = try byte(bytes)
      value |= UInt128(byte & 0x7F) << wideShift
      if byte < 0x80 { return value }
      wideShift += 7
    }
    throw .outOfRange
  }

  private mutating func byte(_ bytes: Span<UInt8>) throws(ItemCorruption) -> UInt8 {
    guard offset < bytes.count else { throw .truncated }
    defer { offset += 1 }
    return bytes[offset]
  }
}
