package import Contracts
import PageTokens
import Protobuf
package import RPC
import ServiceKit
import SingleTable

// MARK: - Favourites

extension CookingHistoryService {
  package func setFavorite(
    _ request: SetFavoriteRequest,
    context: ServerContext
  ) async throws -> SetFavoriteResponse {
    let user = try context.requireUserID()
    try requireFields(("recipe_id", request.recipeId))
    var response = SetFavoriteResponse()
    if RecipeID.isPossible(request.recipeId),
      let known = try await store.favorite(user: user, recipe: request.recipeId)
    {
      response.favorite = Favorite(known, title: known.recipeTitle)
      return response
    }
    let recipe = try await recipe(request.recipeId, context: context)
    let favorite = FavoriteRecord(
      user: user,
      recipeID: recipe.id,
      recipeTitle: recipe.title,
      language: context.language.rawValue,
      createdAt: clock.milliseconds
    )
    guard let stored = try await store.add(favorite, deadline: context.deadline) else {
      throw RPCError.resourceExhausted(
        "a user has at most \(FavoriteRecord.countMax) favourites",
        details: [
          .quotaFailure(
            subject: "user:\(user)",
            description: "\(FavoriteRecord.countMax) favourites"
          )
        ]
      )
    }
    response.favorite = Favorite(stored, title: stored.recipeTitle)
    return response
  }

  package func removeFavorite(
    _ request: RemoveFavoriteRequest,
    context: ServerContext
  ) async throws -> RemoveFavoriteResponse {
    let user = try context.requireUserID()
    try requireFields(("recipe_id", request.recipeId))
    if RecipeID.isPossible(request.recipeId) {
      try await store.removeFavorite(
        user: user,
        recipe: request.recipeId,
        deadline: context.deadline
      )
    }
    return RemoveFavoriteResponse()
  }

  package func listFavorites(
    _ request: ListFavoritesRequest,
    context: ServerContext
  ) async throws -> ListFavoritesResponse {
    let user = try context.requireUserID()
    let size = try PageSize.resolve(request.pageSize)
    let query = ["ListFavorites"]
    let start = try pageTokens.startKey(from: request.pageToken, caller: user, query: query)
    let page = try await store.favorites(user: user, from: start, count: size)
    let favorites = try page.records(FavoriteRecord.self)
    let titles = await titles(of: favorites, in: context.language)
    var response = ListFavoritesResponse()
    response.favorites = favorites.map {
      Favorite($0, title: titles[$0.recipeID] ?? $0.recipeTitle)
    }
    response.nextPageToken = try pageTokens.token(after: page, caller: user, query: query)
    return response
  }

  /// The titles in another language than they were stored in, as far as they are to be had.
  private func titles(
    of favorites: [FavoriteRecord],
    in language: Language
  ) async -> [String: String] {
    var request = BatchGetRecipesRequest()
    request.ids = favorites.filter { $0.language != language.rawValue }.map(\.recipeID)
    guard !request.ids.isEmpty else { return [:] }
    // A title in the other language is better than no list.
    let answer = try? await recipes.batchGetRecipes(
      request,
      options: CallOptions(timeout: .seconds(1))
    )
    return (answer?.recipes ?? [:]).compactMapValues { entry in
      entry.record?.title.map { language.pick(vi: $0.vi, en: $0.en) }
    }
  }
}

// MARK: - Numbers

extension CookingHistoryService {
  package func getCookingStats(
    _ request: GetCookingStatsRequest,
    context: ServerContext
  ) async throws -> GetCookingStatsResponse {
    let user = try context.requireUserID()
    let (counters, mostCooked) = try await store.statistics(user: user)
    var response = GetCookingStatsResponse()
    response.stats = CookingStats(counters, mostCooked: mostCooked)
    return response
  }
}

// MARK: - For other services

extension CookingHistoryService {
  package func verifyCook(
    _ request: VerifyCookRequest,
    context: ServerContext
  ) async throws -> VerifyCookResponse {
    try requireFields(("user_id", request.userId), ("recipe_id", request.recipeId))
    var response = VerifyCookResponse()
    guard RecipeID.isPossible(request.recipeId),
      let cooked = try await store.cooked(user: request.userId, recipe: request.recipeId)
    else { return response }
    response.verified = true
    response.completeTime = Google_Protobuf_Timestamp(milliseconds: cooked.lastAt)
    return response
  }

  package func setPersonalRating(
    _ request: SetPersonalRatingRequest,
    context: ServerContext
  ) async throws -> SetPersonalRatingResponse {
    var violations = FieldViolations()
    violations.require(!request.userId.isEmpty, "user_id", "must not be empty")
    violations.require(RecipeID.isPossible(request.recipeId), "recipe_id", "must be a recipe's id")
    violations.require(
      request.stars.map { (1...5).contains($0) } ?? true,
      "stars",
      "must be from 1 to 5, or absent"
    )
    violations.require(request.version > 0, "version", "must be above 0")
    try violations.throwIfAny()
    var response = SetPersonalRatingResponse()
    response.applied = try await store.note(
      PersonalRating(
        user: request.userId,
        recipeID: request.recipeId,
        stars: request.stars.map(Int.init),
        version: request.version
      ),
      deadline: context.deadline
    )
    return response
  }
}
