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
  private var names = NameTable()
  private var key = Key("", "")
  private var offset = 0

  mutating func decode(_ bytes: Span<UInt8>, key: Key) throws(ItemCorruption) -> Item {
    self.key = key
    offset = 0
    guard try byte(bytes) == ItemEncoder.version else { throw .unknownVersion }
    let item = try map(bytes, depth: 0)
    guard offset == bytes.count else { throw .outOfRange }
    return item
  }

  private mutating func map(
    _ bytes: Span<UInt8>,
    depth: Int
  ) throws(ItemCorruption) -> Item {
    let count = try count(bytes)
    var attributes: [Item.Attribute] = []
    attributes.reserveCapacity(count)
    for _ in 0..<count {
      let name = try name(bytes)
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

  private mutating func name(_ bytes: Span<UInt8>) throws(ItemCorruption) -> String {
    let part = try take(bytes)
    guard let word = NameTable.Word(bytes, at: part.lowerBound, count: part.count) else {
      return try Self.text(bytes, part)
    }
    if let name = names[word] { return name }
    let name = try Self.text(bytes, part)
    names[word] = name
    return name
  }

  private mutating func text(_ bytes: Span<UInt8>) throws(ItemCorruption) -> String {
    try Self.text(bytes, try take(bytes))
  }

  private static func text(
    _ bytes: Span<UInt8>,
    _ part: Range<Int>
  ) throws(ItemCorruption) -> String {
    let text = bytes.extracting(part)
    // Most text is ASCII, which needs no more than a look at every eighth bit.
    if isASCII(text) {
      // SAFETY: ASCII is UTF-8.
      return String(copying: unsafe UTF8Span(unchecked: text, isKnownASCII: true))
    }
    do {
      return String(copying: try UTF8Span(validating: text))
    } catch { throw .notUTF8 }
  }

  private static func isASCII(_ text: Span<UInt8>) -> Bool {
    var bits: UInt64 = 0
    var offset = 0
    while offset + 8 <= text.count {
      // SAFETY: 8 bytes follow `offset`.
      bits |= unsafe text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset,
        as: UInt64.self
      )
      offset += 8
    }
    while offset < text.count {
      bits |= UInt64(text[offset])
      offset += 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  private mutating func binary(_ bytes: Span<UInt8>) throws(ItemCorruption) -> [UInt8] {
    let part = try take(bytes)
    return part.map { bytes[$0] }
  }

  /// The range of a length-prefixed run of bytes, which are then behind us.
  private mutating func take(_ bytes: Span<UInt8>) throws(ItemCorruption) -> Range<Int> {
    let count = try count(bytes)
    defer { offset += count }
    return offset..<offset + count
  }

  /// A count of elements or bytes; each takes a byte at least, so more than is left is a lie.
  private mutating func count(_ bytes: Span<UInt8>) throws(ItemCorruption) -> Int {
    let first = try byte(bytes)
    if first < 0x80 {
      guard Int(first) <= bytes.count - offset else { throw .truncated }
      return Int(first)
    }
    offset -= 1
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
