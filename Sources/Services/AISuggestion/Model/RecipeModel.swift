import Contracts

/// Writes new recipes.
protocol RecipeModel: Sendable {
  /// One recipe for the prompt; cancelled when the caller leaves or the time is over.
  func compose(_ prompt: RecipePrompt) async throws -> ModelAnswer
}

/// All that a model is told: what is there and what is wished for, nothing of who asks.
struct RecipePrompt: Sendable, Equatable {
  /// What the caller has and may eat, in the order it was named.
  let foods: [Food]
  /// What every kitchen has and the caller may eat.
  let staples: [Food]
  let method: CookingMethod
  let exclusions: Exclusions
  var cuisine = ""
  var minutesMax: Int?
  var ageBand: AgeBand = .unspecified
  var gender: Gender = .unspecified
  var country = ""
  /// Two prompts that differ in nothing but this may get different recipes.
  let seed: UInt64
}

struct ModelAnswer: Sendable, Equatable {
  /// Without an id.
  let record: RecipeRecord
  let source: RecipeSource
  let costMicroUSD: Int64
}
