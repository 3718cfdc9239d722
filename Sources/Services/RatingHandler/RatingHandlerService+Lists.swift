package import Contracts
import PageTokens
package import RPC
import ServiceKit
import SingleTable

extension RatingHandlerService {
  package func listRecipeRatings(
    _ request: ListRecipeRatingsRequest,
    context: ServerContext
  ) async throws -> ListRecipeRatingsResponse {
    let user = try context.requireUserID()
    try requireRecipe(request.recipeId)
    let size = try PageSize.resolve(request.pageSize)
    let query = ["ListRecipeRatings", request.recipeId]
    let start = try pageTokens.startKey(from: request.pageToken, caller: user, query: query)
    guard RecipeID.isPossible(request.recipeId) else { return ListRecipeRatingsResponse() }
    let page = try await store.ratings(recipe: request.recipeId, from: start, count: size)
    var response = ListRecipeRatingsResponse()
    response.ratings = try page.records(RatingRecord.self).map { Rating($0, caller: user) }
    response.nextPageToken = try pageTokens.token(after: page, caller: user, query: query)
    return response
  }

  package func listMyRatings(
    _ request: ListMyRatingsRequest,
    context: ServerContext
  ) async throws -> ListMyRatingsResponse {
    let user = try context.requireUserID()
    let size = try PageSize.resolve(request.pageSize)
    let query = ["ListMyRatings"]
    let start = try pageTokens.startKey(from: request.pageToken, caller: user, query: query)
    let page = try await store.ratings(user: user, from: start, count: size)
    var response = ListMyRatingsResponse()
    response.ratings = try page.records(RatingRecord.self).map { Rating($0, caller: user) }
    response.nextPageToken = try pageTokens.token(after: page, caller: user, query: query)
    return response
  }

  package func getRatingSummary(
    _ request: GetRatingSummaryRequest,
    context: ServerContext
  ) async throws -> GetRatingSummaryResponse {
    try requireRecipe(request.recipeId)
    var response = GetRatingSummaryResponse()
    response.summary =
      RecipeID.isPossible(request.recipeId)
      ? try await summary(request.recipeId)
      : RatingSummary(RatingTotals(), recipe: request.recipeId)
    return response
  }
}
