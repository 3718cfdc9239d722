package import Contracts
import PageTokens
package import RPC
import ServiceKit
import SingleTable

extension AISuggestionService {
  package func getRecipe(
    _ request: GetRecipeRequest,
    context: ServerContext
  ) async throws -> GetRecipeResponse {
    guard !request.id.isEmpty else { throw RPCError.invalidArgument(field: "id", "is required") }
    guard RecipeID.isPossible(request.id), let recipe = try await recipes.recipe(request.id) else {
      throw RPCError.notFound("there is no recipe '\(request.id)'")
    }
    let foods = try await catalogue.foods(
      including: recipe.record.ingredients.lazy.map(\.ingredientId)
    )
    return GetRecipeResponse(recipe: recipe.message(for: reader(context, foods: foods)))
  }

  package func searchRecipes(
    _ request: SearchRecipesRequest,
    context: ServerContext
  ) async throws -> SearchRecipesResponse {
    let user = try context.requireUserID()
    try RecipeQuery.check(request)
    let count = try PageSize.resolve(request.pageSize)
    let query = RecipeQuery.binding(request)
    var position: CookbookIndex.Position?
    if !request.pageToken.isEmpty {
      position = try RecipeQuery.position(
        pageTokens.position(from: request.pageToken, caller: user, query: query)
      )
    }
    let found = cookbook.index.search(RecipeQuery.search(request), after: position, count: count)
    let language = context.language
    return SearchRecipesResponse(
      recipes: found.entries.map { $0.recipe.summary(language) },
      nextPageToken: try found.next.map {
        try pageTokens.token(for: RecipeQuery.bytes($0), caller: user, query: query)
      } ?? ""
    )
  }

  package func batchGetRecipes(
    _ request: BatchGetRecipesRequest,
    context: ServerContext
  ) async throws -> BatchGetRecipesResponse {
    var list = FieldViolations()
    list.require(
      (1...Limits.batchRecipesMax).contains(request.ids.count),
      "ids",
      "must have 1 to \(Limits.batchRecipesMax) entries"
    )
    for (index, id) in request.ids.enumerated() {
      list.require(!id.isEmpty, "ids[\(index)]", "must not be empty")
    }
    try list.throwIfAny()
    var response = BatchGetRecipesResponse()
    let ids = Set(request.ids.filter(RecipeID.isPossible))
    for recipe in try await recipes.recipes(ids.sorted()) {
      response.recipes[recipe.id] = recipe.entry
    }
    return response
  }

  package func applyRating(
    _ request: ApplyRatingRequest,
    context: ServerContext
  ) async throws -> ApplyRatingResponse {
    let (ratings, approval) = try RatingDelivery.read(request)
    return try await retryingWrites(until: context.deadline) {
      () async throws -> ApplyRatingResponse? in
      guard RecipeID.isPossible(request.recipeId),
        let old = try await recipes.recipe(request.recipeId)
      else {
        throw RPCError.notFound("there is no recipe '\(request.recipeId)'")
      }
      guard let new = old.applying(ratings, approval: approval) else {
        return ApplyRatingResponse(applied: false, approval: old.approval)
      }
      do throws(TableError) {
        try await write(old, new)
        return ApplyRatingResponse(applied: true, approval: new.approval)
      } catch {
        guard error.isOutrun else { throw error }
        return nil
      }
    }
  }

  /// One transaction: the recipe, the rows that make it findable, the cookbook's version.
  private func write(_ old: StoredRecipe, _ new: StoredRecipe) async throws(TableError) {
    var writes = RecipeStore.writes(from: old, to: new)
    let isSeen = old.approval == .approved || new.approval == .approved
    if isSeen { writes.append(RecipeStore.cookbookChanged) }
    try await recipes.write(writes)
    guard isSeen else { return }
    var written = new
    written.version = (old.version ?? 0) + 1
    cookbook.didWrite(written)
  }
}

extension TableError {
  /// Another writer was faster: read again and decide again.
  var isOutrun: Bool {
    switch self {
    case .conditionFailed, .transactionConflict: true
    case .transactionCancelled(let reasons):
      reasons.allSatisfy { $0 == .none || $0.isConditionFailed || $0 == .transactionConflict }
    default: false
    }
  }
}
