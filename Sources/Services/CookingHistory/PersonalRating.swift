import SingleTable

/// What a user thinks of a recipe, as the rating service last told it.
struct PersonalRating: Equatable {
  let user: String
  let recipeID: String
  /// 1 to 5; nil when the rating was taken back, and kept to know the version.
  let stars: Int?
  /// Higher with every change.
  let version: Int64

  /// Whether this news is newer than what is known.
  func supersedes(_ known: PersonalRating?) -> Bool {
    known.map { version > $0.version } ?? true
  }
}

extension PersonalRating: ItemRecord {
  static func key(user: String, recipe: String) -> Key {
    Key(CookingKey.partition(user), "RATING#\(recipe)")
  }

  init(_ reader: ItemReader) throws(TableError) {
    user = try reader.string("user")
    recipeID = try reader.string("recipe")
    stars = try reader.optionalInt("stars")
    version = Int64(try reader.int(AttributeName.version))
  }

  func item() -> Item {
    var item = Item(Self.key(user: user, recipe: recipeID))
    item["user"] = .string(user)
    item["recipe"] = .string(recipeID)
    item["stars"] = stars.map { .int($0) }
    item[AttributeName.version] = .int(version)
    return item
  }
}
