import Contracts
import RPC
import Testing

@testable import AISuggestion

struct LocalRecipeModelTests {
  private static let kitchens: [[String]] = [
    ["beef", "tomato", "onion"],
    ["tilapia", "ginger", "spring_onion"],
    ["tofu", "tomato"],
    ["garlic", "chili"],
    ["rice"],
    ["salt", "water"],
    ["beef", "shrimp", "tofu", "tomato", "onion", "garlic", "ginger", "chili", "lime", "rice"],
  ]

  @Test("every method gives a recipe that is fit, for any kitchen", arguments: kitchens)
  func fit(kitchen: [String]) throws {
    for method in CookingMethod.known {
      for seed in 0..<8 as Range<UInt64> {
        let prompt = Kitchen.prompt(kitchen, method, seed: seed)
        let record = try #require(LocalRecipeModel.record(for: prompt))
        #expect(ModelAnswerCheck.fault(of: record, for: prompt, words: nil) == nil)
        #expect(record.ingredients.count >= kitchen.count)
      }
    }
  }

  @Test("every text is there in both languages, with nothing left to fill in", arguments: kitchens)
  func texts(kitchen: [String]) throws {
    for method in CookingMethod.known {
      let record = try #require(LocalRecipeModel.record(for: Kitchen.prompt(kitchen, method)))
      let texts = [record.title, record.description] + record.steps.map(\.text)
      for text in texts {
        for words in [text?.vi ?? "", text?.en ?? ""] {
          #expect(!words.isEmpty)
          #expect(!words.contains("%") && !words.contains("  ") && !words.contains(" ."))
          #expect(words.first?.isUppercase == true, "\(words)")
        }
      }
      let minutes = record.steps.reduce(0) { $0 + $1.minutes }
      #expect(minutes <= record.prepMinutes + record.cookMinutes)
    }
  }

  @Test("the same prompt gives the same recipe, another seed may give another")
  func deterministic() {
    let recipes = (0..<16 as Range<UInt64>).map { seed in
      LocalRecipeModel.record(for: Kitchen.prompt(["beef", "tomato"], seed: seed))
    }
    let again = (0..<16 as Range<UInt64>).map { seed in
      LocalRecipeModel.record(for: Kitchen.prompt(["beef", "tomato"], seed: seed))
    }
    #expect(recipes == again)
    #expect(recipes.contains { $0 != recipes[0] })
  }

  @Test("the answer says that it is local and costs nothing")
  func source() async throws {
    let answer = try await LocalRecipeModel().compose(
      Kitchen.prompt(["beef", "tomato"]),
      until: .after(.seconds(1))
    )
    #expect(answer.source == .modelLocal)
    #expect(answer.costMicroUSD == 0)
  }

  @Test("a dish is named after its meat, what goes with it and its method")
  func title() {
    let record = LocalRecipeModel.record(for: Kitchen.prompt(["tomato", "ginger", "beef"], .soup))
    #expect(record?.title?.vi == "Canh bò nấu cà chua và gừng")
    #expect(record?.title?.en == "Beef soup with tomato and ginger")
  }

  @Test("nothing gives no recipe")
  func nothing() {
    #expect(LocalRecipeModel.record(for: Kitchen.prompt([])) == nil)
  }

  @Test(
    "somebody allergic never gets the allergen, not even as a seasoning",
    arguments: AllergenGroup.allCases.dropFirst().map { Exclusions(allergens: [$0]) }
      + Diet.allCases.dropFirst().map { Exclusions(diets: [$0]) }
  )
  func allergies(exclusions: Exclusions) {
    for method in CookingMethod.known {
      let prompt = Kitchen.prompt(Self.kitchens[6], method, exclusions: exclusions)
      guard let record = LocalRecipeModel.record(for: prompt) else { continue }
      #expect(exclusions.allow(record, foods: Kitchen.foods))
    }
  }
}

struct ModelAnswerCheckTests {
  typealias Fault = ModelAnswerCheck.Fault

  private static let changes: [(fault: Fault, change: @Sendable (inout RecipeRecord) -> Void)] = [
    (.otherMethod, { $0.method = .bake }),
    (.tooSlow, { $0.cookMinutes = 61 }),
    (.malformed, { $0.steps = [] }),
    (.malformed, { $0.title = nil }),
    (.malformed, { $0.ingredients[0].quantity = .nan }),
    (.malformed, { $0.ingredients[0].unit = "lump" }),
    (.foreignIngredient, { $0.ingredients[0].ingredientId = "pork_belly" }),
    (.foreignIngredient, { $0.ingredients[0].ingredientId = "moon_dust" }),
    (.excludedIngredient, { $0.ingredients[0].ingredientId = "shrimp" }),
  ]

  @Test("what a model must not answer is dropped by cause", arguments: changes.indices)
  func faults(index: Int) throws {
    let prompt = RecipePrompt(
      foods: ["beef", "tomato", "shrimp"].map(Kitchen.food),
      staples: Kitchen.staples,
      method: .stirFry,
      exclusions: Exclusions(allergens: [.crustacean]),
      minutesMax: 60,
      seed: 1
    )
    var record = try #require(
      LocalRecipeModel.record(for: Kitchen.prompt(["beef", "tomato"]))
    )
    #expect(ModelAnswerCheck.fault(of: record, for: prompt, words: nil) == nil)
    Self.changes[index].change(&record)
    let fault = ModelAnswerCheck.fault(of: record, for: prompt, words: nil)
    #expect(fault == Self.changes[index].fault)
  }
}
