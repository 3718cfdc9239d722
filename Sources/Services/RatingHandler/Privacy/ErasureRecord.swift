import SingleTable

/// Somebody's wish to be forgotten, kept until every service has done it, and until those that find
/// by an index what they keep have looked once more.
///
///     PK RATING#ERASURE     SK <user>
struct ErasureRecord: Equatable {
  /// Who keeps something of a user.
  enum Keeper: String, CaseIterable, Sendable {
    case ratings = "rating-handler"
    case cooking = "cooking-history"
    case recipes = "ai-suggestion"
    case ingredients = "ingredient-validator"

    /// Those that find by an index what they keep.
    static let indexed: Set<Keeper> = [.ratings, .recipes, .ingredients]
  }

  let user: String
  /// Milliseconds since 1970; what was rated until then is to be forgotten.
  let at: Int64
  /// Those that have not done it yet.
  var left = Set(Keeper.allCases)
  /// When all had done it; nil before.
  ///
  /// The second look forgets nothing that was made after it.
  var doneAt: Int64?
}

extension ErasureRecord {
  /// What is still to be done of it; nil when nothing is.
  func rest(at now: Int64) -> ErasureRecord? {
    guard left.isEmpty else { return self }
    guard doneAt == nil else { return nil }
    return ErasureRecord(user: user, at: at, left: Keeper.indexed, doneAt: now)
  }

  /// Whether the indexes list by now all that the next look is for.
  func isDue(at now: Int64) -> Bool {
    guard let doneAt else { return true }
    return now >= doneAt + Int64(ErasureLimits.indexLag / .milliseconds(1))
  }

  /// Holds while the table has this wish, at this stage.
  var stands: Condition {
    .equal("at", .int(at)) && (doneAt.map { .equal("doneAt", .int($0)) } ?? .notExists("doneAt"))
  }
}

extension ErasureRecord: ItemRecord {
  static let partition = RatingKey.prefix + "ERASURE"

  static func key(user: String) -> Key { Key(partition, user) }

  init(_ reader: ItemReader) throws(TableError) {
    user = try reader.string(AttributeName.sort)
    at = Int64(try reader.int("at"))
    doneAt = try reader.optionalInt("doneAt").map { Int64($0) }
    left = []
    for name in try reader.strings("left") {
      guard let keeper = Keeper(rawValue: name) else { throw reader.malformed("left", "services") }
      left.insert(keeper)
    }
  }

  func item() -> Item {
    var item = Item(
      Self.key(user: user),
      ["at": .int(at), "left": .strings(left.map(\.rawValue).sorted())]
    )
    item["doneAt"] = doneAt.map { .int($0) }
    return item
  }
}
