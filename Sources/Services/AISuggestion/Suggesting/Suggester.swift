import Contracts
import Logging
import Protobuf
import RPC
import ServiceKit
import SingleTable

/// Makes a suggestion: names, cookbook, model, and one transaction that keeps it all.
struct Suggester: Sendable {
  let source: any IngredientSource
  let catalogue: FoodCatalogue
  let search: CookbookSearch
  let suggestions: SuggestionStore
  let preferences: PreferencesStore
  let generator: RecipeGenerator
  let quota: Quota
  let clock: ServiceClock
  let ids: UUIDv7Generator

  /// Who asks, and how long there is.
  struct Caller: Sendable {
    let userID: String
    let language: Language
    let deadline: Deadline?
  }

  /// Makes the suggestion, and tells each part of it as soon as it is there.
  ///
  /// The call counts from its first recipe or its first paid model call on; one that fails before
  /// that is given back.
  func suggest(
    _ wish: SuggestionWish,
    for caller: Caller,
    claim: IdempotencyRecord?,
    _ tell: (SuggestionPart) async throws -> Void = { _ in }
  ) async throws -> SuggestResponse {
    let now = clock.milliseconds
    let month = Month(at: now / 1000)
    guard try await suggestions.takeCall(caller.userID, in: month, quota: quota) else {
      throw exhausted(caller, month, now)
    }
    var isUsed = false
    do {
      return try await make(wish, caller, claim, now, isUsed: &isUsed, tell)
    } catch {
      if !isUsed {
        // The call's own error says more; a count too many is the user's loss of one call.
        try? await suggestions.giveBackCall(caller.userID, in: month)
      }
      throw error
    }
  }

  private func make(
    _ wish: SuggestionWish,
    _ caller: Caller,
    _ claim: IdempotencyRecord?,
    _ now: Int64,
    isUsed: inout Bool,
    _ tell: (SuggestionPart) async throws -> Void
  ) async throws -> SuggestResponse {
    let results = try await source.understand(wish.names, language: caller.language)
    let understood = try UnderstoodNames(results)
    let profile = try await preferences.preferences(caller.userID)
    var kitchen = try await kitchen(understood, wish, profile)
    let chosen = try await fromCookbook(wish, profile, &kitchen)
    var draft = SuggestionDraft(
      id: ids.next(at: now).description,
      wish: wish,
      results: results,
      foodIDs: kitchen.usable.map(\.id),
      chosen: chosen.map(\.recipe),
      warnings: understood.warnings + kitchen.warnings
    )
    let reader = Reader(userID: caller.userID, language: caller.language, foods: kitchen.foods)

    try await tell(.ingredients(draft.shownResults(to: reader)))
    for warning in draft.warnings { try await tell(.warning(warning.message(for: reader))) }
    for recipe in draft.chosen {
      isUsed = true
      try await tell(.recipe(draft.suggested(recipe, .cookbook, for: reader)))
    }
    let order = try await order(wish, profile, kitchen, chosen, caller, now)
    if order.prompts.contains(where: { generator.model.costMaxMicroUSD($0) > 0 }) { isUsed = true }
    let made = try await generator.recipes(for: order) { index, answer in
      let recipe = generated(answer, by: caller.userID, at: now)
      draft.made[index] = .init(recipe: recipe, source: answer.source)
      isUsed = true
      try await tell(.recipe(draft.suggested(recipe, answer.source, for: reader)))
    }
    draft.costMicroUSD = made.costMicroUSD
    let late = warnings(made, count: draft.recipes.count, asked: wish.count)
    draft.warnings += late
    for warning in late { try await tell(.warning(warning.message(for: reader))) }

    let record = draft.record(userID: caller.userID, createdSeconds: now / 1000)
    let answer = SuggestResponse(
      suggestion: record.message(recipes: draft.recipesByID, for: reader)
    )
    try await store(record, draft.made.values.map(\.recipe), answer, claim)
    return answer
  }
}

// MARK: - What is there

extension Suggester {
  /// The caller's foods, apart from those that must not be eaten.
  private struct Kitchen {
    var foods: Foods
    let usable: [Food]
    let staples: [Food]
    let exclusions: Exclusions
    let warnings: [WarningRecord]
  }

  private func kitchen(
    _ understood: UnderstoodNames,
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord
  ) async throws -> Kitchen {
    let exclusions = profile.exclusions.union(
      Exclusions(allergens: Set(wish.allergies), diets: Set(wish.diets))
    )
    _ = try await catalogue.foods(including: Dish.stapleIDs)
    let foods = try await catalogue.foods(including: understood.foodIDs, certain: true)
    let (usable, excluded) = understood.foodIDs.reduce(into: ([Food](), [String]())) { split, id in
      if let food = foods[id], !exclusions.excludes(food) {
        split.0.append(food)
      } else {
        split.1.append(id)
      }
    }
    return Kitchen(
      foods: foods,
      usable: usable,
      staples: Dish.stapleIDs.compactMap { foods[$0] }.filter {
        $0.isStaple && !exclusions.excludes($0)
      },
      exclusions: exclusions,
      warnings: excluded.map { WarningRecord(code: .ingredientExcluded, foodID: $0) }
    )
  }

  private func fromCookbook(
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord,
    _ kitchen: inout Kitchen
  ) async throws -> [RecipeCandidate] {
    // Every recipe uses staples: they find nothing and do not count.
    let telling = kitchen.usable.filter { !$0.isStaple }.map(\.id)
    let recipes = try await search.recipes(withAnyOf: telling)
    let used = recipes.lazy.flatMap { $0.record.ingredients.lazy.map(\.ingredientId) }
    kitchen.foods = try await catalogue.foods(including: used)
    let selection = RecipeSelection(
      having: Set(kitchen.usable.map(\.id)),
      foods: kitchen.foods,
      exclusions: kitchen.exclusions,
      taste: taste(wish, profile),
      minutesMax: wish.minutesMax
    )
    return RecipeSelection.choose(wish.count, from: selection.ranked(recipes))
  }

  private func taste(
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord
  ) -> RecipeSelection.Taste {
    .init(
      methods: Set(wish.methods),
      usualMethods: Set(profile.preferences.preferredMethods),
      cuisine: wish.cuisine,
      usualCuisines: Set(profile.preferences.preferredCuisines)
    )
  }
}

// MARK: - What is made

extension Suggester {
  /// What the model is asked for: one recipe for each method that the cookbook did not cover.
  private func order(
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
    let needsWords =
      generator.model.writesFreely && !prompts.isEmpty && !kitchen.exclusions.isEmpty
    let ceiling = Deadline.after(.seconds(Limits.modelSecondsMax))
    let end = caller.deadline.map { $0.advanced(by: .zero - Limits.answerReserve) } ?? ceiling
    return RecipeGenerator.Order(
      prompts: prompts,
      titles: chosen.map { FoldedTitle($0.recipe.record.title) },
      words: needsWords ? try await catalogue.words() : nil,
      deadline: min(ceiling, end)
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

  private func generated(
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

  private func warnings(
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

// MARK: - What is kept

extension Suggester {
  /// Suggestion, generated recipes and the answer for its key: all or nothing.
  private func store(
    _ record: SuggestionRecord,
    _ recipes: [StoredRecipe],
    _ answer: SuggestResponse,
    _ claim: IdempotencyRecord?
  ) async throws {
    var writes = [Write.put(record.item(), if: .itemNotExists)]
    writes += recipes.flatMap { RecipeStore.writes(from: nil, to: $0) }
    if let claim { writes.append(claim.completion(answer.encoded())) }
    var attempt = 1
    while true {
      do throws(TableError) { return try await suggestions.write(writes) } catch {
        guard error.isConflict, attempt < Limits.writeAttemptsMax else { throw error }
        attempt += 1
      }
    }
  }

  private func exhausted(_ caller: Caller, _ month: Month, _ now: Int64) -> RPCError {
    .resourceExhausted(
      "the \(quota.callsMax) free suggestions of this month are used up;"
        + " there are new ones on \(month.resetDate)",
      details: [
        .quotaFailure(
          subject: "user:\(caller.userID)",
          description: "\(quota.callsMax) suggestions a month, reset on \(month.resetDate)"
        ),
        .retryInfo(seconds: Double(month.end - now / 1000)),
      ]
    )
  }
}

extension TableError {
  /// Another transaction was at the same items; the same writes may go through now.
  var isConflict: Bool {
    switch self {
    case .transactionConflict: true
    case .transactionCancelled(let reasons): reasons.contains(.transactionConflict)
    default: false
    }
  }
}
