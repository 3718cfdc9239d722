import Contracts
import RPC
import ServiceKit
import SingleTable
import Testing

@testable import AISuggestion

struct SuggestTests {
  /// Five dishes of beef and tomato, two of which cannot be told apart by method.
  private static let cookbook: [StoredRecipe] = [
    .test("soup", .soup), .test("fry", .fry), .test("steam", .steam),
    .test("grill", .grill), .test("bake", .bake),
  ]

  @Test(
    "vector 1: cookbook and model share the answer as the mix says",
    arguments: [
      (asked: 3, found: 5, cookbook: 3, model: 0), (asked: 5, found: 2, cookbook: 2, model: 3),
      (asked: 5, found: 0, cookbook: 0, model: 5), (asked: 3, found: 2, cookbook: 2, model: 1),
    ] as [(asked: Int32, found: Int, cookbook: Int32, model: Int32)]
  )
  func vector1(asked: Int32, found: Int, cookbook: Int32, model: Int32) async throws {
    let test = try await TestService(recipes: Array(Self.cookbook.prefix(found)))
    let suggestion = try await test.suggest(["beef", "tomato"], asked)
    #expect(suggestion.fromCookbook == cookbook)
    #expect(suggestion.fromModel == model)
    #expect(suggestion.recipes.count == Int(asked))
    #expect(suggestion.costMicroUsd == 0)
    let methods = Set(suggestion.recipes.compactMap(\.recipe?.method))
    #expect(methods.count == Int(asked), "each by another method")
    #expect(suggestion.warnings.isEmpty)
    let sources = suggestion.recipes.map(\.source)
    #expect(sources.filter { $0 == .cookbook }.count == Int(cookbook))
    #expect(sources.filter { $0 == .modelLocal }.count == Int(model))
  }

  @Test("a generated recipe is opened by its id and found by nobody until it is approved")
  func generated() async throws {
    let test = try await TestService()
    let suggestion = try await test.suggest(["beef", "tomato"], 1)
    let made = try #require(suggestion.recipes.first?.recipe)
    let opened = try await test.recipe(made.id, by: "minh")
    #expect(opened.title == made.title)
    #expect(opened.approval == .pending && opened.origin == .modelLocal)
    #expect(!opened.mine)
    #expect(try await test.recipe(made.id, by: "lan").mine)
    #expect(try await test.search().recipes.isEmpty)

    let applied = try await test.rate(made.id, version: 1, sum: 13, count: 3, approval: .approved)
    #expect(applied.applied && applied.approval == .approved)
    #expect(try await test.search().recipes.map(\.id) == [made.id])
    let next = try await test.suggest(["beef", "tomato"], 1, by: "minh")
    #expect(next.recipes.first?.recipe?.id == made.id)
    #expect(next.fromCookbook == 1 && next.fromModel == 0)
  }

  @Test("everything that is wrong with a request is told at once")
  func violations() async throws {
    let test = try await TestService()
    let wrong = await failure {
      try await test.suggest([], 6) {
        $0.preferredMethods = [.soup, .unrecognized(99), .unspecified]
        $0.maxMinutes = 0
        $0.diets = [.unrecognized(9)]
        $0.allergies = [.unrecognized(9)]
        $0.cuisine = String(repeating: "a", count: 51)
        $0.idempotencyKey = "a b"
      }
    }
    #expect(wrong?.code == .invalidArgument)
    #expect(
      wrong?.fields == [
        "ingredients", "recipe_count", "preferred_methods[1]", "preferred_methods[2]", "cuisine",
        "max_minutes", "diets[0]", "allergies[0]", "idempotency_key",
      ]
    )
    #expect(test.ingredients.callCount == 0)
  }

  @Test("a name that is too long to be kept is refused, one that is no food is left out")
  func longNames() async throws {
    let test = try await TestService()
    let names = ["beef", "tomato", String(repeating: "a", count: 300_000)]
    #expect(await failure { try await test.suggest(names) }?.fields == ["ingredients[2]"])
    let long = String(repeating: "a", count: 2000)
    let suggestion = try await test.suggest(["beef", "tomato", long])
    #expect(suggestion.warnings.map(\.code) == [.ingredientSkipped])
    let wrong = await failure { try await test.suggest(Array(repeating: long, count: 20)) }
    #expect(wrong?.fields.count == 21)
  }

  @Test("names that are all bad are refused with candidates, one violation each")
  func badNames() async throws {
    let test = try await TestService()
    let wrong = await failure { try await test.suggest(["bo", "x", "moon dust"]) }
    #expect(wrong?.code == .invalidArgument)
    #expect(wrong?.fields == ["ingredients[0]", "ingredients[1]", "ingredients[2]", "ingredients"])
    #expect(wrong?.error.message.contains("bò, bơ") == true)
  }

  @Test(
    "2 to 10 different foods are wanted",
    arguments: [
      (["beef"], false), (["beef", "thịt bò", "bò"], false), (["beef", "tomato"], true),
      (["beef", "tomato", "moon dust"], true),
      (
        [
          "beef", "tomato", "onion", "garlic", "ginger", "chili", "lime", "tofu", "carrot",
          "cabbage", "rice",
        ], false
      ),
    ]
  )
  func foods(names: [String], isEnough: Bool) async throws {
    let test = try await TestService()
    let wrong = await failure { try await test.suggest(names) }
    #expect((wrong == nil) == isEnough)
    if let wrong { #expect(wrong.fields == ["ingredients"]) }
  }

  @Test("some bad names are left out with a warning, a corrected one is told")
  func someBadNames() async throws {
    let test = try await TestService()
    let suggestion = try await test.suggest(["beef", "ca chuaa", "bo"])
    #expect(suggestion.warnings.map(\.code) == [.ingredientCorrected, .ingredientSkipped])
    #expect(suggestion.warnings.map(\.ingredient) == ["ca chuaa", "bo"])
    #expect(suggestion.ingredients.map(\.status) == [.valid, .corrected, .ambiguous])
    #expect(suggestion.warnings[0].message.contains("cà chua"))
  }

  @Test("the answer is in the caller's language")
  func languages() async throws {
    let test = try await TestService(recipes: [.test("a")])
    let vietnamese = try await test.suggest(["beef", "tomato", "onion"], 1, language: "vi")
    let english = try await test.suggest(
      ["beef", "tomato", "onion"],
      1,
      language: "en-GB,en;q=0.9"
    )
    #expect(vietnamese.recipes.first?.recipe?.title == "Món a")
    #expect(english.recipes.first?.recipe?.title == "Dish a")
    #expect(vietnamese.recipes.first?.recipe?.ingredients.map(\.name) == ["bò", "cà chua"])
    #expect(english.recipes.first?.recipe?.ingredients.map(\.name) == ["beef", "tomato"])
  }

  @Test("coverage and what is missing are told")
  func missing() async throws {
    let recipe = StoredRecipe.test("a", needs: ["beef", "tomato", "onion", "salt"])
    let test = try await TestService(recipes: [recipe])
    let suggested = try #require(try await test.suggest(["beef", "tomato"]).recipes.first)
    #expect(suggested.source == .cookbook)
    #expect(abs(suggested.coverage - 2.0 / 3) < 1e-9)
    #expect(suggested.missingIngredients.map(\.ingredientId) == ["onion"])
  }

  @Test("the validator away is UNAVAILABLE and says who")
  func validatorAway() async throws {
    let test = try await TestService()
    test.ingredients.goAway()
    let wrong = await failure { try await test.suggest(["beef", "tomato"]) }
    #expect(wrong?.code == .unavailable)
    #expect(wrong?.error.message.contains("ingredient-validator") == true)
  }

  @Test("without a user there is no suggestion")
  func caller() async throws {
    let test = try await TestService()
    let request = SuggestRequest(ingredients: ["beef", "tomato"])
    let nobody = await failure { try await test.service.suggest(request, context: .test(nil)) }
    #expect(nobody?.code == .unauthenticated)
    let service = await failure {
      try await test.service.suggest(request, context: .test("rating-handler", kind: .service))
    }
    #expect(service?.code == .permissionDenied)
  }
}

struct SuggestSafetyTests {
  /// Everything that comes with the cookbook.
  private func test() async throws -> TestService {
    let recipes = Kitchen.recipes.map {
      StoredRecipe(record: $0, origin: .curated, approval: .approved, createdSeconds: 1)
    }
    return try await TestService(recipes: recipes)
  }

  @Test("an allergic user never receives the allergen, from cookbook or model, in any spelling")
  func allergy() async throws {
    let test = try await test()
    _ = try await test.service.updatePreferences(
      UpdatePreferencesRequest(preferences: Preferences(allergies: [.crustacean])),
      context: .test("lan")
    )
    for shrimp in ["tôm", "shrimp"] {
      for round in 0..<5 {
        let names = [shrimp, "tofu", "tomato", "garlic"]
        let suggestion = try await test.suggest(names, 5) {
          $0.preferredMethods = [
            CookingMethod.known[round * 2], CookingMethod.known[round * 2 + 1],
          ]
        }
        #expect(suggestion.warnings.contains { $0.code == .ingredientExcluded })
        #expect(!suggestion.recipes.isEmpty)
        for recipe in suggestion.recipes.compactMap(\.recipe) {
          #expect(!recipe.allergenGroups.contains(.crustacean), "\(recipe.id)")
        }
      }
    }
  }

  @Test(
    "what a person or a model wrote is read to its last word before it is called safe",
    arguments: [
      { $0.steps[0].text?.en = "Stir in shrimp paste." },
      { $0.steps[0].text?.vi = "Nêm mắm ruốc." },
      { $0.title?.en = "Dish with langoustines" },
      { $0.description = LocalizedText(vi: "Ngon với hải sản.") },
      { $0.ingredients[0].note = LocalizedText(vi: "ướp với tôm khô") },
      { $0.tags = ["prawns"] },
    ] as [@Sendable (inout RecipeRecord) -> Void]
  )
  func words(change: @Sendable (inout RecipeRecord) -> Void) async throws {
    var recipes: [StoredRecipe] = [.test("curated", .steam)]
    for (id, origin, method) in [
      ("written", RecipeOrigin.user, CookingMethod.soup), ("generated", .modelBedrock, .fry),
    ] {
      var recipe = StoredRecipe.test(id, method)
      recipe.origin = origin
      change(&recipe.record)
      recipes.append(recipe)
    }
    let test = try await TestService(recipes: recipes)
    func found(_ allergies: [AllergenGroup]) async throws -> Set<String> {
      let suggestion = try await test.suggest(["beef", "tomato"], 3) { $0.allergies = allergies }
      let known = suggestion.recipes.filter { $0.source == .cookbook }
      return Set(known.compactMap { $0.recipe?.id })
    }
    #expect(try await found([.crustacean]) == ["curated"])
    #expect(try await found([.mustard]) == ["curated", "written", "generated"])
    #expect(try await found([]) == ["curated", "written", "generated"])
  }

  @Test("a call can add allergies, diets and avoided foods, and lift none", arguments: 0...2)
  func additions(which: Int) async throws {
    let test = try await test()
    _ = try await test.service.updatePreferences(
      UpdatePreferencesRequest(
        preferences: Preferences(diets: [.vegetarian], avoidedIngredientIds: ["tofu"])
      ),
      context: .test("lan")
    )
    let suggestion = try await test.suggest(["egg", "tomato", "tofu", "onion", "garlic"], 5) {
      if which == 1 { $0.allergies = [.egg] }
      if which == 2 { $0.diets = [.vegan] }
    }
    #expect(!suggestion.recipes.isEmpty)
    for recipe in suggestion.recipes.compactMap(\.recipe) {
      #expect(!recipe.excludedDiets.contains(.vegetarian))
      #expect(!recipe.ingredients.contains { $0.ingredientId == "tofu" })
      if which == 1 { #expect(!recipe.allergenGroups.contains(.egg)) }
      if which == 2 { #expect(!recipe.excludedDiets.contains(.vegan)) }
    }
  }

  @Test("nothing that may be eaten gives no recipe and says so")
  func nothingLeft() async throws {
    let test = try await test()
    let suggestion = try await test.suggest(["shrimp", "beef"], 2) { $0.diets = [.vegan] }
    #expect(suggestion.recipes.isEmpty)
    #expect(
      suggestion.warnings.map(\.code) == [.ingredientExcluded, .ingredientExcluded, .fewerRecipes]
    )
  }

  @Test("a recipe with a food that nobody knows counts as unfit for everyone who asks")
  func unrecognised() async throws {
    let odd = StoredRecipe.test("odd", needs: ["beef", "tomato", "moon_dust"])
    let test = try await TestService(recipes: [odd])
    let suggestion = try await test.suggest(["beef", "tomato"])
    #expect(suggestion.fromCookbook == 0)
    let opened = try await test.recipe("odd")
    #expect(opened.allergenGroups.count == AllergenGroup.allCases.count - 1)
    #expect(opened.excludedDiets.count == Diet.allCases.count - 1)
  }
}
