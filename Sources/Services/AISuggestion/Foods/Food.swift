import Contracts

/// What suggesting and showing recipes has to know of a food; the ingredient-validator owns it.
struct Food: Sendable, Equatable {
  let id: String
  let name: LocalizedText
  let category: IngredientCategory
  let allergens: Set<AllergenGroup>
  /// Diets that it is not fit for.
  let excludedDiets: Set<Diet>
  /// In every kitchen: a recipe may use it although nobody named it.
  let isStaple: Bool
  /// Other names, in both languages.
  var aliases: [String] = []
}

/// Foods by id.
typealias Foods = [String: Food]

extension Food {
  init(_ record: IngredientRecord) {
    self.init(
      id: record.id,
      name: record.name ?? LocalizedText(),
      category: record.category,
      allergens: Set(record.allergenGroups),
      excludedDiets: Set(record.excludedDiets),
      isStaple: record.staple,
      aliases: record.aliases
    )
  }
}
