import SingleTable

/// How often, and when last, a user has completed a recipe.
struct CookedRecipe: Equatable {
  let recipeID: String
  /// What the dish was called the last time.
  let title: String
  /// Completed sessions, above 0.
  let count: Int
  /// End of the latest one, milliseconds since 1970.
  let lastAt: Int64

  /// The one that was completed most often; of several, the latest.
  static func most(of recipes: some Sequence<CookedRecipe>) -> CookedRecipe? {
    recipes.max { left, right in
      (left.count, left.lastAt, left.recipeID) < (right.count, right.lastAt, right.recipeID)
    }
  }
}

extension CookedRecipe {
  static let sortPrefix = "COOKED#"

  static func key(user: String, recipe: String) -> Key {
    Key(CookingKey.partition(user), sortPrefix + recipe)
  }

  init(_ reader: ItemReader) throws(TableError) {
    recipeID = try reader.string("recipe")
    title = try reader.string("title")
    count = try reader.int("count")
    lastAt = Int64(try reader.int("lastAt"))
  }
}

// MARK: - What changes it

extension CookedRecipe {
  /// Counts a completed session once more.
  ///
  /// `current` is what was read; the condition holds as long as the latest end is still on the side
  /// of this one where it was seen.
  static func count(_ session: SessionRecord, at end: Int64, over current: CookedRecipe?) -> Write {
    let key = key(user: session.user, recipe: session.recipeID)
    let counted = Update().add("count", 1)
    if let current, current.lastAt > end {
      return .update(key, counted, if: .greater("lastAt", .int(end)))
    }
    return .update(
      key,
      counted.set("recipe", .string(session.recipeID)).set("title", .string(session.recipeTitle))
        .set("lastAt", .int(end)),
      if: .notExists("lastAt") || .lessOrEqual("lastAt", .int(end))
    )
  }

  /// Takes a completed session back; `previousEnd` is the latest end of the others.
  func uncount(user: String, previousEnd: Int64?) -> Write {
    let key = Self.key(user: user, recipe: recipeID)
    let asRead = Condition.equal("count", .int(count)) && .equal("lastAt", .int(lastAt))
    guard count > 1, let previousEnd else { return .delete(key, if: asRead) }
    return .update(key, Update().add("count", -1).set("lastAt", .int(previousEnd)), if: asRead)
  }
}
