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

  func suggest(
    _ wish: SuggestionWish,
    for caller: Caller,
    claim: IdempotencyRecord?
  ) async throws -> SuggestResponse {
    let now = clock.milliseconds
    let month = Month(at: now / 1000)
    let used = try await suggestions.callsUsed(caller.userID, in: month)
    guard quota.allows(used: used) else { throw exhausted(caller, month, now) }

    let results = try await source.understand(wish.names, language: caller.language)
    let understood = try UnderstoodNames(results)
    let profile = try await preferences.preferences(caller.userID)
    var kitchen = try await kitchen(understood, wish, profile)

    let chosen = try await fromCookbook(wish, profile, &kitchen)
    let mix = RecipeMix(asked: wish.count, found: chosen.count)
    let made = try await fromModel(mix.fromModel, wish, profile, kitchen, chosen, caller, now)

    let cooked = made.answers.map { generated($0, by: caller.userID, at: now) }
    let record = SuggestionRecord(
      id: ids.next(at: now).description,
      userID: caller.userID,
      requestedCount: wish.count,
      choices: chosen.map { .init(recipeID: $0.recipe.id, source: .cookbook) }
        + zip(cooked, made.answers).map { .init(recipeID: $0.id, source: $1.source) },
      foodIDs: kitchen.usable.map(\.id),
      costMicroUSD: made.costMicroUSD,
      results: results,
      warnings: understood.warnings + kitchen.warnings
        + warnings(made, count: chosen.count + cooked.count, asked: wish.count),
      createdSeconds: now / 1000
    )
    var recipes: [String: StoredRecipe] = [:]
    for recipe in chosen.map(\.recipe) + cooked { recipes[recipe.id] = recipe }
    let reader = Reader(
      userID: caller.userID,
      language: caller.language,
      foods: kitchen.foods
    )
    let answer = SuggestResponse(suggestion: record.message(recipes: recipes, for: reader))
    try await store(record, cooked, answer, claim, caller, month, now)
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
  private func fromModel(
    _ count: Int,
    _ wish: SuggestionWish,
    _ profile: PreferencesRecord,
    _ kitchen: Kitchen,
    _ chosen: [RecipeCandidate],
    _ caller: Caller,
    _ now: Int64
  ) async throws -> RecipeGenerator.Outcome {
    guard count > 0, !kitchen.usable.isEmpty else { return .init() }
    let methods = MethodChoice.methods(
      count,
      besides: Set(chosen.map(\.recipe.record.method)),
      taste: taste(wish, profile),
      minutesMax: wish.minutesMax
    )
    let prompts = methods.map { method in
      RecipePrompt(
        foods: kitchen.usable,
        staples: kitchen.staples,
        method: method,
        exclusions: kitchen.exclusions,
        cuisine: wish.cuisine,
        minutesMax: wish.minutesMax,
        ageBand: profile.preferences.ageBand,
        gender: profile.preferences.gender,
        country: profile.preferences.country,
        seed: ids.next(at: now).low
      )
    }
    let ceiling = Duration.seconds(Limits.modelSecondsMax)
    let left = caller.deadline.map { $0.remaining() - Limits.answerReserve } ?? ceiling
    return try await generator.recipes(
      for: prompts,
      besides: chosen.map { FoldedTitle($0.recipe.record.title) },
      within: max(.zero, min(ceiling, left))
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
    if made.failedCount > 0 { warnings.append(WarningRecord(code: .modelUnavailable)) }
    if made.droppedCount > 0 { warnings.append(WarningRecord(code: .modelAnswerDropped)) }
    if count < asked { warnings.append(WarningRecord(code: .fewerRecipes)) }
    return warnings
  }
}

// MARK: - What is kept

extension Suggester {
  /// Suggestion, generated recipes, the call's count and the answer for its key: all or nothing.
  private func store(
    _ record: SuggestionRecord,
    _ cooked: [StoredRecipe],
    _ answer: SuggestResponse,
    _ claim: IdempotencyRecord?,
    _ caller: Caller,
    _ month: Month,
    _ now: Int64
  ) async throws {
    var writes = [
      SuggestionStore.countCall(caller.userID, in: month, quota: quota),
      .put(record.item(), if: .itemNotExists),
    ]
    writes += cooked.flatMap { RecipeStore.writes(from: nil, to: $0) }
    if let claim { writes.append(claim.completion(answer.encoded())) }
    var attempt = 1
    while true {
      do throws(TableError) { return try await suggestions.write(writes) } catch {
        if case .transactionCancelled(let reasons) = error,
          reasons.first?.isConditionFailed == true
        {
          throw exhausted(caller, month, now)
        }
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
