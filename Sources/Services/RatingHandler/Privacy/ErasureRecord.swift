import SingleTable

/// Somebody's wish to be forgotten, kept until every service has done it.
///
///     PK RATING#ERASURE     SK <user>
struct ErasureRecord: Equatable {
  /// Who keeps something of a user.
  enum Keeper: String, CaseIterable, Sendable {
    case ratings = "rating-handler"
    case cooking = "cooking-history"
    case recipes = "ai-suggestion"
    case ingredients = "ingredient-validator"
  }

  let user: String
  /// Milliseconds since 1970; what was rated until then is to be forgotten.
  let at: Int64
  /// Those that have not done it yet.
  var left = Set(Keeper.allCases)
}

extension ErasureRecord: ItemRecord {
  static let partition = RatingKey.prefix + "ERASURE"

  static func key(user: String) -> Key { Key(partition, user) }

  init(_ reader: ItemReader) throws(TableError) {
    user = try reader.string(AttributeName.sort)
    at = Int64(try reader.int("at"))
    left = []
    for name in try reader.strings("left") {
      guard let keeper = Keeper(rawValue: name) else { throw reader.malformed("left", "services") }
      left.insert(keeper)
    }
  }

  func item() -> Item {
    Item(
      Self.key(user: user),
      ["at": .int(at), "left": .strings(left.map(\.rawValue).sorted())]
    )
  }
}
