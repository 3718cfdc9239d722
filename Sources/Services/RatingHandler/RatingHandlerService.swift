package import Contracts
import Logging
import PageTokens
package import RPC
package import ServiceKit
import SingleTable

/// Keeps ratings, and decides by them what joins the cookbook.
package struct RatingHandlerService: Sendable {
  let store: RatingStore
  let recipes: AISuggestionServiceClient
  let cooking: CookingHistoryServiceClient
  let ingredients: IngredientValidatorServiceClient
  let sender: OutboxSender
  let eraser: Eraser
  let pageTokens: PageTokenSealer
  let clock: ServiceClock
  let ids: UUIDv7Generator
  let logger: Logger

  /// The service that keeps the recipes.
  static let recipePeer = "ai-suggestion"
  /// The service that knows who cooked what.
  static let cookingPeer = "cooking-history"
  /// The service that keeps pantries.
  static let ingredientPeer = "ingredient-validator"
  static let charactersMax = 500
  /// Whether a rater has cooked is not worth more of the caller's time: the outbox asks again.
  private static let verificationTimeout: Duration = .seconds(2)

  package init(_ needs: ServiceNeeds) {
    store = RatingStore(table: needs.table)
    recipes = AISuggestionServiceClient(channel: needs.channel(to: Self.recipePeer))
    cooking = CookingHistoryServiceClient(channel: needs.channel(to: Self.cookingPeer))
    ingredients = IngredientValidatorServiceClient(
      channel: needs.channel(to: Self.ingredientPeer)
    )
    pageTokens = needs.pageTokens
    clock = needs.clock
    ids = needs.ids
    logger = needs.logger
    sender = OutboxSender(
      store: store,
      recipes: recipes,
      cooking: cooking,
      clock: clock,
      ids: ids,
      logger: logger
    )
    eraser = Eraser(
      store: store,
      peers: Eraser.Peers(cooking: cooking, recipes: recipes, ingredients: ingredients),
      signal: sender.signal,
      clock: clock,
      ids: ids,
      logger: logger
    )
  }
}

extension RatingHandlerService: RatingHandlerServiceHandler {
  package func rateRecipe(
    _ request: RateRecipeRequest,
    context: ServerContext
  ) async throws -> RateRecipeResponse {
    let user = try context.requireUserID()
    var violations = FieldViolations()
    violations.require(!request.recipeId.isEmpty, "recipe_id", "must not be empty")
    violations.require((1...5).contains(request.stars), "stars", "must be from 1 to 5")
    violations.requireShort(request.comment, "comment")
    try violations.throwIfAny()

    async let recipe = recipe(request.recipeId, context: context)
    async let verification = verification(user: user, recipe: request.recipeId)
    let found = try await recipe
    let input = RatingRecord.Input(
      recipeID: found.id,
      user: user,
      stars: Int(request.stars),
      comment: request.comment,
      verification: try await verification,
      isAuthor: found.mine
    )
    let rated = try await store.rate(
      input,
      initial: Approval(initialOf: found),
      at: clock.milliseconds,
      ids: ids,
      deadline: context.deadline
    )
    kick(found.id)
    // Nothing may fail behind the write: a call that is tried again is no first rating any more.
    if rated.isFirst { context.responseMetadata["x-http-status"] = "201" }
    var response = RateRecipeResponse()
    response.rating = Rating(rated.rating, caller: user)
    response.summary = await summary(found.id, atLeast: rated.totals)
    response.created = rated.isFirst
    return response
  }

  package func getMyRating(
    _ request: GetMyRatingRequest,
    context: ServerContext
  ) async throws -> GetMyRatingResponse {
    let user = try context.requireUserID()
    try requireRecipe(request.recipeId)
    guard RecipeID.isPossible(request.recipeId),
      let rating = try await store.known(recipe: request.recipeId, user: user)?.rating
    else { throw Self.notRated(request.recipeId) }
    var response = GetMyRatingResponse()
    response.rating = Rating(rating, caller: user)
    return response
  }

  package func deleteRating(
    _ request: DeleteRatingRequest,
    context: ServerContext
  ) async throws -> DeleteRatingResponse {
    let user = try context.requireUserID()
    try requireRecipe(request.recipeId)
    guard RecipeID.isPossible(request.recipeId),
      let totals = try await store.takeBack(
        recipe: request.recipeId,
        user: user,
        request: context.requestID,
        at: clock.milliseconds,
        ids: ids,
        deadline: context.deadline
      )
    else { throw Self.notRated(request.recipeId) }
    kick(request.recipeId)
    var response = DeleteRatingResponse()
    response.summary = await summary(request.recipeId, atLeast: totals)
    return response
  }

  package func overrideApproval(
    _ request: OverrideApprovalRequest,
    context: ServerContext
  ) async throws -> OverrideApprovalResponse {
    let admin = try context.requireUserID()
    let wanted = Approval.State(request.approval)
    var violations = FieldViolations()
    violations.require(!request.recipeId.isEmpty, "recipe_id", "must not be empty")
    violations.require(wanted != nil, "approval", "must be APPROVED, REJECTED or PENDING")
    violations.requireShort(request.reason, "reason")
    try violations.throwIfAny()
    guard let wanted else { preconditionFailure("a missing approval is a violation") }

    let recipe = try await recipe(request.recipeId, context: context)
    try await store.override(
      recipe: recipe.id,
      Approval(wanted, onOverrideOf: recipe),
      by: admin,
      reason: request.reason,
      at: clock.milliseconds,
      ids: ids,
      deadline: context.deadline
    )
    kick(recipe.id)
    var response = OverrideApprovalResponse()
    response.summary = try await summary(recipe.id)
    return response
  }
}

// MARK: - Parts of the methods

extension RatingHandlerService {
  func summary(_ recipe: String) async throws(TableError) -> RatingSummary {
    RatingSummary(try await store.totals(recipe: recipe), recipe: recipe)
  }

  /// Behind a write, which stands whatever can be read then: as it left the totals, if nothing can.
  private func summary(_ recipe: String, atLeast totals: RatingTotals) async -> RatingSummary {
    // Only those who rate in the same moment are missing.
    (try? await summary(recipe)) ?? RatingSummary(totals, recipe: recipe)
  }

  func requireRecipe(_ id: String) throws(RPCError) {
    guard !id.isEmpty else { throw .invalidArgument(field: "recipe_id", "must not be empty") }
  }

  /// The others learn of it now rather than with the next round.
  private func kick(_ recipe: String) {
    sender.signal.kick(OutboxShard.of(recipe: recipe))
  }

  /// Without the recipe there is no right answer: whether it exists, and who wrote it.
  private func recipe(_ id: String, context: ServerContext) async throws -> Recipe {
    guard RecipeID.isPossible(id) else { throw Self.noRecipe(id) }
    var request = GetRecipeRequest()
    request.id = id
    do {
      guard let recipe = try await recipes.getRecipe(request).recipe else {
        throw Self.noRecipe(id)
      }
      return recipe
    } catch let error as RPCError where error.code == .notFound {
      throw Self.noRecipe(id)
    } catch {
      throw RPCError(from: error, peer: Self.recipePeer, deadline: context.deadline)
    }
  }

  /// Whether the rater has cooked the recipe; a rating is taken also while nobody can say.
  private func verification(
    user: String,
    recipe: String
  ) async throws -> RatingRecord.Verification {
    var request = VerifyCookRequest()
    request.userId = user
    request.recipeId = recipe
    do {
      let answer = try await cooking.verifyCook(
        request,
        options: CallOptions(timeout: Self.verificationTimeout)
      )
      return answer.verified ? .cooked : .notCooked
    } catch {
      try Task.checkCancellation()
      logger.warning(
        "whether a rater has cooked is asked again later",
        metadata: ["peer": "\(Self.cookingPeer)", "error": "\(error)"]
      )
      return .unknown
    }
  }

  private static func noRecipe(_ id: String) -> RPCError { .notFound("no recipe has the id \(id)") }
  private static func notRated(_ recipe: String) -> RPCError {
    .notFound("you have not rated the recipe \(recipe)")
  }
}

extension FieldViolations {
  /// Counted as code points, so that the bytes are bounded too.
  fileprivate mutating func requireShort(_ text: String, _ field: String) {
    let max = RatingHandlerService.charactersMax
    require(text.unicodeScalars.count <= max, field, "must be at most \(max) characters")
  }
}
