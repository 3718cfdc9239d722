import VietnameseText

/// How often a name has each letter, in one word: a lower bound of distances in a few instructions.
///
/// Each letter has a bit for its first and one for its second occurrence; the twelve that names
/// repeat most have a third. A count above that, and digits and letters of other scripts, which
/// share the places of rare letters, only make the bound lower.
struct LetterBag: Equatable {
  let bits: UInt64
  /// Of its bits, so that a distance takes one count instead of two.
  private let count: Int

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
    count = bits.nonzeroBitCount
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
  @inline(__always)
  func distanceMin(_ other: LetterBag) -> Int {
    let missing = (bits & ~other.bits).nonzeroBitCount
    return max(missing, missing + other.count - count)
  }

  /// Whether `distanceMin` to a bag with at least the `common` and at most `any` of the bits may be
  /// `most` or less.
  @inline(__always)
  func mayBe(within most: Int, of common: UInt64, _ any: UInt64) -> Bool {
    (common & ~bits).nonzeroBitCount <= most && (bits & ~any).nonzeroBitCount <= most
  }
}
