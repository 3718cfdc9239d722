import Contracts
import RPC
import SingleTable

/// What the model is asked for, and what becomes of its answers.
extension Suggester {
  /// What the model is asked for: one recipe for each method that the cookbook did not cover.
  func order(
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord,
    _ kitchen: Kitchen,
    _ chosen: [RecipeCandidate],
    _ caller: Caller,
    _ now: Int64
  ) async throws -> RecipeGenerator.Order {
    let count = RecipeMix(asked: wish.count, found: chosen.count).fromModel
    var prompts: [RecipePrompt] = []
    if count > 0, !kitchen.usable.isEmpty {
      let methods = MethodChoice.methods(
        count,
        besides: Set(chosen.map(\.recipe.record.method)),
        taste: taste(wish, profile),
        minutesMax: wish.minutesMax
      )
      prompts = methods.map { prompt($0, wish, profile.preferences, kitchen, now) }
    }
    var words: FoodWords?
    var missedCount = 0
    if generator.model.writesFreely, !prompts.isEmpty, !kitchen.exclusions.isEmpty {
      do { words = try await catalogue.words() } catch {
        try Task.checkCancellation()
        // A text that cannot be read for what it names is not safe: the model counts as failed.
        missedCount = prompts.count
        prompts = []
      }
    }
    let ceiling = Deadline.after(.seconds(Limits.modelSecondsMax))
    let end = caller.deadline.map { $0.advanced(by: .zero - Limits.answerReserve) } ?? ceiling
    let deadline = min(ceiling, end)
    if max(.zero, deadline.remaining()) < generator.model.timeMin {
      missedCount += prompts.count
      prompts = []
    }
    return RecipeGenerator.Order(
      prompts: prompts,
      titles: chosen.map { FoldedTitle($0.recipe.record.title) },
      words: words,
      missedCount: missedCount,
      deadline: deadline
    )
  }

  private func prompt(
    _ method: CookingMethod,
    _ wish: SuggestionWish,
    _ preferences: Preferences,
    _ kitchen: Kitchen,
    _ now: Int64
  ) -> RecipePrompt {
    RecipePrompt(
      foods: kitchen.usable,
      staples: kitchen.staples,
      method: method,
      exclusions: kitchen.exclusions,
      avoided: kitchen.exclusions.avoidedIDs.sorted().compactMap { kitchen.foods[$0] },
      cuisine: Cuisine.forPrompt([wish.cuisine] + preferences.preferredCuisines),
      minutesMax: wish.minutesMax,
      ageBand: preferences.ageBand,
      gender: preferences.gender,
      country: preferences.country,
      seed: ids.next(at: now).low
    )
  }

  func generated(
    _ answer: ModelAnswer,
    by userID: String,
    at milliseconds: Int64
  ) -> StoredRecipe {
    var record = answer.record
    record.id = ids.next(at: milliseconds).description
    return StoredRecipe(
      record: record,
      origin: answer.source == .modelBedrock ? .modelBedrock : .modelLocal,
      authorID: userID,
      approval: .pending,
      createdSeconds: milliseconds / 1000
    )
  }

  func warnings(
    _ made: RecipeGenerator.Outcome,
    count: Int,
    asked: Int
  ) -> [WarningRecord] {
    var warnings: [WarningRecord] = []
    if made.unaffordableCount > 0 { warnings.append(WarningRecord(code: .budgetExhausted)) }
    if made.failedCount > 0 { warnings.append(WarningRecord(code: .modelUnavailable)) }
    if made.droppedCount > 0 { warnings.append(WarningRecord(code: .modelAnswerDropped)) }
    if count < asked { warnings.append(WarningRecord(code: .fewerRecipes)) }
    return warnings
  }
}
