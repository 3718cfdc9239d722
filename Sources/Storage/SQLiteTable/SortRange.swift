import SingleTable

/// A sort condition and a start key as one range of sort key bytes.
struct SortRange {
  struct Bound {
    let bytes: [UInt8]
    var isInclusive: Bool
  }

  private(set) var lower: Bound?
  private(set) var upper: Bound?

  init(_ condition: SortCondition?) {
    switch condition {
    case nil: break
    case .equal(let text)?:
      lower = Bound(bytes: Array(text.utf8), isInclusive: true)
      upper = lower
    case .less(let text)?: upper = Bound(bytes: Array(text.utf8), isInclusive: false)
    case .lessOrEqual(let text)?: upper = Bound(bytes: Array(text.utf8), isInclusive: true)
    case .greater(let text)?: lower = Bound(bytes: Array(text.utf8), isInclusive: false)
    case .greaterOrEqual(let text)?: lower = Bound(bytes: Array(text.utf8), isInclusive: true)
    case .between(let low, let high)?:
      lower = Bound(bytes: Array(low.utf8), isInclusive: true)
      upper = Bound(bytes: Array(high.utf8), isInclusive: true)
    case .beginsWith(let prefix)?:
      lower = Bound(bytes: Array(prefix.utf8), isInclusive: true)
      // No UTF-8 text holds the byte 0xFF, so this is past every text with the prefix.
      upper = Bound(bytes: Array(prefix.utf8) + [0xFF], isInclusive: false)
    }
  }

  /// Whether a page that starts after `sort` can still be narrowed by it: when it is inside.
  func contains(_ sort: [UInt8]) -> Bool {
    if let lower {
      if sort.lexicographicallyPrecedes(lower.bytes) { return false }
      if !lower.isInclusive, sort == lower.bytes { return false }
    }
    if let upper {
      if upper.bytes.lexicographicallyPrecedes(sort) { return false }
      if !upper.isInclusive, sort == upper.bytes { return false }
    }
    return true
  }
}
