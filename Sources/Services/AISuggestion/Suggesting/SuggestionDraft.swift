import Contracts

/// A suggestion while it is made.
struct SuggestionDraft: Sendable {
  let id: String
  let wish: SuggestionWish
  let results: [IngredientResult]
  let foodIDs: [String]
  let chosen: [StoredRecipe]
  var warnings: [WarningRecord]
  /// Generated recipes by the place of their prompt.
  var made: [Int: Made] = [:]
  var costMicroUSD: Int64 = 0

  struct Made: Sendable {
    let recipe: StoredRecipe
    let source: RecipeSource
  }

  /// The cookbook's first, then the others in the order in which they were asked for.
  var recipes: [Made] {
    chosen.map { Made(recipe: $0, source: .cookbook) }
      + made.sorted { $0.key < $1.key }.map(\.value)
  }

  var recipesByID: [String: StoredRecipe] {
    Dictionary(recipes.map { ($0.recipe.id, $0.recipe) }) { first, _ in first }
  }

  func record(userID: String, createdSeconds: Int64) -> SuggestionRecord {
    SuggestionRecord(
      id: id,
      userID: userID,
      requestedCount: wish.count,
      choices: recipes.map { .init(recipeID: $0.recipe.id, source: $0.source) },
      foodIDs: foodIDs,
      costMicroUSD: costMicroUSD,
      results: results,
      warnings: warnings,
      createdSeconds: createdSeconds
    )
  }
}

/// A part of a suggestion that can be told before the whole is there.
enum SuggestionPart: Sendable {
  case ingredients([IngredientResult])
  case recipe(SuggestedRecipe)
  case warning(SuggestionWarning)
}

extension SuggestionDraft {
  func shownResults(to reader: Reader) -> [IngredientResult] {
    results.map { $0.shown(to: reader) }
  }

  func suggested(
    _ recipe: StoredRecipe,
    _ source: RecipeSource,
    for reader: Reader
  ) -> SuggestedRecipe {
    SuggestedRecipe(recipe, source, having: Set(foodIDs), for: reader)
  }
}
