import SingleTable

/// An item as the bytes of a row's `body`.
///
///     body  = version 1, map
///     map   = count, { length, name, value }        names ascending by bytes
///     value = tag, ...                              see `ItemTag`
///
/// Counts, lengths and whole numbers are LEB128, signed ones zigzag. `PK` and `SK` are tags
/// without content: their text is in the row's own columns.
struct ItemEncoder {
  static let version: UInt8 = 1

  private var bytes: [UInt8] = []

  static func encode(_ item: Item) -> [UInt8] {
    var encoder = ItemEncoder()
    encoder.bytes.reserveCapacity(item.count * 24)
    encoder.bytes.append(version)
    encoder.append(count: item.count)
    for attribute in item.attributes {
      encoder.append(attribute.name)
      switch attribute.name {
      case AttributeName.partition: encoder.bytes.append(ItemTag.partition)
      case AttributeName.sort: encoder.bytes.append(ItemTag.sort)
      default: encoder.append(attribute.value)
      }
    }
    return encoder.bytes
  }

  private mutating func append(_ value: AttributeValue) {
    switch value {
    case .null: bytes.append(ItemTag.null)
    case .bool(false): bytes.append(ItemTag.false)
    case .bool(true): bytes.append(ItemTag.true)
    case .string(let text):
      bytes.append(ItemTag.string)
      append(text)
    case .number(let number):
      append(number)
    case .binary(let binary):
      bytes.append(ItemTag.binary)
      append(binary)
    case .list(let values):
      bytes.append(ItemTag.list)
      append(count: values.count)
      for value in values { append(value) }
    case .map(let map):
      bytes.append(ItemTag.map)
      append(count: map.count)
      for attribute in map.attributes {
        append(attribute.name)
        append(attribute.value)
      }
    case .stringSet(let set):
      bytes.append(ItemTag.stringSet)
      append(count: set.count)
      for text in set { append(text) }
    case .numberSet(let set):
      bytes.append(ItemTag.numberSet)
      append(count: set.count)
      for number in set { append(number) }
    case .binarySet(let set):
      bytes.append(ItemTag.binarySet)
      append(count: set.count)
      for binary in set { append(binary) }
    }
  }

  private mutating func append(_ number: Number) {
    let isWhole = number.exponent == 0
    bytes.append(isWhole ? ItemTag.whole : ItemTag.decimal)
    if !isWhole { append(zigzag: Int128(number.exponent)) }
    append(zigzag: number.coefficient)
  }

  private mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func append(_ binary: [UInt8]) {
    append(count: binary.count)
    bytes.append(contentsOf: binary)
  }

  private mutating func append(count: Int) { append(varint: UInt128(count)) }

  private mutating func append(zigzag value: Int128) {
    append(varint: UInt128(bitPattern: value << 1 ^ value >> 127))
  }

  private mutating func append(varint value: UInt128) {
    var rest = value
    if rest > UInt128(UInt64.max) {
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
      return
    }
    var small = UInt64(rest)
    while small >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: small) | 0x80)
      small >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: small))
  }
}

/// The first byte of a value.
///
/// Numbers are for ever: files hold them.
enum ItemTag {
  static let null: UInt8 = 0
  static let `false`: UInt8 = 1
  static let `true`: UInt8 = 2
  static let string: UInt8 = 3
  /// A number with exponent 0: the coefficient.
  static let whole: UInt8 = 4
  /// Any other number: exponent, coefficient.
  static let decimal: UInt8 = 5
  static let binary: UInt8 = 6
  static let list: UInt8 = 7
  static let map: UInt8 = 8
  static let stringSet: UInt8 = 9
  static let numberSet: UInt8 = 10
  static let binarySet: UInt8 = 11
  /// The text of the row's `pk` column.
  static let partition: UInt8 = 12
  /// The text of the row's `sk` column.
  static let sort: UInt8 = 13
}
