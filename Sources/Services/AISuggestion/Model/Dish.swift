import Contracts

/// Foods in their places on the plate.
struct Dish: Sendable {
  let method: CookingMethod
  let main: Food
  let companions: [Food]
  let aromatics: [Food]
  /// Staples that the method uses and the eater may have.
  let seasonings: [Food]

  /// Nil without any food.
  init?(_ prompt: RecipePrompt) {
    let foods = prompt.foods.filter { !$0.isStaple }
    let aromatics = foods.filter { Self.aromaticIDs.contains($0.id) || $0.category == .spice }
    let solids = foods.filter { food in !aromatics.contains(food) }
    guard let main = solids.min(by: Self.isMoreMain) ?? aromatics.first ?? prompt.foods.first
    else { return nil }
    method = prompt.method
    self.main = main
    companions = solids.filter { $0.id != main.id }
    self.aromatics = aromatics.filter { $0.id != main.id }
    let wanted = Self.seasoningIDs(of: prompt.method)
    seasonings = prompt.staples.filter { wanted.contains($0.id) && $0.id != main.id }
  }

  var ingredients: [RecipeRecord.Ingredient] {
    let foods = ([main] + companions + aromatics).map { food in
      let amount = Self.amount(of: food, isMain: food.id == main.id)
      return RecipeRecord.Ingredient(
        ingredientId: food.id,
        quantity: amount.quantity,
        unit: amount.unit
      )
    }
    return foods
      + seasonings.map { food in
        let amount = Self.amount(ofSeasoning: food.id, in: method)
        return RecipeRecord.Ingredient(
          ingredientId: food.id,
          quantity: amount.quantity,
          unit: amount.unit
        )
      }
  }

  /// What any method may season with, when it is a staple and may be eaten.
  static let stapleIDs = [
    "water", "salt", "sugar", "cooking_oil", "fish_sauce", "soy_sauce", "black_pepper", "vinegar",
  ]

  private typealias Amount = (quantity: Double, unit: String)

  private static let chiliIDs: Set<String> = ["chili", "horn_chili", "birds_eye_chili"]
  private static let citrusIDs: Set<String> = ["lime", "lemon", "kaffir_lime"]
  private static let rootIDs: Set<String> = ["ginger", "galangal", "turmeric_root"]
  private static let herbIDs: Set<String> = [
    "cilantro", "culantro", "dill", "mint", "peppermint", "fish_mint", "thai_basil", "holy_basil",
    "sweet_basil", "hairy_basil", "perilla", "rice_paddy_herb", "vietnamese_coriander",
    "lime_leaf", "mixed_herbs",
  ]
  private static let aromaticIDs: Set<String> =
    chiliIDs.union(citrusIDs).union(rootIDs).union(herbIDs)
    .union(["garlic", "shallot", "spring_onion", "lemongrass", "garlic_chive"])

  /// Meat before fish before what else fills; the first named among equals.
  private static func isMoreMain(_ left: Food, _ right: Food) -> Bool {
    rank(left.category) < rank(right.category)
  }

  private static func rank(_ category: IngredientCategory) -> Int {
    switch category {
    case .meat: 0
    case .seafood: 1
    case .processed: 2
    case .legume: 3
    case .dairy: 4
    case .vegetable: 5
    case .grain: 6
    case .fruit: 7
    case .nut: 8
    case .spice, .beverage, .unspecified, .unrecognized: 9
    }
  }

  private static func amount(of food: Food, isMain: Bool) -> Amount {
    if food.id.contains("egg"), food.category == .dairy { return (3, "piece") }
    switch food.id {
    case "garlic": return (3, "clove")
    case "spring_onion", "lemongrass": return (2, "stalk")
    case "shallot": return (2, "piece")
    case let id where rootIDs.contains(id): return (20, "g")
    case let id where chiliIDs.contains(id) || citrusIDs.contains(id): return (1, "piece")
    case let id where aromaticIDs.contains(id): return (0.5, "bunch")
    default: break
    }
    switch food.category {
    case .meat, .seafood: return (isMain ? 300 : 150, "g")
    case .vegetable, .fruit, .processed, .legume: return (isMain ? 300 : 200, "g")
    case .grain: return (200, "g")
    case .nut: return (40, "g")
    case .dairy: return (100, "g")
    case .beverage: return (200, "ml")
    case .spice, .unspecified, .unrecognized: return (1, "tbsp")
    }
  }

  private static func seasoningIDs(of method: CookingMethod) -> Set<String> {
    switch method {
    case .stirFry: ["cooking_oil", "fish_sauce", "sugar", "black_pepper", "salt"]
    case .soup, .hotpot: ["water", "fish_sauce", "salt", "black_pepper"]
    case .steam: ["soy_sauce", "salt", "black_pepper"]
    case .grill, .bake: ["cooking_oil", "soy_sauce", "sugar", "salt", "black_pepper"]
    case .fry: ["cooking_oil", "salt", "black_pepper"]
    case .boil: ["water", "salt"]
    case .braise: ["fish_sauce", "sugar", "water", "black_pepper", "salt"]
    case .mix: ["vinegar", "sugar", "fish_sauce", "salt"]
    case .unspecified, .unrecognized: ["salt"]
    }
  }

  private static func amount(ofSeasoning id: String, in method: CookingMethod) -> Amount {
    switch id {
    case "water": method == .hotpot ? (1500, "ml") : method == .braise ? (200, "ml") : (1000, "ml")
    case "cooking_oil": method == .fry ? (150, "ml") : (2, "tbsp")
    case "fish_sauce", "soy_sauce": (method == .braise ? 2 : 1, "tbsp")
    case "vinegar": (2, "tbsp")
    case "sugar": (method == .stirFry ? 0.5 : 1, "tsp")
    default: (0.5, "tsp")
    }
  }
}
