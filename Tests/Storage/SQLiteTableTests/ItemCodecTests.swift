import SingleTable
import Testing

@testable import SQLiteTable

@Suite("The form of a row")
struct ItemCodecTests {
  private let key = Key("RECIPE#phở", "METADATA")

  private func decode(_ bytes: Span<UInt8>, key: Key) throws(ItemCorruption) -> Item {
    var decoder = ItemDecoder()
    return try decoder.decode(bytes, key: key)
  }

  @Test("names of one reader are kept apart, however alike they are")
  func names() throws {
    var decoder = ItemDecoder()
    let names = ["a", "b", "aa", "a\0", "version", "versiom", "exactly15bytes!", "exactly15bytes?"]
    let long = "a name that is longer than fifteen bytes"
    for round in 0..<3 {
      for name in names + [long, "é"] {
        let item = Item(key, ["zz": .int(round), "filler": "0123456789abcdef"])
        var named = item
        named[name] = .string(name)
        let bytes = ItemEncoder.encode(named)
        #expect(try decoder.decode(bytes.span, key: key) == named, "\(name)")
      }
    }
  }

  @Test("its bytes are for ever: files hold them")
  func goldenBytes() throws {
    let item = Item(
      key,
      [
        "a": "é", "b": 1, "c": -301, "d": .number(try #require(Number("0.25"))), "e": true,
        "f": .null, "g": [false], "h": ["x": .binary([9])], "i": .stringSet(["z", "y"]),
        "j": .numberSet([5]), "k": .binarySet([[1, 2]]),
      ]
    )
    let bytes: [UInt8] = [
      1, 13, 2, 0x50, 0x4B, 12, 2, 0x53, 0x4B, 13,
      1, 0x61, 3, 2, 0xC3, 0xA9, 1, 0x62, 4, 2, 1, 0x63, 4, 0xD9, 4, 1, 0x64, 5, 3, 50,
      1, 0x65, 2, 1, 0x66, 0, 1, 0x67, 7, 1, 1, 1, 0x68, 8, 1, 1, 0x78, 6, 1, 9,
      1, 0x69, 9, 2, 1, 0x79, 1, 0x7A, 1, 0x6A, 10, 1, 4, 10, 1, 0x6B, 11, 1, 2, 1, 2,
    ]
    #expect(ItemEncoder.encode(item) == bytes)
    #expect(try decode(bytes.span, key: key) == item)
  }

  @Test("any item comes back, and no damage to its bytes traps")
  func random() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("ItemCodecTests.random: seed \(seed)")
    var source = ItemSource(random: SplitMix(state: seed))
    for _ in 0..<300 {
      let item = source.item(key)
      let bytes = ItemEncoder.encode(item)
      #expect(try decode(bytes.span, key: key) == item)
      for cut in [0, bytes.count / 2, bytes.count - 1] {
        let part = Array(bytes[..<cut])
        #expect(throws: ItemCorruption.self) { try decode(part.span, key: key) }
      }
      for _ in 0..<20 {
        var damaged = bytes
        damaged[Int.random(in: 0..<bytes.count, using: &source.random)] =
          UInt8.random(in: 0...255, using: &source.random)
        // Some damage is another item; all that counts is that it ends well.
        _ = try? decode(damaged.span, key: key)
      }
    }
  }

  @Test("an unknown version, tag or rest is refused")
  func unknown() {
    let cases: [([UInt8], ItemCorruption)] = [
      ([], .truncated), ([2, 0], .unknownVersion), ([1, 0, 0], .outOfRange),
      ([1, 1, 1, 0x61, 14], .unknownTag), ([1, 1, 1, 0xFF, 0], .notUTF8),
      ([1, 200, 1], .truncated),
      ([1, 1, 1, 0x61, 4] + Array(repeating: 0xFF, count: 19), .outOfRange),
      ([1, 1, 1, 0x61] + Array(repeating: [7, 1], count: 40).flatMap { $0 }, .outOfRange),
    ]
    for (bytes, error) in cases {
      #expect(throws: error) { try decode(bytes.span, key: key) }
    }
  }
}

/// Random items of every type of value.
struct ItemSource {
  var random: SplitMix

  mutating func item(_ key: Key) -> Item {
    var item = Item(key)
    for _ in 0..<Int.random(in: 0..<12, using: &random) { item[text()] = value(depth: 0) }
    item["PK"] = .string(key.partition)
    item["SK"] = .string(key.sort)
    return item
  }

  private mutating func value(depth: Int) -> AttributeValue {
    switch Int.random(in: 0..<(depth < 4 ? 10 : 8), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .string(text())
    case 3: .number(number())
    case 4: .binary(bytes())
    case 5: .stringSet(ValueSet([text(), text(), "one"]))
    case 6: .numberSet(ValueSet([number(), number()]))
    case 7: .binarySet(ValueSet([bytes()]))
    case 8: .list((0..<3).map { _ in value(depth: depth + 1) })
    default: .map(map(depth: depth + 1))
    }
  }

  private mutating func map(depth: Int) -> Item {
    var map = Item()
    for _ in 0..<3 { map[text()] = value(depth: depth) }
    return map
  }

  private mutating func text() -> String {
    let letters = Array("aZ#_ăộđ🍲\u{301}\0")
    let count = Int.random(in: 0..<20, using: &random)
    return String((0..<count).map { _ in letters.randomElement(using: &random) ?? "?" })
  }

  private mutating func bytes() -> [UInt8] {
    (0..<Int.random(in: 0..<200, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
  }

  private mutating func number() -> Number {
    let digits = Int128.random(in: -99_999_999_999_999_999_999...(1 << 110), using: &random)
    let coefficient = digits >> Int.random(in: 0..<110, using: &random)
    let exponent = Int.random(in: -90...80, using: &random)
    return Number(coefficient: coefficient, exponent: exponent) ?? 0
  }
}
