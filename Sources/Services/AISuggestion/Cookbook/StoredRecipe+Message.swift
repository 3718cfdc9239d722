import Contracts
import Protobuf
import ServiceKit

extension StoredRecipe {
  /// The recipe as the reader sees it.
  ///
  /// An ingredient that is not a known food may be anything: the recipe then counts as unfit for
  /// every allergy and diet.
  func message(for reader: Reader) -> Recipe {
    let language = reader.language
    var allergens: Set<AllergenGroup> = []
    var diets: Set<Diet> = []
    for ingredient in record.ingredients {
      if let food = reader.foods[ingredient.ingredientId] {
        allergens.formUnion(food.allergens)
        diets.formUnion(food.excludedDiets)
      } else {
        allergens.formUnion(AllergenGroup.allCases.dropFirst())
        diets.formUnion(Diet.allCases.dropFirst())
      }
    }
    return Recipe(
      id: id,
      title: language.pick(record.title),
      description: language.pick(record.description),
      method: record.method,
      cuisine: record.cuisine,
      servings: record.servings,
      prepMinutes: record.prepMinutes,
      cookMinutes: record.cookMinutes,
      difficulty: record.difficulty,
      ingredients: record.ingredients.map { $0.message(for: reader) },
      steps: record.steps.map { RecipeStep(text: language.pick($0.text), minutes: $0.minutes) },
      tags: record.tags,
      origin: origin,
      approval: approval,
      averageRating: ratings.average,
      ratingCount: Int32(clamping: ratings.count),
      allergenGroups: allergens.sorted { $0.rawValue < $1.rawValue },
      excludedDiets: diets.sorted { $0.rawValue < $1.rawValue },
      mine: isBy(reader.userID),
      createTime: Google_Protobuf_Timestamp(seconds: createdSeconds)
    )
  }

  func summary(_ language: Language) -> RecipeSummary {
    RecipeSummary(
      id: id,
      title: language.pick(record.title),
      method: record.method,
      cuisine: record.cuisine,
      servings: record.servings,
      prepMinutes: record.prepMinutes,
      cookMinutes: record.cookMinutes,
      difficulty: record.difficulty,
      averageRating: ratings.average,
      ratingCount: Int32(clamping: ratings.count)
    )
  }

  /// For other services: in both languages, with what they alone may know.
  var entry: BatchGetRecipesResponse.Entry {
    .init(record: record, origin: origin, authorId: authorID, approval: approval)
  }
}

extension RecipeRecord.Ingredient {
  fileprivate func message(for reader: Reader) -> RecipeIngredient {
    RecipeIngredient(
      ingredientId: ingredientId,
      name: reader.foods[ingredientId].map { reader.language.pick($0.name) } ?? ingredientId,
      quantity: quantity,
      unit: unit,
      optional: optional,
      note: reader.language.pick(note)
    )
  }
}

extension Language {
  func pick(_ text: LocalizedText?) -> String { pick(vi: text?.vi ?? "", en: text?.en ?? "") }
}
