import VietnameseText

/// Which letters a name has, once and twice, in one word: a lower bound of distances in three
/// instructions.
struct LetterBag {
  private let bits: UInt64

  init(_ units: some Sequence<UInt16>) {
    var bits: UInt64 = 0
    for unit in units where unit != FoldedName.space {
      let slot: UInt64 =
        switch unit {
        case 0x61...0x7A: UInt64(unit - 0x61)
        case 0x30...0x39: 26 + UInt64(unit & 3)
        default: 30
        }
      bits |= bits & (1 << slot) == 0 ? 1 << slot : 1 << (slot + 32)
    }
    self.bits = bits
  }

  /// Whether a name with this bag may have a part with the other one.
  func holds(_ part: LetterBag) -> Bool { bits & part.bits == part.bits }

  /// Never more than the edits between the two names: an edit takes at most one letter out of a bag
  /// and puts at most one in.
  func distanceMin(_ other: LetterBag) -> Int {
    max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
  }
}
