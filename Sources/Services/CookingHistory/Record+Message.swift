import Contracts
import Protobuf
import RPC

extension CookingSession {
  /// With the recipe when the record was read with its snapshot and `recipe` is wanted.
  init(_ record: SessionRecord, withRecipe: Bool) throws(DecodeError) {
    self.init()
    id = record.id
    recipeId = record.recipeID
    recipeTitle = record.recipeTitle
    status = CookingStatus(record.status)
    startTime = Google_Protobuf_Timestamp(milliseconds: record.startedAt)
    if let end = record.end {
      endTime = Google_Protobuf_Timestamp(milliseconds: end.at)
      minutes = Int32(clamping: end.minutes)
    }
    if withRecipe, let snapshot = record.snapshot {
      recipe = try RecipeSnapshot(decoding: snapshot)
    }
  }
}

extension CookingStatus {
  init(_ status: SessionRecord.Status) {
    switch status {
    case .cooking: self = .cooking
    case .completed: self = .completed
    case .abandoned: self = .abandoned
    }
  }
}

extension SessionRecord.Status {
  /// Nil for all of them.
  ///
  /// - Throws: INVALID_ARGUMENT for a number that the contract has no name for.
  static func filter(_ status: CookingStatus) throws(RPCError) -> Self? {
    switch status {
    case .unspecified: nil
    case .cooking: .cooking
    case .completed: .completed
    case .abandoned: .abandoned
    case .unrecognized:
      throw .invalidArgument(field: "status", "must be a status of the contract, or absent")
    }
  }
}

extension RecipeSnapshot {
  /// What a session keeps of a recipe.
  init(_ recipe: Recipe) {
    self.init()
    recipeId = recipe.id
    title = recipe.title
    method = recipe.method
    servings = recipe.servings
    prepMinutes = recipe.prepMinutes
    cookMinutes = recipe.cookMinutes
    ingredients = recipe.ingredients.map(Ingredient.init)
    steps = recipe.steps.map { step in
      var copy = Step()
      copy.text = step.text
      copy.minutes = step.minutes
      return copy
    }
  }
}

extension RecipeSnapshot.Ingredient {
  init(_ ingredient: RecipeIngredient) {
    self.init()
    ingredientId = ingredient.ingredientId
    name = ingredient.name
    quantity = ingredient.quantity
    unit = ingredient.unit
    optional = ingredient.optional
    note = ingredient.note
  }
}

extension Favorite {
  init(_ record: FavoriteRecord, title: String) {
    self.init()
    recipeId = record.recipeID
    recipeTitle = title
    createTime = Google_Protobuf_Timestamp(milliseconds: record.createdAt)
  }
}

extension CookingStats {
  init(_ counters: CookingCounters, mostCooked: CookedRecipe?) {
    self.init()
    sessionCount = Int32(clamping: counters.sessions)
    completedCount = Int32(clamping: counters.completed)
    abandonedCount = Int32(clamping: counters.abandoned)
    totalMinutes = Int32(clamping: counters.minutes)
    averageMinutes = counters.averageMinutesTenths.map { Double($0) / 10 }
    favoriteCount = Int32(clamping: counters.favorites)
    averageRating = counters.averageRatingTenths.map { Double($0) / 10 }
    ratingCount = Int32(clamping: counters.ratings)
    if let mostCooked {
      var most = MostCooked()
      most.recipeId = mostCooked.recipeID
      most.recipeTitle = mostCooked.title
      most.count = Int32(clamping: mostCooked.count)
      self.mostCooked = most
    }
  }
}

extension Google_Protobuf_Timestamp {
  /// - Parameter milliseconds: since 1970, UTC.
  init(milliseconds: Int64) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    self.init()
    self.seconds = seconds
    self.nanos = Int32(rest) * 1_000_000
  }
}
