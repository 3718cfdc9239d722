import Contracts
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
  /// that is given back. One that `isPaid` was counted by an earlier try.
  ///
  /// - Throws: `PaidCallFailure` when the call is counted and may be tried again: once, as each try
  ///   may cost as much.
  func suggest(
    _ wish: SuggestionWish,
    for caller: Caller,
    claim: IdempotencyRecord?,
    isPaid: Bool = false,
    _ tell: (SuggestionPart) async throws -> Void = { _ in }
  ) async throws -> SuggestResponse {
    let now = clock.milliseconds
    let month = Month(at: now / 1000)
    if !isPaid {
      guard try await suggestions.takeCall(caller.userID, in: month, quota: quota) else {
        throw exhausted(caller, month, now)
      }
    }
    var isUsed = false
    do {
      return try await make(wish, caller, claim, now, isUsed: &isUsed, tell)
    } catch {
      guard isUsed == isPaid else { throw PaidCallFailure(cause: error) }
      if !isUsed {
        // The call's own error says more; a count too many is the user's loss of one call.
        try? await shielded { try await suggestions.giveBackCall(caller.userID, in: month) }
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
