import SingleTable

/// The partitions of the slice; `RatingStore` says what is in them.
enum RatingKey {
  static let prefix = "RATING#"

  static func partition(_ recipe: String) -> String { prefix + recipe }

  static func totals(_ recipe: String) -> Key { Key(partition(recipe), "STATS") }

  /// GSI1: the ratings of a user.
  static func ratings(of user: String) -> String { "\(prefix)USER#\(user)" }

  static func outbox(_ shard: Int) -> String { "\(prefix)OUTBOX#\(shard)" }

  /// Sorts as text: milliseconds since 1970 in 15 digits, enough for 30,000 years.
  static func sortable(_ milliseconds: Int64) -> String {
    let digits = String(max(milliseconds, 0))
    return String(repeating: "0", count: max(0, 15 - digits.utf8.count)) + digits
  }
}
