import Contracts
import Foundation
import ServiceKit
import VietnameseText

@testable import AISuggestion

/// Seeded chances for the properties of suggestions; prints its seed.
///
/// `PROPERTY_SEED` repeats a run, `PROPERTY_ROUNDS` makes a longer one.
struct RandomKitchen {
  var random: SeededRandom
  let rounds: Int

  init(_ name: String, rounds: Int) {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["PROPERTY_SEED"].flatMap(UInt64.init) ?? .random(in: 0...UInt64.max)
    print("\(name): PROPERTY_SEED=\(seed)")
    random = SeededRandom(seed: seed)
    self.rounds = environment["PROPERTY_ROUNDS"].flatMap(Int.init) ?? rounds
  }

  private static let foodIDs = Kitchen.foods.keys.sorted()

  mutating func pick<Value>(_ values: [Value]) -> Value {
    guard let value = values.randomElement(using: &random) else {
      preconditionFailure("there is something to pick from")
    }
    return value
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func foods(_ count: ClosedRange<Int>, of ids: [String]? = nil) -> [Food] {
    let count = Int.random(in: count, using: &random)
    return (ids ?? Self.foodIDs).shuffled(using: &random).prefix(count).map(Kitchen.food)
  }

  /// A name of the food: either language, an alias, or any of them without marks.
  mutating func name(of food: Food) -> String {
    let name = pick([food.name.vi, food.name.en] + food.aliases)
    return chance(30) ? FoldedName(name).text : name
  }

  /// A recipe of any foods, as somebody may have got it into the cookbook.
  mutating func recipe(_ id: String) -> StoredRecipe {
    .test(
      id,
      pick(CookingMethod.known),
      needs: foods(1...4).map(\.id),
      optional: chance(30) ? foods(1...2).map(\.id) : [],
      title: LocalizedText(vi: "Món \(id)", en: "Dish \(id)")
    ).withoutRepeats
  }
}

extension StoredRecipe {
  /// Each ingredient once.
  fileprivate var withoutRepeats: StoredRecipe {
    var recipe = self
    var seen: Set<String> = []
    recipe.record.ingredients = record.ingredients.filter { seen.insert($0.ingredientId).inserted }
    return recipe
  }
}
