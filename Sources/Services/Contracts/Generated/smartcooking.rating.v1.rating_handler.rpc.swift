// Written by protoc-gen-smart-cooking from smartcooking/rating/v1/rating_handler.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `smartcooking.rating.v1.RatingHandlerService`.
package enum RatingHandlerServiceMethods {
  /// Full name of the service.
  package static let service = "smartcooking.rating.v1.RatingHandlerService"

  /// `/smartcooking.rating.v1.RatingHandlerService/RateRecipe`
  package static let rateRecipe = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "RateRecipe",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/GetMyRating`
  package static let getMyRating = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "GetMyRating",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/DeleteRating`
  package static let deleteRating = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "DeleteRating",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/ListRecipeRatings`
  package static let listRecipeRatings = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "ListRecipeRatings",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/ListMyRatings`
  package static let listMyRatings = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "ListMyRatings",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/GetRatingSummary`
  package static let getRatingSummary = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "GetRatingSummary",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/OverrideApproval`
  package static let overrideApproval = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "OverrideApproval",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/ExportMyData`
  package static let exportMyData = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "ExportMyData",
    kind: .serverStreaming, idempotency: .noSideEffects
  )

  /// `/smartcooking.rating.v1.RatingHandlerService/EraseMyData`
  package static let eraseMyData = MethodDescriptor(
    service: "smartcooking.rating.v1.RatingHandlerService", name: "EraseMyData",
    kind: .unary, idempotency: .idempotent
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    rateRecipe,
    getMyRating,
    deleteRating,
    listRecipeRatings,
    listMyRatings,
    getRatingSummary,
    overrideApproval,
    exportMyData,
    eraseMyData,
  ]
}

/// Keeps ratings and decides by them what joins the cookbook. Deadline 10 s.
///
/// A change is told to the other services after it is stored, again and again until they have it,
/// in any order: the highest version holds.
///
/// It also coordinates what a person may ask of all services together: a copy of everything that is
/// kept of them, and that it be forgotten. It is the one for it because it already calls the others,
/// none of them calls it, and it already keeps what is to be delivered until it is; the gateway
/// knows no service.
package protocol RatingHandlerServiceHandler: Sendable {
  /// Rates a recipe, or replaces the caller's earlier rating of it. The first rating answers HTTP
  /// 201, a later one 200: response metadata `x-http-status` says `201` for the first, as `created`
  /// does.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `stars` is not 1 to 5, `comment` is longer than 500
  ///   characters.
  /// - NOT_FOUND: no such recipe.
  /// - UNAVAILABLE: the service that keeps the recipes does not answer.
  func rateRecipe(
    _ request: RateRecipeRequest,
    context: ServerContext
  ) async throws -> RateRecipeResponse

  /// Answers the caller's rating of a recipe.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  /// - NOT_FOUND: the caller has not rated it.
  func getMyRating(
    _ request: GetMyRatingRequest,
    context: ServerContext
  ) async throws -> GetMyRatingResponse

  /// Takes the caller's rating of a recipe back. An approval that it helped to bring about stays.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  /// - NOT_FOUND: the caller has not rated it.
  func deleteRating(
    _ request: DeleteRatingRequest,
    context: ServerContext
  ) async throws -> DeleteRatingResponse

  /// Lists what people think of a recipe, in no promised order. A recipe without ratings, or one
  /// that does not exist, answers an empty page.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `page_size` is negative, `page_token` is not from
  ///   the same query and caller.
  func listRecipeRatings(
    _ request: ListRecipeRatingsRequest,
    context: ServerContext
  ) async throws -> ListRecipeRatingsResponse

  /// Lists the caller's ratings, the latest change first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  func listMyRatings(
    _ request: ListMyRatingsRequest,
    context: ServerContext
  ) async throws -> ListMyRatingsResponse

  /// Answers what all raters think of a recipe together. One that nobody has rated, or that does
  /// not exist, answers a count of 0.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  func getRatingSummary(
    _ request: GetRatingSummaryRequest,
    context: ServerContext
  ) async throws -> GetRatingSummaryResponse

  /// Decides by hand whether a recipe belongs to the cookbook. Ratings do not change it after that,
  /// until the decision is given back to them.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `approval` is unspecified, `reason` is longer than
  ///   500 characters.
  /// - NOT_FOUND: no such recipe.
  func overrideApproval(
    _ request: OverrideApprovalRequest,
    context: ServerContext
  ) async throws -> OverrideApprovalResponse

  /// Sends all that the services keep of the caller: ratings, the latest change first, then what
  /// each of the other services has. It is complete when it ends with OK, and only then. Over REST
  /// one JSON object a line, or server-sent events, as `accept` asks.
  ///
  /// - UNAVAILABLE: a service does not answer; what was sent until then is not all.
  func exportMyData(
    _ request: ExportMyDataRequest,
    _ responses: ResponseWriter<ExportMyDataResponse>,
    context: ServerContext
  ) async throws

  /// Forgets the caller in all services: ratings, which the totals lose with them, sessions,
  /// favourites and their numbers, suggestions, preferences, quota, pantry, and who reported which
  /// unknown name. Recipes that the caller wrote stay, with a placeholder as their author, and so
  /// does an approval that the caller's ratings helped to bring about.
  ///
  /// The wish is stored first. A service that does not answer is asked again until it has
  /// forgotten; what the caller makes there meanwhile is forgotten too. A minute later all look once
  /// more for what they were told just before the wish. The account itself belongs to whoever issues
  /// the tokens.
  func eraseMyData(
    _ request: EraseMyDataRequest,
    context: ServerContext
  ) async throws -> EraseMyDataResponse
}

extension RatingHandlerServiceHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: RatingHandlerServiceMethods.service,
      methods: [
        .unary(RatingHandlerServiceMethods.rateRecipe) { call in
          let request: RateRecipeRequest = try call.decodeRequest()
          call.answer(with: try await self.rateRecipe(request, context: call.context))
        },
        .unary(RatingHandlerServiceMethods.getMyRating) { call in
          let request: GetMyRatingRequest = try call.decodeRequest()
          call.answer(with: try await self.getMyRating(request, context: call.context))
        },
        .unary(RatingHandlerServiceMethods.deleteRating) { call in
          let request: DeleteRatingRequest = try call.decodeRequest()
          call.answer(with: try await self.deleteRating(request, context: call.context))
        },
        .unary(RatingHandlerServiceMethods.listRecipeRatings) { call in
          let request: ListRecipeRatingsRequest = try call.decodeRequest()
          call.answer(with: try await self.listRecipeRatings(request, context: call.context))
        },
        .unary(RatingHandlerServiceMethods.listMyRatings) { call in
          let request: ListMyRatingsRequest = try call.decodeRequest()
          call.answer(with: try await self.listMyRatings(request, context: call.context))
        },
        .unary(RatingHandlerServiceMethods.getRatingSummary) { call in
          let request: GetRatingSummaryRequest = try call.decodeRequest()
          call.answer(with: try await self.getRatingSummary(request, context: call.context))
        },
        .unary(RatingHandlerServiceMethods.overrideApproval) { call in
          let request: OverrideApprovalRequest = try call.decodeRequest()
          call.answer(with: try await self.overrideApproval(request, context: call.context))
        },
        .serverStreaming(RatingHandlerServiceMethods.exportMyData) {
          try await self.exportMyData($0, $1, context: $2)
        },
        .unary(RatingHandlerServiceMethods.eraseMyData) { call in
          let request: EraseMyDataRequest = try call.decodeRequest()
          call.answer(with: try await self.eraseMyData(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `smartcooking.rating.v1.RatingHandlerService`, over a channel that others may use too.
package struct RatingHandlerServiceClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Rates a recipe, or replaces the caller's earlier rating of it. The first rating answers HTTP
  /// 201, a later one 200: response metadata `x-http-status` says `201` for the first, as `created`
  /// does.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `stars` is not 1 to 5, `comment` is longer than 500
  ///   characters.
  /// - NOT_FOUND: no such recipe.
  /// - UNAVAILABLE: the service that keeps the recipes does not answer.
  package func rateRecipe(
    _ request: RateRecipeRequest, options: CallOptions = CallOptions()
  ) async throws -> RateRecipeResponse {
    try await rateRecipe(response: request, options: options).message
  }

  /// As `rateRecipe(_:options:)`, with the answer's metadata.
  package func rateRecipe(
    response request: RateRecipeRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<RateRecipeResponse> {
    try await channel.unary(RatingHandlerServiceMethods.rateRecipe, request, options: options)
  }

  /// Answers the caller's rating of a recipe.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  /// - NOT_FOUND: the caller has not rated it.
  package func getMyRating(
    _ request: GetMyRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> GetMyRatingResponse {
    try await getMyRating(response: request, options: options).message
  }

  /// As `getMyRating(_:options:)`, with the answer's metadata.
  package func getMyRating(
    response request: GetMyRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetMyRatingResponse> {
    try await channel.unary(RatingHandlerServiceMethods.getMyRating, request, options: options)
  }

  /// Takes the caller's rating of a recipe back. An approval that it helped to bring about stays.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  /// - NOT_FOUND: the caller has not rated it.
  package func deleteRating(
    _ request: DeleteRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> DeleteRatingResponse {
    try await deleteRating(response: request, options: options).message
  }

  /// As `deleteRating(_:options:)`, with the answer's metadata.
  package func deleteRating(
    response request: DeleteRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<DeleteRatingResponse> {
    try await channel.unary(RatingHandlerServiceMethods.deleteRating, request, options: options)
  }

  /// Lists what people think of a recipe, in no promised order. A recipe without ratings, or one
  /// that does not exist, answers an empty page.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `page_size` is negative, `page_token` is not from
  ///   the same query and caller.
  package func listRecipeRatings(
    _ request: ListRecipeRatingsRequest, options: CallOptions = CallOptions()
  ) async throws -> ListRecipeRatingsResponse {
    try await listRecipeRatings(response: request, options: options).message
  }

  /// As `listRecipeRatings(_:options:)`, with the answer's metadata.
  package func listRecipeRatings(
    response request: ListRecipeRatingsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListRecipeRatingsResponse> {
    try await channel.unary(RatingHandlerServiceMethods.listRecipeRatings, request, options: options)
  }

  /// Lists the caller's ratings, the latest change first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  package func listMyRatings(
    _ request: ListMyRatingsRequest, options: CallOptions = CallOptions()
  ) async throws -> ListMyRatingsResponse {
    try await listMyRatings(response: request, options: options).message
  }

  /// As `listMyRatings(_:options:)`, with the answer's metadata.
  package func listMyRatings(
    response request: ListMyRatingsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListMyRatingsResponse> {
    try await channel.unary(RatingHandlerServiceMethods.listMyRatings, request, options: options)
  }

  /// Answers what all raters think of a recipe together. One that nobody has rated, or that does
  /// not exist, answers a count of 0.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  package func getRatingSummary(
    _ request: GetRatingSummaryRequest, options: CallOptions = CallOptions()
  ) async throws -> GetRatingSummaryResponse {
    try await getRatingSummary(response: request, options: options).message
  }

  /// As `getRatingSummary(_:options:)`, with the answer's metadata.
  package func getRatingSummary(
    response request: GetRatingSummaryRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetRatingSummaryResponse> {
    try await channel.unary(RatingHandlerServiceMethods.getRatingSummary, request, options: options)
  }

  /// Decides by hand whether a recipe belongs to the cookbook. Ratings do not change it after that,
  /// until the decision is given back to them.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `approval` is unspecified, `reason` is longer than
  ///   500 characters.
  /// - NOT_FOUND: no such recipe.
  package func overrideApproval(
    _ request: OverrideApprovalRequest, options: CallOptions = CallOptions()
  ) async throws -> OverrideApprovalResponse {
    try await overrideApproval(response: request, options: options).message
  }

  /// As `overrideApproval(_:options:)`, with the answer's metadata.
  package func overrideApproval(
    response request: OverrideApprovalRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<OverrideApprovalResponse> {
    try await channel.unary(RatingHandlerServiceMethods.overrideApproval, request, options: options)
  }

  /// Sends all that the services keep of the caller: ratings, the latest change first, then what
  /// each of the other services has. It is complete when it ends with OK, and only then. Over REST
  /// one JSON object a line, or server-sent events, as `accept` asks.
  ///
  /// - UNAVAILABLE: a service does not answer; what was sent until then is not all.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func exportMyData(
    _ request: ExportMyDataRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<ExportMyDataResponse> {
    channel.serverStreaming(RatingHandlerServiceMethods.exportMyData, request, options: options)
  }

  /// Forgets the caller in all services: ratings, which the totals lose with them, sessions,
  /// favourites and their numbers, suggestions, preferences, quota, pantry, and who reported which
  /// unknown name. Recipes that the caller wrote stay, with a placeholder as their author, and so
  /// does an approval that the caller's ratings helped to bring about.
  ///
  /// The wish is stored first. A service that does not answer is asked again until it has
  /// forgotten; what the caller makes there meanwhile is forgotten too. A minute later all look once
  /// more for what they were told just before the wish. The account itself belongs to whoever issues
  /// the tokens.
  package func eraseMyData(
    _ request: EraseMyDataRequest, options: CallOptions = CallOptions()
  ) async throws -> EraseMyDataResponse {
    try await eraseMyData(response: request, options: options).message
  }

  /// As `eraseMyData(_:options:)`, with the answer's metadata.
  package func eraseMyData(
    response request: EraseMyDataRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<EraseMyDataResponse> {
    try await channel.unary(RatingHandlerServiceMethods.eraseMyData, request, options: options)
  }
}
