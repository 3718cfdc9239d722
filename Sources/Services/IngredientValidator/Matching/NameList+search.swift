import VietnameseText

/// How well a name answers a search while it is being typed; the lower the better.
///
///     | place 4 bits | marks 1 | alias 1 | cost or length 24 |
struct SearchRank: Comparable, Sendable {
  let bits: UInt32

  enum Place: UInt32 {
    case whole, beginning, word, inside, near
  }

  init(_ place: Place, marksDiffer: Bool, isAlias: Bool, length: Int) {
    bits =
      place.rawValue << 26 | (marksDiffer ? 1 << 25 : 0) | (isAlias ? 1 << 24 : 0)
      | UInt32(min(length, 0xFF_FFFF))
  }

  init(bits: UInt32) { self.bits = bits }

  static func < (left: SearchRank, right: SearchRank) -> Bool { left.bits < right.bits }
}

extension NameList {
  /// The best rank of each food that has a name with `part` in it.
  func containing(_ part: FoldedName) -> [Int32: SearchRank] {
    var ranks: [Int32: SearchRank] = [:]
    let bag = LetterBag(part.units)
    for entry in entries(ofLengthFrom: part.units.count) where bags[entry].holds(bag) {
      let range = starts[entry]..<starts[entry + 1]
      guard let found = place(of: part, in: range) else { continue }
      let rank = SearchRank(
        found.place,
        marksDiffer: found.marksDiffer,
        isAlias: areAliases[entry],
        length: range.count
      )
      let food = foods[entry]
      if let known = ranks[food], known <= rank { continue }
      ranks[food] = rank
    }
    return ranks
  }

  /// The best place where the name has the part: at its beginning rather than inside a word.
  private func place(
    of part: FoldedName,
    in range: Range<Int>
  ) -> (place: SearchRank.Place, marksDiffer: Bool)? {
    var inside: (SearchRank.Place, Bool)?
    for start in range.lowerBound...(range.upperBound - part.units.count)
    where has(part, at: start) {
      let place: SearchRank.Place =
        if start == range.lowerBound {
          part.units.count == range.count ? .whole : .beginning
        } else {
          units[start - 1] == FoldedName.space ? .word : .inside
        }
      let found = (place, marksDiffer(part, at: start))
      if place != .inside { return found }
      if inside == nil { inside = found }
    }
    return inside
  }

  private func has(_ part: FoldedName, at start: Int) -> Bool {
    for index in part.units.indices where units[start + index] != part.units[index] {
      return false
    }
    return true
  }

  private func marksDiffer(_ part: FoldedName, at start: Int) -> Bool {
    guard part.hasMarks else { return false }
    return part.marks.indices.contains { !part.marks[$0].isPart(of: marks[start + $0]) }
  }
}
