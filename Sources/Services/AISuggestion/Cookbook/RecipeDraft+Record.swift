import Contracts
import RPC
import ServiceKit

extension RecipeDraft {
  /// - Throws: INVALID_ARGUMENT with everything that can be told without knowing the foods.
  func check() throws(RPCError) {
    var list = FieldViolations()
    // Names stand in for ids, so that one set of rules holds for every recipe.
    let record = record(id: "", ingredientIDs: ingredients.indices.map(String.init), .vietnamese)
    RecipeRules.check(record, at: "recipe.", into: &list)
    for (index, ingredient) in ingredients.prefix(RecipeRules.parts.upperBound).enumerated() {
      list.require(
        ingredient.name.utf8.count <= Limits.nameBytesMax,
        "recipe.ingredients[\(index)].name",
        "must be at most \(Limits.nameBytesMax) bytes"
      )
    }
    list.require(title.count >= 2 || title.isEmpty, "recipe.title", "must have 2 characters")
    try list.throwIfAny()
  }

  /// The recipe, with what the ingredient-validator made of the names, in their order.
  ///
  /// Throws INVALID_ARGUMENT for each name that is not understood as one food, or is twice.
  func record(
    id: String,
    ingredients results: [IngredientResult],
    language: Language
  ) throws(RPCError) -> RecipeRecord {
    var list = FieldViolations()
    var seen: Set<String> = []
    var ids: [String] = []
    for (index, result) in results.enumerated() {
      let field = "recipe.ingredients[\(index)].name"
      guard result.status.isGood, let food = result.ingredient else {
        let names = result.suggestions.compactMap { $0.ingredient?.name }
        list.add(
          field,
          names.isEmpty
            ? "'\(result.input)' is not known"
            : "'\(result.input)' is not one food: \(names.joined(separator: ", "))?"
        )
        continue
      }
      list.require(seen.insert(food.id).inserted, field, "must be in a recipe once")
      ids.append(food.id)
    }
    try list.throwIfAny()
    return record(id: id, ingredientIDs: ids, language)
  }

  private func record(
    id: String,
    ingredientIDs: [String],
    _ language: Language
  ) -> RecipeRecord {
    func text(_ words: String) -> LocalizedText {
      language == .english ? LocalizedText(en: words) : LocalizedText(vi: words)
    }
    return RecipeRecord(
      id: id,
      title: text(title),
      description: description.isEmpty ? nil : text(description),
      method: method,
      cuisine: cuisine.lowercased(),
      servings: servings,
      prepMinutes: prepMinutes,
      cookMinutes: cookMinutes,
      difficulty: difficulty,
      ingredients: zip(ingredients, ingredientIDs).map { ingredient, id in
        RecipeRecord.Ingredient(
          ingredientId: id,
          quantity: ingredient.quantity,
          unit: ingredient.unit,
          optional: ingredient.optional,
          note: ingredient.note.isEmpty ? nil : text(ingredient.note)
        )
      },
      steps: steps.map { RecipeRecord.Step(text: text($0.text), minutes: $0.minutes) },
      tags: tags
    )
  }
}
