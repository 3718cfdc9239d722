// Written by protoc-gen-smart-cooking from smartcooking/cooking/v1/cooking_history.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `smartcooking.cooking.v1.CookingHistoryService`.
package enum CookingHistoryServiceMethods {
  /// Full name of the service.
  package static let service = "smartcooking.cooking.v1.CookingHistoryService"

  /// `/smartcooking.cooking.v1.CookingHistoryService/StartCooking`
  package static let startCooking = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "StartCooking",
    kind: .unary, idempotency: .unknown
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/GetSession`
  package static let getSession = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "GetSession",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/ListSessions`
  package static let listSessions = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "ListSessions",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/CompleteCooking`
  package static let completeCooking = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "CompleteCooking",
    kind: .unary, idempotency: .unknown
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/AbandonCooking`
  package static let abandonCooking = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "AbandonCooking",
    kind: .unary, idempotency: .unknown
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/DeleteSession`
  package static let deleteSession = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "DeleteSession",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/SetFavorite`
  package static let setFavorite = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "SetFavorite",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/RemoveFavorite`
  package static let removeFavorite = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "RemoveFavorite",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/ListFavorites`
  package static let listFavorites = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "ListFavorites",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/GetCookingStats`
  package static let getCookingStats = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "GetCookingStats",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/ExportHistory`
  package static let exportHistory = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "ExportHistory",
    kind: .serverStreaming, idempotency: .noSideEffects
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/VerifyCook`
  package static let verifyCook = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "VerifyCook",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/SetPersonalRating`
  package static let setPersonalRating = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "SetPersonalRating",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.cooking.v1.CookingHistoryService/EraseCookingData`
  package static let eraseCookingData = MethodDescriptor(
    service: "smartcooking.cooking.v1.CookingHistoryService", name: "EraseCookingData",
    kind: .unary, idempotency: .idempotent
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    startCooking,
    getSession,
    listSessions,
    completeCooking,
    abandonCooking,
    deleteSession,
    setFavorite,
    removeFavorite,
    listFavorites,
    getCookingStats,
    exportHistory,
    verifyCook,
    setPersonalRating,
    eraseCookingData,
  ]
}

/// Remembers what a user cooks. Deadline 10 s.
///
/// All of it is private: what belongs to somebody else is NOT_FOUND.
package protocol CookingHistoryServiceHandler: Sendable {
  /// Starts to cook a recipe, from a snapshot of it. The same idempotency key answers the session
  /// that it made, for 24 hours.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `idempotency_key` breaks its rule.
  /// - NOT_FOUND: no such recipe.
  /// - ALREADY_EXISTS: the key was used for another recipe.
  /// - UNAVAILABLE: the service that keeps the recipes does not answer.
  func startCooking(
    _ request: StartCookingRequest,
    context: ServerContext
  ) async throws -> StartCookingResponse

  /// Answers one session with its recipe.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  func getSession(
    _ request: GetSessionRequest,
    context: ServerContext
  ) async throws -> GetSessionResponse

  /// Lists the caller's sessions, the newest first.
  ///
  /// - INVALID_ARGUMENT: `status` is not a status, `page_size` is negative, `page_token` is not
  ///   from the same query and caller.
  func listSessions(
    _ request: ListSessionsRequest,
    context: ServerContext
  ) async throws -> ListSessionsResponse

  /// Ends a session: the dish was cooked. Over REST the body may be absent.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  /// - FAILED_PRECONDITION: it is completed or abandoned already; of two calls at once, one gets
  ///   this.
  func completeCooking(
    _ request: CompleteCookingRequest,
    context: ServerContext
  ) async throws -> CompleteCookingResponse

  /// Ends a session: the dish was given up. Over REST the body may be absent.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  /// - FAILED_PRECONDITION: it is completed or abandoned already; of two calls at once, one gets
  ///   this.
  func abandonCooking(
    _ request: AbandonCookingRequest,
    context: ServerContext
  ) async throws -> AbandonCookingResponse

  /// Forgets a session and takes it out of the statistics.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  func deleteSession(
    _ request: DeleteSessionRequest,
    context: ServerContext
  ) async throws -> DeleteSessionResponse

  /// Makes a recipe a favourite. One that is a favourite already keeps its time. Over REST the body
  /// may be absent.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  /// - NOT_FOUND: no such recipe.
  /// - RESOURCE_EXHAUSTED: the caller has 1000 favourites.
  func setFavorite(
    _ request: SetFavoriteRequest,
    context: ServerContext
  ) async throws -> SetFavoriteResponse

  /// Makes a recipe no favourite. One that is none succeeds.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  func removeFavorite(
    _ request: RemoveFavoriteRequest,
    context: ServerContext
  ) async throws -> RemoveFavoriteResponse

  /// Lists the caller's favourites, the newest first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  func listFavorites(
    _ request: ListFavoritesRequest,
    context: ServerContext
  ) async throws -> ListFavoritesResponse

  /// Answers what the caller has cooked so far, in numbers.
  func getCookingStats(
    _ request: GetCookingStatsRequest,
    context: ServerContext
  ) async throws -> GetCookingStatsResponse

  /// Sends all that is kept of the caller: statistics, then sessions, the newest first, then
  /// favourites. Over REST one JSON object a line, or server-sent events, as `accept` asks.
  func exportHistory(
    _ request: ExportHistoryRequest,
    _ responses: ResponseWriter<ExportHistoryResponse>,
    context: ServerContext
  ) async throws

  /// Says whether a user has completed a session of a recipe.
  ///
  /// - INVALID_ARGUMENT: `user_id` or `recipe_id` is empty.
  func verifyCook(
    _ request: VerifyCookRequest,
    context: ServerContext
  ) async throws -> VerifyCookResponse

  /// Takes note of a user's own rating of a recipe, for the statistics. A delivery that is late or
  /// comes again changes nothing: the highest version holds.
  ///
  /// - INVALID_ARGUMENT: `user_id` or `recipe_id` is empty, `stars` is not 1 to 5, `version` is not
  ///   above 0.
  func setPersonalRating(
    _ request: SetPersonalRatingRequest,
    context: ServerContext
  ) async throws -> SetPersonalRatingResponse

  /// Forgets a user: sessions, favourites, numbers and personal ratings. A mark stays for a day, so
  /// that news of a rating of before, late on its way, brings nothing back. One who is forgotten
  /// already succeeds.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty, `rating_version` is negative.
  func eraseCookingData(
    _ request: EraseCookingDataRequest,
    context: ServerContext
  ) async throws -> EraseCookingDataResponse
}

extension CookingHistoryServiceHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: CookingHistoryServiceMethods.service,
      methods: [
        .unary(CookingHistoryServiceMethods.startCooking) { call in
          let request: StartCookingRequest = try call.decodeRequest()
          call.answer(with: try await self.startCooking(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.getSession) { call in
          let request: GetSessionRequest = try call.decodeRequest()
          call.answer(with: try await self.getSession(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.listSessions) { call in
          let request: ListSessionsRequest = try call.decodeRequest()
          call.answer(with: try await self.listSessions(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.completeCooking) { call in
          let request: CompleteCookingRequest = try call.decodeRequest()
          call.answer(with: try await self.completeCooking(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.abandonCooking) { call in
          let request: AbandonCookingRequest = try call.decodeRequest()
          call.answer(with: try await self.abandonCooking(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.deleteSession) { call in
          let request: DeleteSessionRequest = try call.decodeRequest()
          call.answer(with: try await self.deleteSession(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.setFavorite) { call in
          let request: SetFavoriteRequest = try call.decodeRequest()
          call.answer(with: try await self.setFavorite(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.removeFavorite) { call in
          let request: RemoveFavoriteRequest = try call.decodeRequest()
          call.answer(with: try await self.removeFavorite(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.listFavorites) { call in
          let request: ListFavoritesRequest = try call.decodeRequest()
          call.answer(with: try await self.listFavorites(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.getCookingStats) { call in
          let request: GetCookingStatsRequest = try call.decodeRequest()
          call.answer(with: try await self.getCookingStats(request, context: call.context))
        },
        .serverStreaming(CookingHistoryServiceMethods.exportHistory) {
          try await self.exportHistory($0, $1, context: $2)
        },
        .unary(CookingHistoryServiceMethods.verifyCook) { call in
          let request: VerifyCookRequest = try call.decodeRequest()
          call.answer(with: try await self.verifyCook(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.setPersonalRating) { call in
          let request: SetPersonalRatingRequest = try call.decodeRequest()
          call.answer(with: try await self.setPersonalRating(request, context: call.context))
        },
        .unary(CookingHistoryServiceMethods.eraseCookingData) { call in
          let request: EraseCookingDataRequest = try call.decodeRequest()
          call.answer(with: try await self.eraseCookingData(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `smartcooking.cooking.v1.CookingHistoryService`, over a channel that others may use too.
package struct CookingHistoryServiceClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Starts to cook a recipe, from a snapshot of it. The same idempotency key answers the session
  /// that it made, for 24 hours.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `idempotency_key` breaks its rule.
  /// - NOT_FOUND: no such recipe.
  /// - ALREADY_EXISTS: the key was used for another recipe.
  /// - UNAVAILABLE: the service that keeps the recipes does not answer.
  package func startCooking(
    _ request: StartCookingRequest, options: CallOptions = CallOptions()
  ) async throws -> StartCookingResponse {
    try await startCooking(response: request, options: options).message
  }

  /// As `startCooking(_:options:)`, with the answer's metadata.
  package func startCooking(
    response request: StartCookingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<StartCookingResponse> {
    try await channel.unary(CookingHistoryServiceMethods.startCooking, request, options: options)
  }

  /// Answers one session with its recipe.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  package func getSession(
    _ request: GetSessionRequest, options: CallOptions = CallOptions()
  ) async throws -> GetSessionResponse {
    try await getSession(response: request, options: options).message
  }

  /// As `getSession(_:options:)`, with the answer's metadata.
  package func getSession(
    response request: GetSessionRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetSessionResponse> {
    try await channel.unary(CookingHistoryServiceMethods.getSession, request, options: options)
  }

  /// Lists the caller's sessions, the newest first.
  ///
  /// - INVALID_ARGUMENT: `status` is not a status, `page_size` is negative, `page_token` is not
  ///   from the same query and caller.
  package func listSessions(
    _ request: ListSessionsRequest, options: CallOptions = CallOptions()
  ) async throws -> ListSessionsResponse {
    try await listSessions(response: request, options: options).message
  }

  /// As `listSessions(_:options:)`, with the answer's metadata.
  package func listSessions(
    response request: ListSessionsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListSessionsResponse> {
    try await channel.unary(CookingHistoryServiceMethods.listSessions, request, options: options)
  }

  /// Ends a session: the dish was cooked. Over REST the body may be absent.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  /// - FAILED_PRECONDITION: it is completed or abandoned already; of two calls at once, one gets
  ///   this.
  package func completeCooking(
    _ request: CompleteCookingRequest, options: CallOptions = CallOptions()
  ) async throws -> CompleteCookingResponse {
    try await completeCooking(response: request, options: options).message
  }

  /// As `completeCooking(_:options:)`, with the answer's metadata.
  package func completeCooking(
    response request: CompleteCookingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<CompleteCookingResponse> {
    try await channel.unary(CookingHistoryServiceMethods.completeCooking, request, options: options)
  }

  /// Ends a session: the dish was given up. Over REST the body may be absent.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  /// - FAILED_PRECONDITION: it is completed or abandoned already; of two calls at once, one gets
  ///   this.
  package func abandonCooking(
    _ request: AbandonCookingRequest, options: CallOptions = CallOptions()
  ) async throws -> AbandonCookingResponse {
    try await abandonCooking(response: request, options: options).message
  }

  /// As `abandonCooking(_:options:)`, with the answer's metadata.
  package func abandonCooking(
    response request: AbandonCookingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<AbandonCookingResponse> {
    try await channel.unary(CookingHistoryServiceMethods.abandonCooking, request, options: options)
  }

  /// Forgets a session and takes it out of the statistics.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no session with this `id`.
  package func deleteSession(
    _ request: DeleteSessionRequest, options: CallOptions = CallOptions()
  ) async throws -> DeleteSessionResponse {
    try await deleteSession(response: request, options: options).message
  }

  /// As `deleteSession(_:options:)`, with the answer's metadata.
  package func deleteSession(
    response request: DeleteSessionRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<DeleteSessionResponse> {
    try await channel.unary(CookingHistoryServiceMethods.deleteSession, request, options: options)
  }

  /// Makes a recipe a favourite. One that is a favourite already keeps its time. Over REST the body
  /// may be absent.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  /// - NOT_FOUND: no such recipe.
  /// - RESOURCE_EXHAUSTED: the caller has 1000 favourites.
  package func setFavorite(
    _ request: SetFavoriteRequest, options: CallOptions = CallOptions()
  ) async throws -> SetFavoriteResponse {
    try await setFavorite(response: request, options: options).message
  }

  /// As `setFavorite(_:options:)`, with the answer's metadata.
  package func setFavorite(
    response request: SetFavoriteRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SetFavoriteResponse> {
    try await channel.unary(CookingHistoryServiceMethods.setFavorite, request, options: options)
  }

  /// Makes a recipe no favourite. One that is none succeeds.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty.
  package func removeFavorite(
    _ request: RemoveFavoriteRequest, options: CallOptions = CallOptions()
  ) async throws -> RemoveFavoriteResponse {
    try await removeFavorite(response: request, options: options).message
  }

  /// As `removeFavorite(_:options:)`, with the answer's metadata.
  package func removeFavorite(
    response request: RemoveFavoriteRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<RemoveFavoriteResponse> {
    try await channel.unary(CookingHistoryServiceMethods.removeFavorite, request, options: options)
  }

  /// Lists the caller's favourites, the newest first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  package func listFavorites(
    _ request: ListFavoritesRequest, options: CallOptions = CallOptions()
  ) async throws -> ListFavoritesResponse {
    try await listFavorites(response: request, options: options).message
  }

  /// As `listFavorites(_:options:)`, with the answer's metadata.
  package func listFavorites(
    response request: ListFavoritesRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListFavoritesResponse> {
    try await channel.unary(CookingHistoryServiceMethods.listFavorites, request, options: options)
  }

  /// Answers what the caller has cooked so far, in numbers.
  package func getCookingStats(
    _ request: GetCookingStatsRequest, options: CallOptions = CallOptions()
  ) async throws -> GetCookingStatsResponse {
    try await getCookingStats(response: request, options: options).message
  }

  /// As `getCookingStats(_:options:)`, with the answer's metadata.
  package func getCookingStats(
    response request: GetCookingStatsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetCookingStatsResponse> {
    try await channel.unary(CookingHistoryServiceMethods.getCookingStats, request, options: options)
  }

  /// Sends all that is kept of the caller: statistics, then sessions, the newest first, then
  /// favourites. Over REST one JSON object a line, or server-sent events, as `accept` asks.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func exportHistory(
    _ request: ExportHistoryRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<ExportHistoryResponse> {
    channel.serverStreaming(CookingHistoryServiceMethods.exportHistory, request, options: options)
  }

  /// Says whether a user has completed a session of a recipe.
  ///
  /// - INVALID_ARGUMENT: `user_id` or `recipe_id` is empty.
  package func verifyCook(
    _ request: VerifyCookRequest, options: CallOptions = CallOptions()
  ) async throws -> VerifyCookResponse {
    try await verifyCook(response: request, options: options).message
  }

  /// As `verifyCook(_:options:)`, with the answer's metadata.
  package func verifyCook(
    response request: VerifyCookRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<VerifyCookResponse> {
    try await channel.unary(CookingHistoryServiceMethods.verifyCook, request, options: options)
  }

  /// Takes note of a user's own rating of a recipe, for the statistics. A delivery that is late or
  /// comes again changes nothing: the highest version holds.
  ///
  /// - INVALID_ARGUMENT: `user_id` or `recipe_id` is empty, `stars` is not 1 to 5, `version` is not
  ///   above 0.
  package func setPersonalRating(
    _ request: SetPersonalRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> SetPersonalRatingResponse {
    try await setPersonalRating(response: request, options: options).message
  }

  /// As `setPersonalRating(_:options:)`, with the answer's metadata.
  package func setPersonalRating(
    response request: SetPersonalRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SetPersonalRatingResponse> {
    try await channel.unary(CookingHistoryServiceMethods.setPersonalRating, request, options: options)
  }

  /// Forgets a user: sessions, favourites, numbers and personal ratings. A mark stays for a day, so
  /// that news of a rating of before, late on its way, brings nothing back. One who is forgotten
  /// already succeeds.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty, `rating_version` is negative.
  package func eraseCookingData(
    _ request: EraseCookingDataRequest, options: CallOptions = CallOptions()
  ) async throws -> EraseCookingDataResponse {
    try await eraseCookingData(response: request, options: options).message
  }

  /// As `eraseCookingData(_:options:)`, with the answer's metadata.
  package func eraseCookingData(
    response request: EraseCookingDataRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<EraseCookingDataResponse> {
    try await channel.unary(CookingHistoryServiceMethods.eraseCookingData, request, options: options)
  }
}
