import Contracts
import Protobuf
import SeedData

@testable import AISuggestion

/// The foods that come with the product, as the ingredient-validator answers them.
enum Kitchen {
  static let records: [IngredientRecord] = Seed.ingredients.split(separator: UInt8(ascii: "\n"))
    .map { line in
      guard let record = try? IngredientRecord(json: Array(line)) else {
        preconditionFailure("the seed has a line that is no food")
      }
      return record
    }

  static let foods: Foods = {
    var foods: Foods = [:]
    for record in records { foods[record.id] = Food(record) }
    return foods
  }()

  /// What texts may speak of.
  static let words = FoodWords(Array(foods.values) + GroupWords.foods)

  static let recipes: [RecipeRecord] = {
    guard let recipes = try? CookbookSeed.parse(Seed.recipes) else {
      preconditionFailure("the seed has a line that is no recipe")
    }
    return recipes
  }()

  static func food(_ id: String) -> Food {
    guard let food = foods[id] else { preconditionFailure("the seed has no food \(id)") }
    return food
  }

  static var staples: [Food] { Dish.stapleIDs.map(food) }

  static func prompt(
    _ ids: [String],
    _ method: CookingMethod = .stirFry,
    exclusions: Exclusions = Exclusions(),
    minutesMax: Int? = nil,
    seed: UInt64 = 1
  ) -> RecipePrompt {
    RecipePrompt(
      foods: ids.map(food).filter { !exclusions.excludes($0) },
      staples: staples.filter { !exclusions.excludes($0) },
      method: method,
      exclusions: exclusions,
      minutesMax: minutesMax,
      seed: seed
    )
  }
}

extension StoredRecipe {
  /// An approved recipe for tests.
  static func test(
    _ id: String,
    _ method: CookingMethod = .stirFry,
    needs ingredients: [String] = ["beef", "tomato"],
    optional: [String] = [],
    title: LocalizedText? = nil,
    cuisine: String = "vietnamese",
    minutes: Int32 = 20,
    ratings: RecipeRatings = RecipeRatings(),
    approval: ApprovalState = .approved
  ) -> StoredRecipe {
    StoredRecipe(
      record: RecipeRecord(
        id: id,
        title: title ?? LocalizedText(vi: "Món \(id)", en: "Dish \(id)"),
        method: method,
        cuisine: cuisine,
        servings: 2,
        prepMinutes: 0,
        cookMinutes: minutes,
        difficulty: .easy,
        ingredients: (ingredients + optional).map {
          .init(
            ingredientId: $0,
            quantity: 1,
            unit: "piece",
            optional: optional.contains($0)
          )
        },
        steps: [.init(text: LocalizedText(vi: "Nấu.", en: "Cook."), minutes: 1)]
      ),
      origin: .curated,
      approval: approval,
      ratings: ratings,
      createdSeconds: 1_800_000_000
    )
  }
}
