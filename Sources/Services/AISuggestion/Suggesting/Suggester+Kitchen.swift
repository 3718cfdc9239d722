import Contracts

/// What is there to cook with, and what the cookbook makes of it.
extension Suggester {
  /// The caller's foods, apart from those that must not be eaten.
  struct Kitchen {
    var foods: Foods
    let usable: [Food]
    let staples: [Food]
    let exclusions: Exclusions
    let warnings: [WarningRecord]
  }

  func kitchen(
    _ understood: UnderstoodNames,
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord
  ) async throws -> Kitchen {
    let exclusions = profile.exclusions.union(
      Exclusions(allergens: Set(wish.allergies), diets: Set(wish.diets))
    )
    _ = try await catalogue.foods(including: Dish.stapleIDs)
    let foods = try await catalogue.foods(including: understood.foodIDs, certain: true)
    let (usable, excluded) = understood.foodIDs.reduce(into: ([Food](), [String]())) { split, id in
      if let food = foods[id], !exclusions.excludes(food) {
        split.0.append(food)
      } else {
        split.1.append(id)
      }
    }
    return Kitchen(
      foods: foods,
      usable: usable,
      staples: Dish.stapleIDs.compactMap { foods[$0] }.filter {
        $0.isStaple && !exclusions.excludes($0)
      },
      exclusions: exclusions,
      warnings: excluded.map { WarningRecord(code: .ingredientExcluded, foodID: $0) }
    )
  }

  func fromCookbook(
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord,
    _ kitchen: inout Kitchen
  ) async throws -> [RecipeCandidate] {
    // Every recipe uses staples: they find nothing and do not count.
    let telling = kitchen.usable.filter { !$0.isStaple }.map(\.id)
    let recipes = try await search.recipes(withAnyOf: telling)
    let used = recipes.lazy.flatMap { $0.record.ingredients.lazy.map(\.ingredientId) }
    kitchen.foods = try await catalogue.foods(including: used)
    let selection = RecipeSelection(
      having: Set(kitchen.usable.map(\.id)),
      foods: kitchen.foods,
      exclusions: kitchen.exclusions,
      taste: taste(wish, profile),
      minutesMax: wish.minutesMax
    )
    let ranked = selection.ranked(recipes)
    var words: FoodWords?
    if !kitchen.exclusions.isEmpty, ranked.contains(where: \.recipe.origin.writesFreely) {
      // Without them such recipes are left out, and the others are still an answer.
      words = try? await catalogue.words()
    }
    return RecipeSelection.choose(wish.count, from: ranked) {
      selection.allowsTexts(of: $0.recipe, words: words)
    }
  }

  func taste(
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord
  ) -> RecipeSelection.Taste {
    .init(
      methods: Set(wish.methods),
      usualMethods: Set(profile.preferences.preferredMethods),
      cuisine: wish.cuisine,
      usualCuisines: Set(profile.preferences.preferredCuisines)
    )
  }
}
