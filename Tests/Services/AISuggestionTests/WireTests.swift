import Contracts
import NIOPosix
import RPC
import ServiceKit
import Synchronization
import Testing

@testable import AISuggestion

/// Answers like the ingredient-validator, over real HTTP/2.
private final class StubValidator: IngredientValidatorServiceHandler {
  private let seen = Mutex<[String]>([])

  /// `accept-language` of each call that understood names.
  var languages: [String] { seen.withLock { $0 } }

  func validateIngredients(
    _ request: ValidateIngredientsRequest,
    context: ServerContext
  ) async throws -> ValidateIngredientsResponse {
    seen.withLock { $0.append(context.metadata["accept-language"] ?? "") }
    return ValidateIngredientsResponse(
      results: request.names.map { StubIngredients.understand($0, context.language) }
    )
  }

  func batchGetIngredients(
    _ request: BatchGetIngredientsRequest,
    context: ServerContext
  ) async throws -> BatchGetIngredientsResponse {
    guard (1...200).contains(request.ids.count) else {
      throw RPCError.invalidArgument(field: "ids", "must have 1 to 200 entries")
    }
    var response = BatchGetIngredientsResponse()
    for record in Kitchen.records where request.ids.contains(record.id) {
      response.ingredients[record.id] = record
    }
    return response
  }

  func searchIngredients(
    _ request: SearchIngredientsRequest,
    context: ServerContext
  ) async throws -> SearchIngredientsResponse { throw unused }

  func getIngredient(
    _ request: GetIngredientRequest,
    context: ServerContext
  ) async throws -> GetIngredientResponse { throw unused }

  func listCategories(
    _ request: ListCategoriesRequest,
    context: ServerContext
  ) async throws -> ListCategoriesResponse { throw unused }

  func addPantryItem(
    _ request: AddPantryItemRequest,
    context: ServerContext
  ) async throws -> AddPantryItemResponse { throw unused }

  func listPantry(
    _ request: ListPantryRequest,
    context: ServerContext
  ) async throws -> ListPantryResponse { throw unused }

  func removePantryItem(
    _ request: RemovePantryItemRequest,
    context: ServerContext
  ) async throws -> RemovePantryItemResponse { throw unused }

  func listUnknownIngredients(
    _ request: ListUnknownIngredientsRequest,
    context: ServerContext
  ) async throws -> ListUnknownIngredientsResponse { throw unused }

  func importIngredients(
    _ requests: RequestStream<ImportIngredientsRequest>,
    context: ServerContext
  ) async throws -> ImportIngredientsResponse {
    throw RPCError.unimplemented("not asked here")
  }

  func resolveUnknownIngredient(
    _ request: ResolveUnknownIngredientRequest,
    context: ServerContext
  ) async throws -> ResolveUnknownIngredientResponse { throw unused }

  func exportIngredientData(
    _ request: ExportIngredientDataRequest,
    _ responses: ResponseWriter<ExportIngredientDataResponse>,
    context: ServerContext
  ) async throws { throw unused }

  func eraseIngredientData(
    _ request: EraseIngredientDataRequest,
    context: ServerContext
  ) async throws -> EraseIngredientDataResponse { throw unused }

  private var unused: RPCError { .unimplemented("not called by this service") }
}

/// Stands for the interceptor that verifies tokens: everybody is Lan.
private struct EverybodyIsLan: ServerInterceptor {
  func intercept(_ context: ServerContext, _ next: () async throws -> Void) async throws {
    context.principal = Principal(subject: "lan")
    try await next()
  }
}

struct WireTests {
  @Test("a suggestion goes over HTTP/2 to the validator and back, in the caller's language")
  func overTheWire() async throws {
    let test = try await TestService(recipes: [.test("a", .soup)])
    let group = MultiThreadedEventLoopGroup.singleton
    let validator = StubValidator()
    let validatorServer = RPCServer(services: [validator.definition], group: group)
    let validatorPort = try await validatorServer.start(port: 0)
    let toValidator = ClientChannel(
      target: Target(host: "127.0.0.1", port: validatorPort),
      group: group
    )
    let parts = try await AISuggestionService.wiring(seed: { [] }).make(
      ServiceNeeds(
        table: test.needs.table,
        channels: ["ingredient-validator": toValidator],
        pageTokens: test.needs.pageTokens,
        clock: test.needs.clock,
        ids: test.needs.ids,
        logger: .silent,
        settings: ["free-suggestions": "2"]
      )
    )
    let server = RPCServer(
      services: [parts.definition],
      interceptors: [EverybodyIsLan()],
      group: group
    )
    let port = try await server.start(port: 0)
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
    let client = AISuggestionServiceClient(channel: channel)
    let options = CallOptions(
      timeout: .seconds(20),
      metadata: ["accept-language": "en-GB,en;q=0.9"]
    )

    let answer = try await client.suggest(
      SuggestRequest(ingredients: ["beef", "tomato", "garlic"], recipeCount: 3),
      options: options
    )
    #expect(answer.suggestion?.fromCookbook == 1)
    #expect(answer.suggestion?.fromModel == 2)
    #expect(answer.suggestion?.recipes.first?.recipe?.title == "Dish a")
    #expect(answer.suggestion?.recipes.first?.recipe?.ingredients.first?.name == "beef")
    #expect(validator.languages == ["en"])

    let made = try #require(answer.suggestion?.recipes.last?.recipe?.id)
    let opened = try await client.getRecipe(GetRecipeRequest(id: made), options: options)
    #expect(opened.recipe?.id == made)
    #expect(opened.recipe?.mine == true)

    let stream = await failure { () async throws -> StreamSuggestResponse in
      let response: Response<StreamSuggestResponse> = try await channel.unary(
        AISuggestionServiceMethods.streamSuggest,
        StreamSuggestRequest(),
        options: options
      )
      return response.message
    }
    #expect(stream?.code == .unimplemented)

    await validatorServer.drain(within: .seconds(2))
    let away = await failure {
      try await client.suggest(
        SuggestRequest(ingredients: ["beef", "tomato"]),
        options: options
      )
    }
    #expect(away?.code == .unavailable)
    #expect(away?.error.message.contains("ingredient-validator") == true)
    // What was looked up before is still told.
    #expect(try await client.getRecipe(GetRecipeRequest(id: made), options: options) == opened)

    await channel.close()
    await toValidator.close()
    await server.drain(within: .seconds(2))
  }

  @Test("a setting that is no number stops the start", arguments: ["ten", "-1", ""])
  func setting(text: String) async throws {
    let test = try await TestService()
    let needs = ServiceNeeds(
      table: test.needs.table,
      channels: [
        "ingredient-validator": ClientChannel(
          target: Target(host: "127.0.0.1", port: 1),
          group: MultiThreadedEventLoopGroup.singleton
        )
      ],
      pageTokens: test.needs.pageTokens,
      clock: test.needs.clock,
      ids: test.needs.ids,
      logger: .silent,
      settings: ["free-suggestions": text]
    )
    await #expect(throws: AISuggestionService.InvalidSetting.self) {
      _ = try await AISuggestionService.wiring(seed: { [] }).make(needs)
    }
  }
}
