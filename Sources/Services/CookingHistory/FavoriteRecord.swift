import SingleTable

/// A recipe that a user wants to find again.
struct FavoriteRecord: Equatable {
  static let countMax = 1000

  let user: String
  let recipeID: String
  /// What the dish was called when it became a favourite, in `language`.
  let recipeTitle: String
  /// `vi` or `en`.
  let language: String
  /// Milliseconds since 1970.
  let createdAt: Int64
}

extension FavoriteRecord: ItemRecord {
  static func key(user: String, recipe: String) -> Key {
    Key(CookingKey.partition(user), "FAVORITE#\(recipe)")
  }

  init(_ reader: ItemReader) throws(TableError) {
    user = try reader.string("user")
    recipeID = try reader.string("recipe")
    recipeTitle = try reader.string("title")
    language = try reader.string("language")
    createdAt = Int64(try reader.int("createdAt"))
  }

  func item() -> Item {
    var item = Item(Self.key(user: user, recipe: recipeID))
    item["user"] = .string(user)
    item["recipe"] = .string(recipeID)
    item["title"] = .string(recipeTitle)
    item["language"] = .string(language)
    item["createdAt"] = .int(createdAt)
    item.setIndex(
      .gsi1,
      partition: CookingKey.favorites(of: user),
      sort: "\(createdAt.sortable)#\(recipeID)"
    )
    return item
  }
}

extension Int64 {
  /// Sorts as text: milliseconds since 1970 in 15 digits, enough for 30,000 years.
  fileprivate var sortable: String {
    let digits = String(Swift.max(self, 0))
    return String(repeating: "0", count: Swift.max(0, 15 - digits.utf8.count)) + digits
  }
}
