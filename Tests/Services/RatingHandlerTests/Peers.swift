import Contracts
import NIOPosix
import RPC
import Synchronization

/// Stands in for the services that keep recipes, history and pantries, and remembers what they were told.
///
/// All run behind one server, and can refuse to answer each.
final class Peers: Sendable {
  struct State {
    /// Generated recipes by id, with their authors.
    var authors = ["new": "author"]
    var curated: Set<String> = ["pho-bo"]
    /// Who is known to have cooked; nil: everybody.
    var cooks: Set<String>?
    /// What a method answers instead of an answer.
    var failures: [String: StatusCode] = [:]
    var totals: [ApplyRatingRequest] = []
    var ratings: [SetPersonalRatingRequest] = []
    /// Who was to be forgotten, as in `cooking lan`, and `recipes lan until 1000` once more.
    var forgotten: Set<String> = []
  }

  private let state = Mutex(State())
  private let told = AsyncStream<Void>.makeStream()

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

  var totals: [ApplyRatingRequest] { state.withLock { $0.totals } }
  var ratings: [SetPersonalRatingRequest] { state.withLock { $0.ratings } }

  var forgotten: [String] { state.withLock { $0.forgotten.sorted() } }

  /// Returns when a service was told something that makes the claim true.
  func until(_ claim: (Peers) -> Bool) async {
    guard !claim(self) else { return }
    for await _ in told.stream where claim(self) { return }
  }

  /// The highest version of the totals that arrived, as the receiver keeps it.
  var latestTotals: ApplyRatingRequest? { totals.max { $0.version < $1.version } }

  private func answer<Value>(
    _ method: MethodDescriptor,
    _ body: (inout State) throws -> Value
  ) throws -> Value {
    let value = try state.withLock { state in
      if let code = state.failures[method.name] {
        throw RPCError(code: code, message: "told to fail")
      }
      return try body(&state)
    }
    told.continuation.yield()
    return value
  }

  private var recipes: ServiceDefinition {
    ServiceDefinition(
      name: AISuggestionServiceMethods.service,
      methods: [
        .unary(AISuggestionServiceMethods.getRecipe) {
          (request: GetRecipeRequest, context) async throws -> GetRecipeResponse in
          try self.answer(context.method) { state in
            var recipe = Recipe()
            recipe.id = request.id
            if let author = state.authors[request.id] {
              recipe.origin = .modelLocal
              recipe.approval = .pending
              recipe.mine = context.metadata["x-test-user"] == author
            } else if state.curated.contains(request.id) {
              recipe.origin = .curated
              recipe.approval = .approved
            } else {
              throw RPCError.notFound("no such recipe")
            }
            var response = GetRecipeResponse()
            response.recipe = recipe
            return response
          }
        },
        .unary(AISuggestionServiceMethods.applyRating) {
          (request: ApplyRatingRequest, context) async throws -> ApplyRatingResponse in
          try self.answer(context.method) { state in
            state.totals.append(request)
            return ApplyRatingResponse()
          }
        },
        .unary(AISuggestionServiceMethods.eraseSuggestionData) {
          (request: EraseSuggestionDataRequest, context) async throws
            -> EraseSuggestionDataResponse in
          try self.answer(context.method) { state in
            state.forgotten.insert(
              "recipes \(request.userId)" + suffix(until: request.untilMilliseconds)
            )
            return EraseSuggestionDataResponse()
          }
        },
      ]
    )
  }

  private var cooking: ServiceDefinition {
    ServiceDefinition(
      name: CookingHistoryServiceMethods.service,
      methods: [
        .unary(CookingHistoryServiceMethods.verifyCook) {
          (request: VerifyCookRequest, context) async throws -> VerifyCookResponse in
          try self.answer(context.method) { state in
            var response = VerifyCookResponse()
            response.verified = state.cooks?.contains(request.userId) ?? true
            return response
          }
        },
        .unary(CookingHistoryServiceMethods.setPersonalRating) {
          (request: SetPersonalRatingRequest, context) async throws
            -> SetPersonalRatingResponse in
          try self.answer(context.method) { state in
            state.ratings.append(request)
            return SetPersonalRatingResponse()
          }
        },
        .unary(CookingHistoryServiceMethods.eraseCookingData) {
          (request: EraseCookingDataRequest, context) async throws -> EraseCookingDataResponse in
          try self.answer(context.method) { state in
            state.forgotten.insert("cooking \(request.userId)")
            return EraseCookingDataResponse()
          }
        },
      ]
    )
  }

  private var ingredients: ServiceDefinition {
    ServiceDefinition(
      name: IngredientValidatorServiceMethods.service,
      methods: [
        .unary(IngredientValidatorServiceMethods.eraseIngredientData) {
          (request: EraseIngredientDataRequest, context) async throws
            -> EraseIngredientDataResponse in
          try self.answer(context.method) { state in
            state.forgotten.insert(
              "ingredients \(request.userId)" + suffix(until: request.untilMilliseconds)
            )
            return EraseIngredientDataResponse()
          }
        }
      ]
    )
  }

  /// Serves on a loopback port; 0 picks a free one.
  func serve(port: Int = 0) async throws -> (server: RPCServer, port: Int) {
    let server = RPCServer(
      services: [recipes, cooking, ingredients],
      group: MultiThreadedEventLoopGroup.singleton
    )
    return (server, try await server.start(port: port))
  }
}

private func suffix(until milliseconds: Int64) -> String {
  milliseconds == 0 ? "" : " until \(milliseconds)"
}

/// Tells the stand-in who the user is, as a token would.
struct TestUser: ClientInterceptor {
  func intercept(_ context: ClientContext, _ next: () async throws -> Void) async throws {
    if let user = ServerContext.current?.principal?.subject {
      context.metadata.append("x-test-user", user)
    }
    try await next()
  }
}
