import Contracts
import RPC

/// The built-in generator: composes a plausible recipe from what is there, without a network.
///
/// A dish has one main food, companions and aromatics; method and staples decide the rest. The
/// same prompt gives the same recipe.
struct LocalRecipeModel: RecipeModel {
  func compose(_ prompt: RecipePrompt, until deadline: Deadline) async throws -> ModelAnswer {
    guard let record = Self.record(for: prompt) else { throw NothingToCook() }
    return ModelAnswer(record: record, source: .modelLocal, costMicroUSD: 0)
  }

  struct NothingToCook: Error, CustomStringConvertible {
    var description: String { "there is no food to cook with" }
  }

  static func record(for prompt: RecipePrompt) -> RecipeRecord? {
    guard let dish = Dish(prompt) else { return nil }
    var random = SeededRandom(seed: prompt.seed)
    let minutes = dish.method.everydayMinutes
    let text = LocalRecipeText(dish)
    return RecipeRecord(
      title: text.title,
      description: text.description(&random),
      method: dish.method,
      cuisine: prompt.cuisine,
      servings: 2 + Int32(random.next(upperBound: 2 as UInt64)),
      prepMinutes: minutes.prep,
      cookMinutes: minutes.cook,
      difficulty: dish.method == .bake || dish.method == .hotpot ? .medium : .easy,
      ingredients: dish.ingredients,
      steps: text.steps(&random)
    )
  }
}
