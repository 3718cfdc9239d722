import Contracts
import RPC

/// Writes new recipes.
protocol RecipeModel: Sendable {
  /// The most that one recipe for the prompt can cost; 0 for a model that costs nothing.
  func costMaxMicroUSD(_ prompt: RecipePrompt) -> Int64
  /// Its texts are its own, and may speak of anything.
  var writesFreely: Bool { get }
  /// With less time left it is not asked; zero for a model that takes none.
  var timeMin: Duration { get }
  /// One recipe for the prompt; cancelled when the caller leaves or the time is over.
  ///
  /// Throws `ModelFailure` where more is known than that it failed.
  func compose(_ prompt: RecipePrompt, until deadline: Deadline) async throws -> ModelAnswer
}

extension RecipeModel {
  func costMaxMicroUSD(_ prompt: RecipePrompt) -> Int64 { 0 }
  var writesFreely: Bool { false }
  var timeMin: Duration { .zero }
}

/// All that a model is told: what is there and what is wished for, nothing of who asks.
///
/// Every text in it is ours: names of foods, and a cuisine that is one of `Cuisine.known`.
struct RecipePrompt: Sendable, Equatable {
  /// What the caller has and may eat, in the order it was named.
  let foods: [Food]
  /// What every kitchen has and the caller may eat.
  let staples: [Food]
  let method: CookingMethod
  let exclusions: Exclusions
  /// The foods among those that the caller avoids that are known.
  var avoided: [Food] = []
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

/// Why a model gave no recipe, and what it cost all the same.
struct ModelFailure: Error, Equatable {
  enum Cause: Sendable, Equatable {
    /// It did not answer.
    case unavailable(String)
    /// It answered, and the answer is unfit.
    case unfit(ModelAnswerCheck.Fault)
  }

  let cause: Cause
  let costMicroUSD: Int64
}
