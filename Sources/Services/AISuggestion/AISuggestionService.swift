package import Contracts
package import RPC
import PageTokens
import ServiceKit
import SingleTable

/// Says what can be cooked with what is there, and keeps the recipes.
///
/// Each method validates, calls and answers; the rules are in the values beside it.
package struct AISuggestionService: Sendable {
  let suggester: Suggester
  let recipes: RecipeStore
  let cookbook: Cookbook
  let catalogue: FoodCatalogue
  let source: any IngredientSource
  let suggestions: SuggestionStore
  let preferences: PreferencesStore
  let privacy: PrivacyStore
  let idempotent: IdempotentCalls
  let pageTokens: PageTokenSealer
  let clock: ServiceClock
  let ids: UUIDv7Generator

  /// What people read, in their language.
  func reader(_ context: ServerContext, foods: Foods) -> Reader {
    Reader(
      userID: context.principal?.subject ?? "",
      language: context.language,
      foods: foods
    )
  }

  /// The key of the request, checked wherever it came from.
  func key(_ field: String, _ context: ServerContext) throws(RPCError) -> String? {
    guard let key = try context.idempotencyKey(field: field) else { return nil }
    var list = FieldViolations()
    IdempotencyKeyRule.check(key, into: &list)
    try list.throwIfAny()
    return key
  }
}

extension AISuggestionService: AISuggestionServiceHandler {
  package func suggest(
    _ request: SuggestRequest,
    context: ServerContext
  ) async throws -> SuggestResponse {
    try await suggest(request, context) { _ in }
  }

  package func listSuggestions(
    _ request: ListSuggestionsRequest,
    context: ServerContext
  ) async throws -> ListSuggestionsResponse {
    let user = try context.requireUserID()
    let count = try PageSize.resolve(request.pageSize)
    let query = ["ListSuggestions"]
    let startKey = try pageTokens.startKey(from: request.pageToken, caller: user, query: query)
    let page = try await suggestions.suggestions(user, from: startKey, count: count)
    let records = try page.records(SuggestionRecord.self)
    return ListSuggestionsResponse(
      suggestions: try await messages(records, context),
      nextPageToken: try pageTokens.token(after: page, caller: user, query: query)
    )
  }

  package func getSuggestion(
    _ request: GetSuggestionRequest,
    context: ServerContext
  ) async throws -> GetSuggestionResponse {
    let user = try context.requireUserID()
    let record = try await suggestion(request.id, field: "id", of: user)
    return GetSuggestionResponse(suggestion: try await messages([record], context).first)
  }

  package func submitFeedback(
    _ request: SubmitFeedbackRequest,
    context: ServerContext
  ) async throws -> SubmitFeedbackResponse {
    let user = try context.requireUserID()
    guard let feedback = request.feedback else {
      throw RPCError.invalidArgument(field: "feedback", "is required")
    }
    let record = try await suggestion(request.suggestionId, field: "suggestion_id", of: user)
    var list = FieldViolations()
    list.require(
      feedback.comment.hasCharacters(atMost: Limits.commentCharactersMax),
      "feedback.comment",
      "must be at most \(Limits.commentCharactersMax) characters"
    )
    list.require(
      feedback.chosenRecipeId.isEmpty
        || RecipeID.isPossible(feedback.chosenRecipeId)
          && record.choices.contains { $0.recipeID == feedback.chosenRecipeId },
      "feedback.chosen_recipe_id",
      "must be a recipe of this suggestion"
    )
    try list.throwIfAny()
    do {
      let changed = try await suggestions.setFeedback(user, record.id, feedback)
      return SubmitFeedbackResponse(
        suggestion: try await messages([changed ?? record], context).first
      )
    } catch TableError.conditionFailed {
      throw RPCError.notFound("you have no suggestion '\(record.id)'")
    }
  }

  private func suggestion(
    _ id: String,
    field: String,
    of user: String
  ) async throws -> SuggestionRecord {
    guard !id.isEmpty else { throw RPCError.invalidArgument(field: field, "is required") }
    guard let record = try await suggestions.suggestion(user, id) else {
      throw RPCError.notFound("you have no suggestion '\(id)'")
    }
    return record
  }

  /// The suggestions with their recipes as they are now.
  ///
  /// `user` is whose they are, when a service asks in the name of nobody.
  func messages(
    _ records: [SuggestionRecord],
    _ context: ServerContext,
    for user: String? = nil
  ) async throws -> [Suggestion] {
    let ids = Set(records.flatMap { $0.choices.map(\.recipeID) })
    var found: [String: StoredRecipe] = [:]
    for recipe in try await recipes.recipes(ids.sorted()) { found[recipe.id] = recipe }
    let used = found.values.lazy.flatMap { $0.record.ingredients.lazy.map(\.ingredientId) }
    let named = records.lazy.flatMap { $0.foodIDs + $0.warnings.map(\.foodID) }
      .filter { !$0.isEmpty }
    let foods = try await catalogue.foods(including: Array(used) + Array(named))
    let reader =
      user.map { Reader(userID: $0, language: context.language, foods: foods) }
      ?? reader(context, foods: foods)
    return records.map { $0.message(recipes: found, for: reader) }
  }
}
