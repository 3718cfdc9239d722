import SingleTable

/// What all raters of a recipe think together, and whether it belongs to the cookbook.
///
/// Numbers change by addition alone, so that raters at once never wait for each other.
struct RatingTotals: Equatable {
  var count = 0
  var sum = 0
  /// Ratings with one star, two stars and so on to five.
  var byStars = [0, 0, 0, 0, 0]
  /// Ratings of verified raters other than the author.
  var verifiedCount = 0
  var verifiedSum = 0
  /// Nil while nobody has rated it and no admin has decided.
  var approval: Approval?
  /// Higher with every change; 0 when there was none.
  var version: Int64 = 0

  /// Mean stars in tenths, halves rounded up; nil without a rating.
  var averageTenths: Int? {
    count > 0 ? (20 * sum + count) / (2 * count) : nil
  }
}

/// What a write adds to the totals.
struct RatingChange: Equatable {
  private(set) var count = 0
  private(set) var sum = 0
  private(set) var byStars = [0, 0, 0, 0, 0]
  private(set) var verifiedCount = 0
  private(set) var verifiedSum = 0

  /// The change when a person's rating of a recipe changes; nil is no rating.
  init(from old: RatingRecord?, to new: RatingRecord?) {
    if let old { add(old, -1) }
    if let new { add(new, 1) }
  }

  private mutating func add(_ rating: RatingRecord, _ sign: Int) {
    count += sign
    sum += sign * rating.stars
    byStars[rating.stars - 1] += sign
    guard rating.counts else { return }
    verifiedCount += sign
    verifiedSum += sign * rating.stars
  }
}

extension RatingTotals {
  /// The numbers after a change; the approval stays.
  func adding(_ change: RatingChange) -> RatingTotals {
    var totals = self
    totals.count += change.count
    totals.sum += change.sum
    for (index, delta) in change.byStars.enumerated() { totals.byStars[index] += delta }
    totals.verifiedCount += change.verifiedCount
    totals.verifiedSum += change.verifiedSum
    totals.version += 1
    return totals
  }
}
