// Written by protoc-gen-smart-cooking from smartcooking/ingredient/v1/ingredient_validator.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `smartcooking.ingredient.v1.IngredientValidatorService`.
package enum IngredientValidatorServiceMethods {
  /// Full name of the service.
  package static let service = "smartcooking.ingredient.v1.IngredientValidatorService"

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ValidateIngredients`
  package static let validateIngredients = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ValidateIngredients",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/SearchIngredients`
  package static let searchIngredients = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "SearchIngredients",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/GetIngredient`
  package static let getIngredient = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "GetIngredient",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ListCategories`
  package static let listCategories = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ListCategories",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/AddPantryItem`
  package static let addPantryItem = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "AddPantryItem",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ListPantry`
  package static let listPantry = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ListPantry",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/RemovePantryItem`
  package static let removePantryItem = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "RemovePantryItem",
    kind: .unary, idempotency: .idempotent
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ListUnknownIngredients`
  package static let listUnknownIngredients = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ListUnknownIngredients",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ResolveUnknownIngredient`
  package static let resolveUnknownIngredient = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ResolveUnknownIngredient",
    kind: .unary, idempotency: .unknown
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/BatchGetIngredients`
  package static let batchGetIngredients = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "BatchGetIngredients",
    kind: .unary, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ImportIngredients`
  package static let importIngredients = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ImportIngredients",
    kind: .clientStreaming, idempotency: .idempotent
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/ExportIngredientData`
  package static let exportIngredientData = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "ExportIngredientData",
    kind: .serverStreaming, idempotency: .noSideEffects
  )

  /// `/smartcooking.ingredient.v1.IngredientValidatorService/EraseIngredientData`
  package static let eraseIngredientData = MethodDescriptor(
    service: "smartcooking.ingredient.v1.IngredientValidatorService", name: "EraseIngredientData",
    kind: .unary, idempotency: .idempotent
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    validateIngredients,
    searchIngredients,
    getIngredient,
    listCategories,
    addPantryItem,
    listPantry,
    removePantryItem,
    listUnknownIngredients,
    resolveUnknownIngredient,
    batchGetIngredients,
    importIngredients,
    exportIngredientData,
    eraseIngredientData,
  ]
}

/// Knows every food and what people call it. Deadline 10 s.
///
/// Names are matched in stages: exact with diacritics; exact without them, if one food alone has
/// it; alias; then by similarity. Texts are in the language of `accept-language`.
package protocol IngredientValidatorServiceHandler: Sendable {
  /// Says for each name which food it is, in the order of the names. Unknown names are reported
  /// once per user and name, so that asking again changes nothing.
  ///
  /// - INVALID_ARGUMENT: `names` is empty or has more than 20 entries. A single bad name is no
  ///   error but a result that is MALFORMED, UNKNOWN or AMBIGUOUS.
  func validateIngredients(
    _ request: ValidateIngredientsRequest,
    context: ServerContext
  ) async throws -> ValidateIngredientsResponse

  /// Lists foods by name, or by nearness to `q`.
  ///
  /// - INVALID_ARGUMENT: `q` is longer than 100 characters, `category` is not a category,
  ///   `page_size` is negative, `page_token` is not from the same query and caller.
  func searchIngredients(
    _ request: SearchIngredientsRequest,
    context: ServerContext
  ) async throws -> SearchIngredientsResponse

  /// Answers one food.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: no food has this `id`.
  func getIngredient(
    _ request: GetIngredientRequest,
    context: ServerContext
  ) async throws -> GetIngredientResponse

  /// Lists the categories with their names, in the order of the enum.
  func listCategories(
    _ request: ListCategoriesRequest,
    context: ServerContext
  ) async throws -> ListCategoriesResponse

  /// Puts a food into the caller's pantry. One that is there already gets the new quantity, unit
  /// and date.
  ///
  /// - INVALID_ARGUMENT: `ingredient_id` is empty, `quantity` is not above 0, `unit` is unknown or
  ///   lacks beside a quantity.
  /// - NOT_FOUND: no food has this id.
  /// - RESOURCE_EXHAUSTED: 500 foods are there.
  func addPantryItem(
    _ request: AddPantryItemRequest,
    context: ServerContext
  ) async throws -> AddPantryItemResponse

  /// Lists the caller's pantry by ingredient id.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  func listPantry(
    _ request: ListPantryRequest,
    context: ServerContext
  ) async throws -> ListPantryResponse

  /// Takes a food out of the caller's pantry. Taking out what is not there succeeds.
  ///
  /// - INVALID_ARGUMENT: `ingredient_id` is empty.
  func removePantryItem(
    _ request: RemovePantryItemRequest,
    context: ServerContext
  ) async throws -> RemovePantryItemResponse

  /// Lists names that wait for a decision, those with most reporters first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  func listUnknownIngredients(
    _ request: ListUnknownIngredientsRequest,
    context: ServerContext
  ) async throws -> ListUnknownIngredientsResponse

  /// Decides what an unknown name is: a new food, an alias of one, or nothing to cook with.
  ///
  /// - INVALID_ARGUMENT: `folded_name` is empty, no `resolution` is given, or a field of
  ///   `add_as_new` breaks its rule.
  /// - NOT_FOUND: nobody reported the name, or the food of `alias_of` does not exist.
  /// - ALREADY_EXISTS: the id of `add_as_new` is taken.
  /// - FAILED_PRECONDITION: the name was decided before, or the food has 50 aliases.
  func resolveUnknownIngredient(
    _ request: ResolveUnknownIngredientRequest,
    context: ServerContext
  ) async throws -> ResolveUnknownIngredientResponse

  /// Answers several foods at once, in both languages, for services that reason about them.
  ///
  /// - INVALID_ARGUMENT: `ids` is empty, has more than 200 entries or an empty one.
  func batchGetIngredients(
    _ request: BatchGetIngredientsRequest,
    context: ServerContext
  ) async throws -> BatchGetIngredientsResponse

  /// Brings in the master list, one food a message. A food that is stored just so is left alone, so
  /// that an import can be run again, or go on after a break, without harm.
  ///
  /// - INVALID_ARGUMENT: a field of the record breaks its rule; the violation names the place of
  ///   the record in the stream, such as `[12].name.vi`, and the records before it stay.
  func importIngredients(
    _ requests: RequestStream<ImportIngredientsRequest>,
    context: ServerContext
  ) async throws -> ImportIngredientsResponse

  /// Sends what is kept of a user: the pantry by ingredient id, then the unknown names that the user
  /// typed.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty.
  func exportIngredientData(
    _ request: ExportIngredientDataRequest,
    _ responses: ResponseWriter<ExportIngredientDataResponse>,
    context: ServerContext
  ) async throws

  /// Forgets a user: the pantry, and who reported which unknown name. How many people reported it
  /// stays, since a number says nothing of anybody. One who is forgotten already succeeds.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty, `until_milliseconds` is negative.
  func eraseIngredientData(
    _ request: EraseIngredientDataRequest,
    context: ServerContext
  ) async throws -> EraseIngredientDataResponse
}

extension IngredientValidatorServiceHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: IngredientValidatorServiceMethods.service,
      methods: [
        .unary(IngredientValidatorServiceMethods.validateIngredients) { call in
          let request: ValidateIngredientsRequest = try call.decodeRequest()
          call.answer(with: try await self.validateIngredients(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.searchIngredients) { call in
          let request: SearchIngredientsRequest = try call.decodeRequest()
          call.answer(with: try await self.searchIngredients(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.getIngredient) { call in
          let request: GetIngredientRequest = try call.decodeRequest()
          call.answer(with: try await self.getIngredient(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.listCategories) { call in
          let request: ListCategoriesRequest = try call.decodeRequest()
          call.answer(with: try await self.listCategories(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.addPantryItem) { call in
          let request: AddPantryItemRequest = try call.decodeRequest()
          call.answer(with: try await self.addPantryItem(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.listPantry) { call in
          let request: ListPantryRequest = try call.decodeRequest()
          call.answer(with: try await self.listPantry(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.removePantryItem) { call in
          let request: RemovePantryItemRequest = try call.decodeRequest()
          call.answer(with: try await self.removePantryItem(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.listUnknownIngredients) { call in
          let request: ListUnknownIngredientsRequest = try call.decodeRequest()
          call.answer(with: try await self.listUnknownIngredients(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.resolveUnknownIngredient) { call in
          let request: ResolveUnknownIngredientRequest = try call.decodeRequest()
          call.answer(with: try await self.resolveUnknownIngredient(request, context: call.context))
        },
        .unary(IngredientValidatorServiceMethods.batchGetIngredients) { call in
          let request: BatchGetIngredientsRequest = try call.decodeRequest()
          call.answer(with: try await self.batchGetIngredients(request, context: call.context))
        },
        .clientStreaming(IngredientValidatorServiceMethods.importIngredients) {
          try await self.importIngredients($0, context: $1)
        },
        .serverStreaming(IngredientValidatorServiceMethods.exportIngredientData) {
          try await self.exportIngredientData($0, $1, context: $2)
        },
        .unary(IngredientValidatorServiceMethods.eraseIngredientData) { call in
          let request: EraseIngredientDataRequest = try call.decodeRequest()
          call.answer(with: try await self.eraseIngredientData(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `smartcooking.ingredient.v1.IngredientValidatorService`, over a channel that others may use too.
package struct IngredientValidatorServiceClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Says for each name which food it is, in the order of the names. Unknown names are reported
  /// once per user and name, so that asking again changes nothing.
  ///
  /// - INVALID_ARGUMENT: `names` is empty or has more than 20 entries. A single bad name is no
  ///   error but a result that is MALFORMED, UNKNOWN or AMBIGUOUS.
  package func validateIngredients(
    _ request: ValidateIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> ValidateIngredientsResponse {
    try await validateIngredients(response: request, options: options).message
  }

  /// As `validateIngredients(_:options:)`, with the answer's metadata.
  package func validateIngredients(
    response request: ValidateIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ValidateIngredientsResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.validateIngredients, request, options: options)
  }

  /// Lists foods by name, or by nearness to `q`.
  ///
  /// - INVALID_ARGUMENT: `q` is longer than 100 characters, `category` is not a category,
  ///   `page_size` is negative, `page_token` is not from the same query and caller.
  package func searchIngredients(
    _ request: SearchIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> SearchIngredientsResponse {
    try await searchIngredients(response: request, options: options).message
  }

  /// As `searchIngredients(_:options:)`, with the answer's metadata.
  package func searchIngredients(
    response request: SearchIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SearchIngredientsResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.searchIngredients, request, options: options)
  }

  /// Answers one food.
  ///
  /// - INVALID_ARGUMENT: `id` is empty.
  /// - NOT_FOUND: no food has this `id`.
  package func getIngredient(
    _ request: GetIngredientRequest, options: CallOptions = CallOptions()
  ) async throws -> GetIngredientResponse {
    try await getIngredient(response: request, options: options).message
  }

  /// As `getIngredient(_:options:)`, with the answer's metadata.
  package func getIngredient(
    response request: GetIngredientRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<GetIngredientResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.getIngredient, request, options: options)
  }

  /// Lists the categories with their names, in the order of the enum.
  package func listCategories(
    _ request: ListCategoriesRequest, options: CallOptions = CallOptions()
  ) async throws -> ListCategoriesResponse {
    try await listCategories(response: request, options: options).message
  }

  /// As `listCategories(_:options:)`, with the answer's metadata.
  package func listCategories(
    response request: ListCategoriesRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListCategoriesResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.listCategories, request, options: options)
  }

  /// Puts a food into the caller's pantry. One that is there already gets the new quantity, unit
  /// and date.
  ///
  /// - INVALID_ARGUMENT: `ingredient_id` is empty, `quantity` is not above 0, `unit` is unknown or
  ///   lacks beside a quantity.
  /// - NOT_FOUND: no food has this id.
  /// - RESOURCE_EXHAUSTED: 500 foods are there.
  package func addPantryItem(
    _ request: AddPantryItemRequest, options: CallOptions = CallOptions()
  ) async throws -> AddPantryItemResponse {
    try await addPantryItem(response: request, options: options).message
  }

  /// As `addPantryItem(_:options:)`, with the answer's metadata.
  package func addPantryItem(
    response request: AddPantryItemRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<AddPantryItemResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.addPantryItem, request, options: options)
  }

  /// Lists the caller's pantry by ingredient id.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  package func listPantry(
    _ request: ListPantryRequest, options: CallOptions = CallOptions()
  ) async throws -> ListPantryResponse {
    try await listPantry(response: request, options: options).message
  }

  /// As `listPantry(_:options:)`, with the answer's metadata.
  package func listPantry(
    response request: ListPantryRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListPantryResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.listPantry, request, options: options)
  }

  /// Takes a food out of the caller's pantry. Taking out what is not there succeeds.
  ///
  /// - INVALID_ARGUMENT: `ingredient_id` is empty.
  package func removePantryItem(
    _ request: RemovePantryItemRequest, options: CallOptions = CallOptions()
  ) async throws -> RemovePantryItemResponse {
    try await removePantryItem(response: request, options: options).message
  }

  /// As `removePantryItem(_:options:)`, with the answer's metadata.
  package func removePantryItem(
    response request: RemovePantryItemRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<RemovePantryItemResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.removePantryItem, request, options: options)
  }

  /// Lists names that wait for a decision, those with most reporters first.
  ///
  /// - INVALID_ARGUMENT: `page_size` is negative, `page_token` is not from the same query and
  ///   caller.
  package func listUnknownIngredients(
    _ request: ListUnknownIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> ListUnknownIngredientsResponse {
    try await listUnknownIngredients(response: request, options: options).message
  }

  /// As `listUnknownIngredients(_:options:)`, with the answer's metadata.
  package func listUnknownIngredients(
    response request: ListUnknownIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ListUnknownIngredientsResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.listUnknownIngredients, request, options: options)
  }

  /// Decides what an unknown name is: a new food, an alias of one, or nothing to cook with.
  ///
  /// - INVALID_ARGUMENT: `folded_name` is empty, no `resolution` is given, or a field of
  ///   `add_as_new` breaks its rule.
  /// - NOT_FOUND: nobody reported the name, or the food of `alias_of` does not exist.
  /// - ALREADY_EXISTS: the id of `add_as_new` is taken.
  /// - FAILED_PRECONDITION: the name was decided before, or the food has 50 aliases.
  package func resolveUnknownIngredient(
    _ request: ResolveUnknownIngredientRequest, options: CallOptions = CallOptions()
  ) async throws -> ResolveUnknownIngredientResponse {
    try await resolveUnknownIngredient(response: request, options: options).message
  }

  /// As `resolveUnknownIngredient(_:options:)`, with the answer's metadata.
  package func resolveUnknownIngredient(
    response request: ResolveUnknownIngredientRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<ResolveUnknownIngredientResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.resolveUnknownIngredient, request, options: options)
  }

  /// Answers several foods at once, in both languages, for services that reason about them.
  ///
  /// - INVALID_ARGUMENT: `ids` is empty, has more than 200 entries or an empty one.
  package func batchGetIngredients(
    _ request: BatchGetIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> BatchGetIngredientsResponse {
    try await batchGetIngredients(response: request, options: options).message
  }

  /// As `batchGetIngredients(_:options:)`, with the answer's metadata.
  package func batchGetIngredients(
    response request: BatchGetIngredientsRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<BatchGetIngredientsResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.batchGetIngredients, request, options: options)
  }

  /// Brings in the master list, one food a message. A food that is stored just so is left alone, so
  /// that an import can be run again, or go on after a break, without harm.
  ///
  /// - INVALID_ARGUMENT: a field of the record breaks its rule; the violation names the place of
  ///   the record in the stream, such as `[12].name.vi`, and the records before it stay.
  ///
  /// `write` each request, `finish()`, and await the `response()`.
  package func importIngredients(
    options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<ImportIngredientsRequest, ImportIngredientsResponse> {
    channel.clientStreaming(IngredientValidatorServiceMethods.importIngredients, options: options)
  }

  /// Sends what is kept of a user: the pantry by ingredient id, then the unknown names that the user
  /// typed.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func exportIngredientData(
    _ request: ExportIngredientDataRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<ExportIngredientDataResponse> {
    channel.serverStreaming(IngredientValidatorServiceMethods.exportIngredientData, request, options: options)
  }

  /// Forgets a user: the pantry, and who reported which unknown name. How many people reported it
  /// stays, since a number says nothing of anybody. One who is forgotten already succeeds.
  ///
  /// - INVALID_ARGUMENT: `user_id` is empty, `until_milliseconds` is negative.
  package func eraseIngredientData(
    _ request: EraseIngredientDataRequest, options: CallOptions = CallOptions()
  ) async throws -> EraseIngredientDataResponse {
    try await eraseIngredientData(response: request, options: options).message
  }

  /// As `eraseIngredientData(_:options:)`, with the answer's metadata.
  package func eraseIngredientData(
    response request: EraseIngredientDataRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<EraseIngredientDataResponse> {
    try await channel.unary(IngredientValidatorServiceMethods.eraseIngredientData, request, options: options)
  }
}
