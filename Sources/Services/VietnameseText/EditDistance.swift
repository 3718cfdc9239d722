/// Edits from one name to others: insertions, deletions, substitutions and swaps of neighbours, no
/// place edited twice (Damerau-Levenshtein, optimal string alignment).
///
/// Bit-parallel, one step for each letter of the other name (Hyyrö 2003, "A bit-vector algorithm
/// for computing Levenshtein and Damerau edit distances"): bit i of a vector stands for letter i of
/// the pattern.
package struct EditDistance {
  package let pattern: [UInt16]
  /// Where each unit stands in the pattern: ASCII by value, the rest in a list.
  private var places = [UInt64](repeating: 0, count: 128)
  private var otherPlaces: [(unit: UInt16, places: UInt64)] = []

  /// Letters that fit a vector.
  package static let patternMax = 64

  package init(to pattern: [UInt16]) {
    self.pattern = pattern
    guard pattern.count <= Self.patternMax else { return }
    for (index, unit) in pattern.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      if unit < 128 {
        places[Int(unit)] |= bit
      } else if let known = otherPlaces.firstIndex(where: { $0.unit == unit }) {
        otherPlaces[known].places |= bit
      } else {
        otherPlaces.append((unit, bit))
      }
    }
  }

  /// The distance to `name`, or nil when it is more than `most`.
  package func distance(_ name: Span<UInt16>, atMost most: Int) -> Int? {
    guard pattern.count <= Self.patternMax, !pattern.isEmpty else {
      let distance = Self.byTable(pattern.span, name)
      return distance <= most ? distance : nil
    }
    let last: UInt64 = 1 << UInt64(pattern.count - 1)
    var (rises, falls, zeros, before): (UInt64, UInt64, UInt64, UInt64) = (.max, 0, 0, 0)
    var distance = pattern.count
    for index in name.indices {
      let unit = name[index]
      let equal = unit < 128 ? places[Int(unit)] : placesOfOther(unit)
      let swaps = ((~zeros & equal) << 1) & before
      zeros = (((equal & rises) &+ rises) ^ rises) | equal | falls | swaps
      let up = falls | ~(zeros | rises)
      let down = zeros & rises
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      // Every letter left can lower the distance by one at most.
      if distance - (name.count - 1 - index) > most { return nil }
      let upNext = up << 1 | 1
      rises = down << 1 | ~(zeros | upNext)
      falls = zeros & upNext
      before = equal
    }
    return distance <= most ? distance : nil
  }

  private func placesOfOther(_ unit: UInt16) -> UInt64 {
    otherPlaces.first { $0.unit == unit }?.places ?? 0
  }

  /// The textbook table, for patterns that fit no vector.
  package static func byTable(_ left: Span<UInt16>, _ right: Span<UInt16>) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in left.indices {
      row[0] = i + 1
      for j in right.indices {
        let same = left[i] == right[j]
        var best = min(last[j + 1], row[j]) + 1
        best = min(best, last[j] + (same ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row[j + 1] = best
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count]
  }
}
