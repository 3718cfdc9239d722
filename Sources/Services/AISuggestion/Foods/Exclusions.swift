import Contracts

/// What somebody must not or will not eat.
///
/// Decided on the ids of foods and their groups, never on words; a food that is not known is
/// excluded, because nobody can say that it is safe.
struct Exclusions: Sendable, Equatable {
  var allergens: Set<AllergenGroup> = []
  var diets: Set<Diet> = []
  var avoidedIDs: Set<String> = []

  func excludes(_ food: Food) -> Bool {
    !allergens.isDisjoint(with: food.allergens) || !diets.isDisjoint(with: food.excludedDiets)
      || avoidedIDs.contains(food.id)
  }

  /// Whether every ingredient, optional ones too, is known and not excluded.
  func allow(_ record: RecipeRecord, foods: Foods) -> Bool {
    record.ingredients.allSatisfy { ingredient in
      guard let food = foods[ingredient.ingredientId] else { return false }
      return !excludes(food)
    }
  }

  var isEmpty: Bool { allergens.isEmpty && diets.isEmpty && avoidedIDs.isEmpty }

  /// Whether no text of the recipe speaks of a food that is excluded.
  func allowTexts(of record: RecipeRecord, words: FoodWords) -> Bool {
    ModelText.texts(record).allSatisfy { text in
      !words.foods(in: text).contains(where: excludes)
    }
  }

  func union(_ other: Exclusions) -> Exclusions {
    Exclusions(
      allergens: allergens.union(other.allergens),
      diets: diets.union(other.diets),
      avoidedIDs: avoidedIDs.union(other.avoidedIDs)
    )
  }
}
