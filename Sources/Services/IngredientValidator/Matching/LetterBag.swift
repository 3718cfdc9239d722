import VietnameseText

/// How often a name has each letter, in one word: a lower bound of distances in a few instructions.
///
/// Each letter has a bit for its first and one for its second occurrence; the twelve that names
/// repeat most have a third. A count above that, and digits and letters of other scripts, which
/// share the places of rare letters, only make the bound lower.
struct LetterBag: Hashable {
  private(set) var bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(_ units: some Sequence<UInt16>) {
    var bits: UInt64 = 0
    for unit in units where unit != FoldedName.space {
      let letter = Self.letter(unit)
      let first: UInt64 = 1 << UInt64(letter)
      let second = first << 26
      if bits & first == 0 {
        bits |= first
      } else if bits & second == 0 {
        bits |= second
      } else {
        bits |= Self.thirds[letter]
      }
    }
    self.bits = bits
  }

  private static func letter(_ unit: UInt16) -> Int {
    switch unit {
    case 0x61...0x7A: Int(unit - 0x61)
    case 0x30...0x39: Int(0x6A - 0x61)  // j
    default: Int(0x7A - 0x61)  // z
    }
  }

  /// The bit of each letter's third occurrence, none for most.
  private static let thirds: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 26)
    for (place, letter) in "anhcotiguers".utf8.enumerated() {
      bits[Int(letter - UInt8(ascii: "a"))] = 1 << UInt64(52 + place)
    }
    return bits
  }()

  /// Whether a name with this bag may have a part with the other one.
  func holds(_ part: LetterBag) -> Bool { bits & part.bits == part.bits }

  /// Never more than the edits between the two names: an edit takes at most one letter out of a bag
  /// and puts at most one in.
  func distanceMin(_ other: LetterBag) -> Int {
    max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
  }

  /// Whether `distanceMin` to every bag between two others, as sets of bits, may be `most` or less.
  ///
  /// Takes bits away instead of counting them, which takes a baseline x86-64 a dozen instructions:
  /// `most` is small when there are many to ask.
  @inline(__always)
  func mayBe(within most: Int, ofBagsFrom common: LetterBag, to any: LetterBag) -> Bool {
    var missing = common.bits & ~bits
    var extra = bits & ~any.bits
    for _ in 0..<most {
      if missing | extra == 0 { return true }
      missing &= missing &- 1
      extra &= extra &- 1
    }
    return missing | extra == 0
  }

  /// Whether `distanceMin` is just this; never true of one that is lower.
  @inline(__always)
  func isApart(_ other: LetterBag, just distance: Int) -> Bool {
    mayBe(within: distance, ofBagsFrom: other, to: other)
      && (distance == 0 || !mayBe(within: distance - 1, ofBagsFrom: other, to: other))
  }
}
