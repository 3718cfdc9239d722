/// The partitions of the slice; `CookingHistoryStore` says what is in them.
enum CookingKey {
  static let prefix = "COOKING#"

  static func partition(_ user: String) -> String { prefix + user }

  /// GSI1: the favourites of a user.
  static func favorites(of user: String) -> String { "\(prefix)\(user)#FAVORITE" }

  /// GSI2: the sessions of a recipe.
  ///
  /// A recipe's id holds no `#`, so that no two users share such a partition; see `RecipeID`.
  static func recipe(_ recipe: String, of user: String) -> String {
    "\(prefix)\(user)#RECIPE#\(recipe)"
  }
}
