import SingleTable

/// What a query's SQL depends on; one prepared statement each.
struct QueryShape: Hashable {
  enum Bound: Hashable {
    case none
    case inclusive
    case exclusive
    /// Past one item of an index, whose sort key others may share.
    case pastItem
  }

  let index: Index
  let isReversed: Bool
  var lower: Bound
  var upper: Bound

  /// Columns are pk, sk and body; parameters are in `Parameter`.
  var sql: String {
    let (partition, sort) =
      index == .base ? ("pk", "sk") : ("gsi\(index.rawValue)pk", "gsi\(index.rawValue)sk")
    let columns = index == .base ? "sk" : "\(sort), pk, sk"
    let order = columns.split(separator: ", ").map { isReversed ? "\($0) DESC" : "\($0)" }
    return """
      SELECT pk, sk, body FROM item \(index == .base ? "" : "INDEXED BY gsi\(index.rawValue)")
      WHERE \(partition) = ?1 AND (ttl IS NULL OR ttl > ?2)
      \(clause(lower, ">", sort, "?3")) \(clause(upper, "<", sort, "?4"))
      ORDER BY \(order.joined(separator: ", "))
      """
  }

  private func clause(
    _ bound: Bound,
    _ comparator: String,
    _ sort: String,
    _ parameter: String
  ) -> String {
    switch bound {
    case .none: ""
    case .inclusive: "AND \(sort) \(comparator)= \(parameter)"
    case .exclusive: "AND \(sort) \(comparator) \(parameter)"
    case .pastItem: "AND (\(sort), pk, sk) \(comparator) (\(parameter), ?5, ?6)"
    }
  }

  enum Parameter {
    static let partition: Int32 = 1
    static let now: Int32 = 2
    static let lower: Int32 = 3
    static let upper: Int32 = 4
    static let startPartition: Int32 = 5
    static let startSort: Int32 = 6
  }
}

extension QueryShape {
  init(_ query: Query, range: SortRange) {
    self.init(
      index: query.index,
      isReversed: query.isReversed,
      lower: range.lower.map { $0.isInclusive ? .inclusive : .exclusive } ?? .none,
      upper: range.upper.map { $0.isInclusive ? .inclusive : .exclusive } ?? .none
    )
  }

  /// Replaces the bound at which the query starts by the start key.
  mutating func start() {
    let past: Bound = index == .base ? .exclusive : .pastItem
    if isReversed { upper = past } else { lower = past }
  }
}
