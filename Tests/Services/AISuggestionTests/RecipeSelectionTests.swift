import Contracts
import Testing

@testable import AISuggestion

struct RecipeSelectionTests {
  private func selection(
    _ having: Set<String>,
    exclusions: Exclusions = Exclusions(),
    taste: RecipeSelection.Taste = .init(),
    minutesMax: Int? = nil
  ) -> RecipeSelection {
    RecipeSelection(
      having: having,
      foods: Kitchen.foods,
      exclusions: exclusions,
      taste: taste,
      minutesMax: minutesMax
    )
  }

  @Test(
    "at least half of the required ingredients must be there; staples and optional ones are free",
    arguments: [
      (needs: ["beef", "tomato"], optional: [], having: ["beef"], isEnough: true),
      (needs: ["beef", "tomato", "onion"], optional: [], having: ["beef"], isEnough: false),
      (needs: ["beef", "tomato", "salt", "water"], optional: [], having: ["beef"], isEnough: true),
      (needs: ["beef"], optional: ["tomato", "onion"], having: ["beef"], isEnough: true),
      (needs: ["beef"], optional: ["tomato"], having: ["tomato"], isEnough: false),
      (needs: ["salt"], optional: [], having: ["salt"], isEnough: false),
    ] as [(needs: [String], optional: [String], having: Set<String>, isEnough: Bool)]
  )
  func coverage(needs: [String], optional: [String], having: Set<String>, isEnough: Bool) {
    let recipe = StoredRecipe.test("a", needs: needs, optional: optional)
    let coverage = Coverage(of: recipe.record, having: having, foods: Kitchen.foods)
    #expect(coverage.isEnough == isEnough)
  }

  @Test("more of what is there comes before better rated")
  func score() {
    let loved = RecipeRatings(version: 1, sum: 50, count: 10)
    let ranked = selection(["beef", "tomato"]).ranked([
      .test("half", needs: ["beef", "onion"], ratings: loved),
      .test("whole", needs: ["beef", "tomato"]),
      .test("loved", needs: ["beef", "tomato"], ratings: loved),
    ])
    #expect(ranked.map(\.recipe.id) == ["loved", "whole", "half"])
  }

  @Test("methods of this call come first, then those of the preferences, then the cuisine")
  func taste() {
    let taste = RecipeSelection.Taste(
      methods: [.soup],
      usualMethods: [.bake],
      cuisine: "thai"
    )
    let ranked = selection(["beef", "tomato"], taste: taste).ranked([
      .test("fried", .fry),
      .test("thai", .fry, cuisine: "thai"),
      .test("baked", .bake),
      .test("soup", .soup),
    ])
    #expect(ranked.map(\.recipe.id) == ["soup", "baked", "thai", "fried"])
  }

  @Test("each recipe is cooked by another method while there is one")
  func diversity() {
    let ranked = selection(["beef", "tomato"]).ranked([
      .test("a", .fry), .test("b", .fry), .test("c", .soup), .test("d", .soup),
    ])
    func chosen(_ count: Int) -> [String] {
      RecipeSelection.choose(count, from: ranked).map(\.recipe.id)
    }
    #expect(chosen(2) == ["a", "c"])
    #expect(chosen(3) == ["a", "c", "b"])
    #expect(chosen(5) == ["a", "c", "b", "d"])
  }

  @Test(
    "titles that are nearly the same in every language are one dish",
    arguments: [
      (LocalizedText(vi: "Gà kho gừng"), LocalizedText(vi: "Ga Kho Gung"), true),
      (
        LocalizedText(vi: "Gà kho gừng", en: "Ginger chicken"),
        LocalizedText(vi: "Cá kho gừng", en: "Ginger fish"), false
      ),
      (LocalizedText(en: "Tomato soup"), LocalizedText(en: "Tomato soups"), true),
      // Similarity of exactly 0.8 is not above it.
      (LocalizedText(en: "abcde"), LocalizedText(en: "abcdX"), false),
      (LocalizedText(vi: "Phở"), LocalizedText(en: "Pho"), false),
    ]
  )
  func nearTitles(left: LocalizedText, right: LocalizedText, isNear: Bool) {
    #expect(FoldedTitle(left).isNear(FoldedTitle(right)) == isNear)
    #expect(FoldedTitle(right).isNear(FoldedTitle(left)) == isNear)
  }

  @Test("a near-duplicate is dropped, the better one stays")
  func duplicates() {
    let ranked = selection(["beef", "tomato"]).ranked([
      .test("a", .fry, title: LocalizedText(vi: "Bò xào cà chua")),
      .test("b", .soup, title: LocalizedText(vi: "Bo xao ca chua")),
      .test("c", .steam, title: LocalizedText(vi: "Bò hấp sả")),
    ])
    #expect(RecipeSelection.choose(3, from: ranked).map(\.recipe.id) == ["a", "c"])
  }

  @Test("slow, unapproved and unrecognised recipes are never suggested")
  func unfit() {
    let ranked = selection(["beef", "tomato"], minutesMax: 20).ranked([
      .test("slow", minutes: 21),
      .test("pending", approval: .pending),
      .test("rejected", approval: .rejected),
      .test("unknown", needs: ["beef", "tomato", "moon_dust"]),
      .test("unknown-optional", needs: ["beef", "tomato"], optional: ["moon_dust"]),
      .test("fit"),
    ])
    #expect(ranked.map(\.recipe.id) == ["fit"])
  }
}

struct ExclusionsTests {
  @Test("an allergy excludes every food of its group", arguments: AllergenGroup.allCases)
  func allergies(group: AllergenGroup) {
    let exclusions = Exclusions(allergens: [group])
    for food in Kitchen.foods.values {
      #expect(exclusions.excludes(food) == food.allergens.contains(group))
    }
  }

  @Test(
    "no recipe of the cookbook slips past an allergy or a diet",
    arguments: AllergenGroup.allCases.dropFirst().map { Exclusions(allergens: [$0]) }
      + Diet.allCases.dropFirst().map { Exclusions(diets: [$0]) }
  )
  func cookbook(exclusions: Exclusions) {
    for record in Kitchen.recipes where exclusions.allow(record, foods: Kitchen.foods) {
      for ingredient in record.ingredients {
        let food = Kitchen.food(ingredient.ingredientId)
        #expect(exclusions.allergens.isDisjoint(with: food.allergens))
        #expect(exclusions.diets.isDisjoint(with: food.excludedDiets))
      }
    }
  }

  @Test("shrimp, its sauce and its Vietnamese name are one group")
  func shrimp() {
    let exclusions = Exclusions(allergens: [.crustacean])
    let named = Kitchen.foods.values.filter { food in
      food.name.en.contains("shrimp") || food.name.vi.contains("tôm")
    }
    #expect(!named.isEmpty)
    for food in named { #expect(exclusions.excludes(food), "\(food.id)") }
  }

  @Test("what nobody knows is not safe, whatever the exclusions")
  func unknown() {
    let record = StoredRecipe.test("a", needs: ["moon_dust"]).record
    #expect(!Exclusions().allow(record, foods: Kitchen.foods))
  }
}
