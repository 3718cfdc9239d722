import Contracts
import Protobuf
import ServiceKit

/// For whom and in which words things are shown.
struct Reader: Sendable {
  let userID: String
  let language: Language
  let foods: Foods
}

extension SuggestionRecord {
  /// The suggestion as the reader sees it; a recipe that is no longer there is left out.
  func message(recipes: [String: StoredRecipe], for reader: Reader) -> Suggestion {
    Suggestion(
      id: id,
      recipes: choices.compactMap { choice in
        recipes[choice.recipeID].map {
          SuggestedRecipe($0, choice.source, having: Set(foodIDs), for: reader)
        }
      },
      requestedCount: Int32(requestedCount),
      fromCookbook: Int32(fromCookbook),
      fromModel: Int32(fromModel),
      costMicroUsd: costMicroUSD,
      ingredients: results.map { $0.shown(to: reader) },
      warnings: warnings.map { $0.message(for: reader) },
      createTime: Google_Protobuf_Timestamp(seconds: createdSeconds),
      expireTime: Google_Protobuf_Timestamp(seconds: expireSeconds),
      feedback: feedback
    )
  }
}

extension SuggestedRecipe {
  init(
    _ recipe: StoredRecipe,
    _ source: RecipeSource,
    having foodIDs: Set<String>,
    for reader: Reader
  ) {
    let coverage = Coverage(of: recipe.record, having: foodIDs, foods: reader.foods)
    let message = recipe.message(for: reader)
    self.init(
      recipe: message,
      source: source,
      coverage: coverage.share,
      missingIngredients: coverage.missing.map { message.ingredients[$0] }
    )
  }
}

extension WarningRecord {
  func message(for reader: Reader) -> SuggestionWarning {
    SuggestionWarning(
      code: code,
      message: text(foods: reader.foods, language: reader.language),
      ingredient: name
    )
  }
}

extension IngredientResult {
  /// The result in the reader's language, which need not be that of the call that made it.
  func shown(to reader: Reader) -> IngredientResult {
    var result = self
    result.ingredient = ingredient?.shown(to: reader)
    if let food = ingredient, status == .corrected {
      let warning = WarningRecord(code: .ingredientCorrected, name: input, foodID: food.id)
      result.warning = warning.text(foods: reader.foods, language: reader.language)
    }
    result.suggestions = suggestions.map { suggestion in
      var shown = suggestion
      shown.ingredient = suggestion.ingredient?.shown(to: reader)
      return shown
    }
    return result
  }
}

extension Ingredient {
  fileprivate func shown(to reader: Reader) -> Ingredient {
    guard let food = reader.foods[id] else { return self }
    var shown = self
    shown.name = reader.language.pick(vi: food.name.vi, en: food.name.en)
    return shown
  }
}
