// Written by protoc-gen-smart-cooking from smartcooking/suggestion/v1/ai_suggestion.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `smartcooking.suggestion.v1.AISuggestionService`.
package enum AISuggestionServiceMethods {
  /// Full name of the service.
  package static let service = "smartcooking.suggestion.v1.AISuggestionService"

  /// `/smartcooking.suggestion.v1.AISuggestionService/Suggest`
  package static let suggest = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "Suggest",
    kind: .unary, idempotency: .unknown
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/StreamSuggest`
  package static let streamSuggest = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "StreamSuggest",
    kind: .serverStreaming, idempotency: .unknown
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/ListSuggestions`
  package static let listSuggestions = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "ListSuggestions",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/GetSuggestion`
  package static let getSuggestion = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "GetSuggestion",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/SubmitFeedback`
  package static let submitFeedback = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "SubmitFeedback",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/GetRecipe`
  package static let getRecipe = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "GetRecipe",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/SearchRecipes`
  package static let searchRecipes = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "SearchRecipes",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/CreateRecipe`
  package static let createRecipe = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "CreateRecipe",
    kind: .unary, idempotency: .unknown
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/GetPreferences`
  package static let getPreferences = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "GetPreferences",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/UpdatePreferences`
  package static let updatePreferences = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "UpdatePreferences",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/BatchGetRecipes`
  package static let batchGetRecipes = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "BatchGetRecipes",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/ApplyRating`
  package static let applyRating = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "ApplyRating",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/ImportRecipes`
  package static let importRecipes = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "ImportRecipes",
    kind: .clientStreaming, idempotency: .idempotent
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/ExportSuggestionData`
  package static let exportSuggestionData = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "ExportSuggestionData",
    kind: .serverStreaming, idempotency: .noSideEffects
  )

  /// `/smartcooking.suggestion.v1.AISuggestionService/EraseSuggestionData`
  package static let eraseSuggestionData = MethodDescriptor(
    service: "smartcooking.suggestion.v1.AISuggestionService", name: "EraseSuggestionData",
    kind: .unary, idempotency: .idempotent
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    suggest,
    streamSuggest,
    listSuggestions,
    getSuggestion,
    submitFeedback,
    getRecipe,
    searchRecipes,
    createRecipe,
    getPreferences,
    updatePreferences,
    batchGetRecipes,
    applyRating,
    importRecipes,
    exportSuggestionData,
    eraseSuggestionData,
  ]
}

/// Says what can be cooked with what is there, and keeps the recipes. Deadline 60 s.
///
/// Texts are in the language of `accept-language`. No recipe with an ingredient that is excluded by
/// an allergy, or with one that is not recognised, is ever suggested.
package protocol AISuggestionServiceHandler: Sendable {
  /// Suggests recipes: approved ones of the cookbook first, then new ones from a model for what is
  /// missing. Names that are not understood are left out with a warning. The same idempotency key
  /// answers the same suggestion for 24 hours, and nothing is paid twice.
  ///
  /// - INVALID_ARGUMENT: `ingredients` is empty or has more than 20 names, a name is longer than 2000
  ///   bytes, `recipe_count` is not 1 to 5, `preferred_methods`, `diets` or `allergies` name a value
  ///   that does not exist, `max_minutes` is not 1 to 1440, `idempotency_key` breaks its rule; or,
  ///   after validation, the names give fewer than 2 or more than 10 different foods: then a
  ///   violation of `ingredients[i]` for each bad name lists candidates.
  /// - ALREADY_EXISTS: the key was used with another request.
  /// - ABORTED: the first call with it still runs.
  /// - RESOURCE_EXHAUSTED: the month's free calls are used up; QuotaFailure and RetryInfo say how
  ///   many and until when.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer.
  func suggest(
    _ request: SuggestRequest,
    context: ServerContext
  ) async throws -> SuggestResponse

  /// Does what Suggest does, with the same errors, and sends each part as soon as it is there. A
  /// caller who leaves stops the model. Over REST the body is that of Suggest, and the answer one
  /// JSON object a line, or server-sent events, as `accept` asks.
  func streamSuggest(
    _ request: StreamSuggestRequest,
    _ responses: ResponseWriter<StreamSuggestResponse>,
    context: ServerContext
  ) async throws

  /// Lists the caller's suggestions of the last 90 days, the newest first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  func listSuggestions(
    _ request: ListSuggestionsRequest,
    context: ServerContext
  ) async throws -> ListSuggestionsResponse

  /// Answers one of the caller's suggestions.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no suggestion with this `id`, or it is older than 90 days.
  func getSuggestion(
    _ request: GetSuggestionRequest,
    context: ServerContext
  ) async throws -> GetSuggestionResponse

  /// Says what the caller thought of a suggestion; replaces what was said before.
  ///
  /// - INVALID_ARGUMENT: `feedback` is absent, its `comment` is longer than 500 characters, its
  ///   `chosen_recipe_id` is not of this suggestion.
  /// - NOT_FOUND: the caller has no such suggestion.
  func submitFeedback(
    _ request: SubmitFeedbackRequest,
    context: ServerContext
  ) async throws -> SubmitFeedbackResponse

  /// Answers one recipe: of the cookbook, or any other to who has its id.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: no recipe has this `id`.
  func getRecipe(
    _ request: GetRecipeRequest,
    context: ServerContext
  ) async throws -> GetRecipeResponse

  /// Lists approved recipes, the best rated first.
  ///
  /// - INVALID_ARGUMENT: `q` is longer than 100 characters, `method` is not a method, `cuisine` or
  ///   `ingredient` is longer than 100 characters, `page_size` is negative, `page_token` is not
  ///   from the same query and caller.
  func searchRecipes(
    _ request: SearchRecipesRequest,
    context: ServerContext
  ) async throws -> SearchRecipesResponse

  /// Stores a recipe that the caller wrote. It waits for approval by ratings. The same idempotency
  /// key answers the recipe that it made, for 24 hours.
  ///
  /// - INVALID_ARGUMENT: a field of `recipe` breaks its rule, or the name of an ingredient is not
  ///   understood as one food; violations name the field, such as `recipe.ingredients[2].name`.
  /// - ALREADY_EXISTS: the key was used with another recipe.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer.
  func createRecipe(
    _ request: CreateRecipeRequest,
    context: ServerContext
  ) async throws -> CreateRecipeResponse

  /// Answers the caller's preferences; empty ones when none were ever set.
  func getPreferences(
    _ request: GetPreferencesRequest,
    context: ServerContext
  ) async throws -> GetPreferencesResponse

  /// Changes the caller's preferences: the fields of the mask, to the values that are given.
  ///
  /// - INVALID_ARGUMENT: `preferences` is absent, a field of it breaks its rule, `update_mask`
  ///   names a field that does not exist or is output only.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer for foods to avoid.
  func updatePreferences(
    _ request: UpdatePreferencesRequest,
    context: ServerContext
  ) async throws -> UpdatePreferencesResponse

  /// Answers several recipes at once, whatever their approval, in both languages.
  ///
  /// - INVALID_ARGUMENT: `ids` is empty, has more than 100 entries or an empty one.
  func batchGetRecipes(
    _ request: BatchGetRecipesRequest,
    context: ServerContext
  ) async throws -> BatchGetRecipesResponse

  /// Takes over what people think of a recipe, and whether it belongs to the cookbook. The whole
  /// state comes each time, with a version: a delivery that is late or comes again changes nothing.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `version` is not above 0, a count is negative, a sum
  ///   is not 1 to 5 times its count.
  /// - NOT_FOUND: no such recipe.
  func applyRating(
    _ request: ApplyRatingRequest,
    context: ServerContext
  ) async throws -> ApplyRatingResponse

  /// Brings in the cookbook, one recipe a message, as approved. A recipe that is stored just so is
  /// left alone, and ratings stay, so that an import can be run again, or go on after a break,
  /// without harm.
  ///
  /// - INVALID_ARGUMENT: a field of the record breaks its rule, or an ingredient is not in the
  ///   master list; the violation names the place of the record in the stream, such as
  ///   `[12].steps[0].text.en`, and the records before it stay.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer.
  func importRecipes(
    _ requests: RequestStream<ImportRecipesRequest>,
    context: ServerContext
  ) async throws -> ImportRecipesResponse

  /// Sends what is kept of a user: preferences, the calls of this month, suggestions, the newest
  /// first, then the recipes that the user wrote or had generated.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty.
  func exportSuggestionData(
    _ request: ExportSuggestionDataRequest,
    _ responses: ResponseWriter<ExportSuggestionDataResponse>,
    context: ServerContext
  ) async throws

  /// Forgets a user: suggestions with their feedback, preferences and quota. Recipes stay, since
  /// others cook them, with a placeholder as their author. One who is forgotten already succeeds.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty, `until_milliseconds` is negative.
  func eraseSuggestionData(
    _ request: EraseSuggestionDataRequest,
    context: ServerContext
  ) async throws -> EraseSuggestionDataResponse
}

extension AISuggestionServiceHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: AISuggestionServiceMethods.service,
      methods: [
        .unary(AISuggestionServiceMethods.suggest) { call in
          let request: SuggestRequest = try call.decodeRequest()
          call.answer(with: try await self.suggest(request, context: call.context))
        },
        .serverStreaming(AISuggestionServiceMethods.streamSuggest) {
          try await self.streamSuggest($0, $1, context: $2)
        },
        .unary(AISuggestionServiceMethods.listSuggestions) { call in
          let request: ListSuggestionsRequest = try call.decodeRequest()
          call.answer(with: try await self.listSuggestions(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.getSuggestion) { call in
          let request: GetSuggestionRequest = try call.decodeRequest()
          call.answer(with: try await self.getSuggestion(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.submitFeedback) { call in
          let request: SubmitFeedbackRequest = try call.decodeRequest()
          call.answer(with: try await self.submitFeedback(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.getRecipe) { call in
          let request: GetRecipeRequest = try call.decodeRequest()
          call.answer(with: try await self.getRecipe(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.searchRecipes) { call in
          let request: SearchRecipesRequest = try call.decodeRequest()
          call.answer(with: try await self.searchRecipes(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.createRecipe) { call in
          let request: CreateRecipeRequest = try call.decodeRequest()
          call.answer(with: try await self.createRecipe(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.getPreferences) { call in
          let request: GetPreferencesRequest = try call.decodeRequest()
          call.answer(with: try await self.getPreferences(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.updatePreferences) { call in
          let request: UpdatePreferencesRequest = try call.decodeRequest()
          call.answer(with: try await self.updatePreferences(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.batchGetRecipes) { call in
          let request: BatchGetRecipesRequest = try call.decodeRequest()
          call.answer(with: try await self.batchGetRecipes(request, context: call.context))
        },
        .unary(AISuggestionServiceMethods.applyRating) { call in
          let request: ApplyRatingRequest = try call.decodeRequest()
          call.answer(with: try await self.applyRating(request, context: call.context))
        },
        .clientStreaming(AISuggestionServiceMethods.importRecipes) {
          try await self.importRecipes($0, context: $1)
        },
        .serverStreaming(AISuggestionServiceMethods.exportSuggestionData) {
          try await self.exportSuggestionData($0, $1, context: $2)
        },
        .unary(AISuggestionServiceMethods.eraseSuggestionData) { call in
          let request: EraseSuggestionDataRequest = try call.decodeRequest()
          call.answer(with: try await self.eraseSuggestionData(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `smartcooking.suggestion.v1.AISuggestionService`, over a channel that others may use too.
package struct AISuggestionServiceClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Suggests recipes: approved ones of the cookbook first, then new ones from a model for what is
  /// missing. Names that are not understood are left out with a warning. The same idempotency key
  /// answers the same suggestion for 24 hours, and nothing is paid twice.
  ///
  /// - INVALID_ARGUMENT: `ingredients` is empty or has more than 20 names, a name is longer than 2000
  ///   bytes, `recipe_count` is not 1 to 5, `preferred_methods`, `diets` or `allergies` name a value
  ///   that does not exist, `max_minutes` is not 1 to 1440, `idempotency_key` breaks its rule; or,
  ///   after validation, the names give fewer than 2 or more than 10 different foods: then a
  ///   violation of `ingredients[i]` for each bad name lists candidates.
  /// - ALREADY_EXISTS: the key was used with another request.
  /// - ABORTED: the first call with it still runs.
  /// - RESOURCE_EXHAUSTED: the month's free calls are used up; QuotaFailure and RetryInfo say how
  ///   many and until when.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer.
  package func suggest(
    _ request: SuggestRequest, options: CallOptions = CallOptions()
  ) async throws -> SuggestResponse {
    try await suggest(response: request, options: options).message
  }

  /// As `suggest(_:options:)`, with the answer's metadata.
  package func suggest(
    response request: SuggestRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SuggestResponse> {
    try await channel.unary(AISuggestionServiceMethods.suggest, request, options: options)
  }

  /// Does what Suggest does, with the same errors, and sends each part as soon as it is there. A
  /// caller who leaves stops the model. Over REST the body is that of Suggest, and the answer one
  /// JSON object a line, or server-sent events, as `accept` asks.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func streamSuggest(
    _ request: StreamSuggestRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<StreamSuggestResponse> {
    channel.serverStreaming(AISuggestionServiceMethods.streamSuggest, request, options: options)
  }

  /// Lists the caller's suggestions of the last 90 days, the newest first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  package func listSuggestions(
    _ request: ListSuggestionsRequest, options: CallOptions = CallOptions()
  ) async throws -> ListSuggestionsResponse {
    try await listSuggestions(response: request, options: options).message
  }

  /// As `listSuggestions(_:options:)`, with the answer's metadata.
  package func listSuggestions(
    response request: ListSuggestionsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListSuggestionsResponse> {
    try await channel.unary(AISuggestionServiceMethods.listSuggestions, request, options: options)
  }

  /// Answers one of the caller's suggestions.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: the caller has no suggestion with this `id`, or it is older than 90 days.
  package func getSuggestion(
    _ request: GetSuggestionRequest, options: CallOptions = CallOptions()
  ) async throws -> GetSuggestionResponse {
    try await getSuggestion(response: request, options: options).message
  }

  /// As `getSuggestion(_:options:)`, with the answer's metadata.
  package func getSuggestion(
    response request: GetSuggestionRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetSuggestionResponse> {
    try await channel.unary(AISuggestionServiceMethods.getSuggestion, request, options: options)
  }

  /// Says what the caller thought of a suggestion; replaces what was said before.
  ///
  /// - INVALID_ARGUMENT: `feedback` is absent, its `comment` is longer than 500 characters, its
  ///   `chosen_recipe_id` is not of this suggestion.
  /// - NOT_FOUND: the caller has no such suggestion.
  package func submitFeedback(
    _ request: SubmitFeedbackRequest, options: CallOptions = CallOptions()
  ) async throws -> SubmitFeedbackResponse {
    try await submitFeedback(response: request, options: options).message
  }

  /// As `submitFeedback(_:options:)`, with the answer's metadata.
  package func submitFeedback(
    response request: SubmitFeedbackRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SubmitFeedbackResponse> {
    try await channel.unary(AISuggestionServiceMethods.submitFeedback, request, options: options)
  }

  /// Answers one recipe: of the cookbook, or any other to who has its id.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: no recipe has this `id`.
  package func getRecipe(
    _ request: GetRecipeRequest, options: CallOptions = CallOptions()
  ) async throws -> GetRecipeResponse {
    try await getRecipe(response: request, options: options).message
  }

  /// As `getRecipe(_:options:)`, with the answer's metadata.
  package func getRecipe(
    response request: GetRecipeRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetRecipeResponse> {
    try await channel.unary(AISuggestionServiceMethods.getRecipe, request, options: options)
  }

  /// Lists approved recipes, the best rated first.
  ///
  /// - INVALID_ARGUMENT: `q` is longer than 100 characters, `method` is not a method, `cuisine` or
  ///   `ingredient` is longer than 100 characters, `page_size` is negative, `page_token` is not
  ///   from the same query and caller.
  package func searchRecipes(
    _ request: SearchRecipesRequest, options: CallOptions = CallOptions()
  ) async throws -> SearchRecipesResponse {
    try await searchRecipes(response: request, options: options).message
  }

  /// As `searchRecipes(_:options:)`, with the answer's metadata.
  package func searchRecipes(
    response request: SearchRecipesRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SearchRecipesResponse> {
    try await channel.unary(AISuggestionServiceMethods.searchRecipes, request, options: options)
  }

  /// Stores a recipe that the caller wrote. It waits for approval by ratings. The same idempotency
  /// key answers the recipe that it made, for 24 hours.
  ///
  /// - INVALID_ARGUMENT: a field of `recipe` breaks its rule, or the name of an ingredient is not
  ///   understood as one food; violations name the field, such as `recipe.ingredients[2].name`.
  /// - ALREADY_EXISTS: the key was used with another recipe.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer.
  package func createRecipe(
    _ request: CreateRecipeRequest, options: CallOptions = CallOptions()
  ) async throws -> CreateRecipeResponse {
    try await createRecipe(response: request, options: options).message
  }

  /// As `createRecipe(_:options:)`, with the answer's metadata.
  package func createRecipe(
    response request: CreateRecipeRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<CreateRecipeResponse> {
    try await channel.unary(AISuggestionServiceMethods.createRecipe, request, options: options)
  }

  /// Answers the caller's preferences; empty ones when none were ever set.
  package func getPreferences(
    _ request: GetPreferencesRequest, options: CallOptions = CallOptions()
  ) async throws -> GetPreferencesResponse {
    try await getPreferences(response: request, options: options).message
  }

  /// As `getPreferences(_:options:)`, with the answer's metadata.
  package func getPreferences(
    response request: GetPreferencesRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetPreferencesResponse> {
    try await channel.unary(AISuggestionServiceMethods.getPreferences, request, options: options)
  }

  /// Changes the caller's preferences: the fields of the mask, to the values that are given.
  ///
  /// - INVALID_ARGUMENT: `preferences` is absent, a field of it breaks its rule, `update_mask`
  ///   names a field that does not exist or is output only.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer for foods to avoid.
  package func updatePreferences(
    _ request: UpdatePreferencesRequest, options: CallOptions = CallOptions()
  ) async throws -> UpdatePreferencesResponse {
    try await updatePreferences(response: request, options: options).message
  }

  /// As `updatePreferences(_:options:)`, with the answer's metadata.
  package func updatePreferences(
    response request: UpdatePreferencesRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<UpdatePreferencesResponse> {
    try await channel.unary(AISuggestionServiceMethods.updatePreferences, request, options: options)
  }

  /// Answers several recipes at once, whatever their approval, in both languages.
  ///
  /// - INVALID_ARGUMENT: `ids` is empty, has more than 100 entries or an empty one.
  package func batchGetRecipes(
    _ request: BatchGetRecipesRequest, options: CallOptions = CallOptions()
  ) async throws -> BatchGetRecipesResponse {
    try await batchGetRecipes(response: request, options: options).message
  }

  /// As `batchGetRecipes(_:options:)`, with the answer's metadata.
  package func batchGetRecipes(
    response request: BatchGetRecipesRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<BatchGetRecipesResponse> {
    try await channel.unary(AISuggestionServiceMethods.batchGetRecipes, request, options: options)
  }

  /// Takes over what people think of a recipe, and whether it belongs to the cookbook. The whole
  /// state comes each time, with a version: a delivery that is late or comes again changes nothing.
  ///
  /// - INVALID_ARGUMENT: `recipe_id` is empty, `version` is not above 0, a count is negative, a sum
  ///   is not 1 to 5 times its count.
  /// - NOT_FOUND: no such recipe.
  package func applyRating(
    _ request: ApplyRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> ApplyRatingResponse {
    try await applyRating(response: request, options: options).message
  }

  /// As `applyRating(_:options:)`, with the answer's metadata.
  package func applyRating(
    response request: ApplyRatingRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ApplyRatingResponse> {
    try await channel.unary(AISuggestionServiceMethods.applyRating, request, options: options)
  }

  /// Brings in the cookbook, one recipe a message, as approved. A recipe that is stored just so is
  /// left alone, and ratings stay, so that an import can be run again, or go on after a break,
  /// without harm.
  ///
  /// - INVALID_ARGUMENT: a field of the record breaks its rule, or an ingredient is not in the
  ///   master list; the violation names the place of the record in the stream, such as
  ///   `[12].steps[0].text.en`, and the records before it stay.
  /// - UNAVAILABLE: the service that knows the ingredients does not answer.
  ///
  /// `write` each request, `finish()`, and await the `response()`.
  package func importRecipes(
    options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<ImportRecipesRequest, ImportRecipesResponse> {
    channel.clientStreaming(AISuggestionServiceMethods.importRecipes, options: options)
  }

  /// Sends what is kept of a user: preferences, the calls of this month, suggestions, the newest
  /// first, then the recipes that the user wrote or had generated.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func exportSuggestionData(
    _ request: ExportSuggestionDataRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<ExportSuggestionDataResponse> {
    channel.serverStreaming(AISuggestionServiceMethods.exportSuggestionData, request, options: options)
  }

  /// Forgets a user: suggestions with their feedback, preferences and quota. Recipes stay, since
  /// others cook them, with a placeholder as their author. One who is forgotten already succeeds.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty, `until_milliseconds` is negative.
  package func eraseSuggestionData(
    _ request: EraseSuggestionDataRequest, options: CallOptions = CallOptions()
  ) async throws -> EraseSuggestionDataResponse {
    try await eraseSuggestionData(response: request, options: options).message
  }

  /// As `eraseSuggestionData(_:options:)`, with the answer's metadata.
  package func eraseSuggestionData(
    response request: EraseSuggestionDataRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<EraseSuggestionDataResponse> {
    try await channel.unary(AISuggestionServiceMethods.eraseSuggestionData, request, options: options)
  }
}
