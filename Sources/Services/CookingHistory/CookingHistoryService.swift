package import Contracts
import PageTokens
import Protobuf
package import RPC
package import ServiceKit
import SingleTable

/// Remembers what a user cooks: sessions, favourites, and the numbers that come of them.
package struct CookingHistoryService: Sendable {
  let store: CookingHistoryStore
  let recipes: AISuggestionServiceClient
  let pageTokens: PageTokenSealer
  let clock: ServiceClock
  let ids: UUIDv7Generator

  /// The service that keeps the recipes.
  static let recipePeer = "ai-suggestion"

  package init(_ needs: ServiceNeeds) {
    store = CookingHistoryStore(table: needs.table)
    recipes = AISuggestionServiceClient(channel: needs.channel(to: Self.recipePeer))
    pageTokens = needs.pageTokens
    clock = needs.clock
    ids = needs.ids
  }
}

extension CookingHistoryService: CookingHistoryServiceHandler {
  package func startCooking(
    _ request: StartCookingRequest,
    context: ServerContext
  ) async throws -> StartCookingResponse {
    let user = try context.requireUserID()
    try requireFields(("recipe_id", request.recipeId))
    let key = try context.idempotencyKey(field: request.idempotencyKey)
    if let key { try Self.checkVisible(key) }
    let print = fingerprint(of: request.recipeId.utf8)
    if let key,
      let earlier = try await store.earlierStart(
        user: user,
        key: key,
        fingerprint: print,
        at: clock.seconds
      )
    {
      return try answer(of: earlier, new: nil, context: context)
    }
    let recipe = try await recipe(request.recipeId, context: context)
    let now = clock.milliseconds
    let session = SessionRecord(
      user: user,
      id: ids.next(at: now).description,
      recipeID: recipe.id,
      recipeTitle: recipe.title,
      snapshot: RecipeSnapshot(recipe).encoded(),
      startedAt: now
    )
    var response = StartCookingResponse()
    response.session = try CookingSession(session, withRecipe: true)
    let start = try await store.start(
      session,
      key: key.map { ($0, print, response.encoded()) },
      at: now / 1_000,
      deadline: context.deadline
    )
    return try answer(of: start, new: response, context: context)
  }

  package func getSession(
    _ request: GetSessionRequest,
    context: ServerContext
  ) async throws -> GetSessionResponse {
    let user = try context.requireUserID()
    let id = try sessionID(request.id)
    guard let record = try await store.session(user: user, id: id) else {
      throw Self.noSession(request.id)
    }
    var response = GetSessionResponse()
    response.session = try CookingSession(record, withRecipe: true)
    return response
  }

  package func listSessions(
    _ request: ListSessionsRequest,
    context: ServerContext
  ) async throws -> ListSessionsResponse {
    let user = try context.requireUserID()
    let status = try SessionRecord.Status.filter(request.status)
    let size = try PageSize.resolve(request.pageSize)
    let query = ["ListSessions", "\(request.status.rawValue)", request.recipeId]
    let start = try pageTokens.startKey(from: request.pageToken, caller: user, query: query)
    guard request.recipeId.isEmpty || RecipeID.isPossible(request.recipeId) else {
      return ListSessionsResponse()
    }
    let page = try await store.sessions(
      user: user,
      status: status,
      recipe: request.recipeId.isEmpty ? nil : request.recipeId,
      from: start,
      count: size
    )
    var response = ListSessionsResponse()
    response.sessions = try page.records(SessionRecord.self).map {
      try CookingSession($0, withRecipe: false)
    }
    response.nextPageToken = try pageTokens.token(after: page, caller: user, query: query)
    return response
  }

  package func completeCooking(
    _ request: CompleteCookingRequest,
    context: ServerContext
  ) async throws -> CompleteCookingResponse {
    var response = CompleteCookingResponse()
    response.session = try await end(request.id, as: .completed, context: context)
    return response
  }

  package func abandonCooking(
    _ request: AbandonCookingRequest,
    context: ServerContext
  ) async throws -> AbandonCookingResponse {
    var response = AbandonCookingResponse()
    response.session = try await end(request.id, as: .abandoned, context: context)
    return response
  }

  package func deleteSession(
    _ request: DeleteSessionRequest,
    context: ServerContext
  ) async throws -> DeleteSessionResponse {
    let user = try context.requireUserID()
    let id = try sessionID(request.id)
    guard try await store.forget(user: user, id: id, deadline: context.deadline) else {
      throw Self.noSession(request.id)
    }
    return DeleteSessionResponse()
  }
}

// MARK: - Parts of the methods

extension CookingHistoryService {
  /// The recipe in the caller's language.
  func recipe(_ id: String, context: ServerContext) async throws -> Recipe {
    guard RecipeID.isPossible(id) else { throw Self.noRecipe(id) }
    var request = GetRecipeRequest()
    request.id = id
    do {
      let answer = try await recipes.getRecipe(
        request,
        options: CallOptions(metadata: ["accept-language": context.language.rawValue])
      )
      guard let recipe = answer.recipe else { throw Self.noRecipe(id) }
      return recipe
    } catch let error as RPCError where error.code == .notFound {
      throw Self.noRecipe(id)
    } catch {
      throw RPCError(from: error, peer: Self.recipePeer, deadline: context.deadline)
    }
  }

  /// One violation for each of the named texts that is empty.
  func requireFields(_ fields: (name: String, value: String)...) throws(RPCError) {
    var violations = FieldViolations()
    for (name, value) in fields {
      violations.require(!value.isEmpty, name, "must not be empty")
    }
    try violations.throwIfAny()
  }

  private func end(
    _ id: String,
    as status: SessionRecord.Status,
    context: ServerContext
  ) async throws -> CookingSession {
    let user = try context.requireUserID()
    let key = try sessionID(id)
    do {
      let ended = try await store.end(
        user: user,
        id: key,
        as: status,
        at: clock.milliseconds,
        deadline: context.deadline
      )
      guard let ended else { throw Self.noSession(id) }
      return try CookingSession(ended, withRecipe: true)
    } catch let error as SessionHasEnded {
      throw RPCError.failedPrecondition(
        "the session \(id) is \(error.status.rawValue) already",
        details: [
          .preconditionFailure([
            .init(
              type: "SESSION_STATUS",
              subject: id,
              description: "must be cooking, is \(error.status.rawValue)"
            )
          ])
        ]
      )
    }
  }

  /// Answers a start, also one that was answered before.
  private func answer(
    of start: CookingHistoryStore.Start,
    new: StartCookingResponse?,
    context: ServerContext
  ) throws -> StartCookingResponse {
    let response: StartCookingResponse
    switch start {
    case .started:
      guard let new else { preconditionFailure("only a new session is started") }
      response = new
    case .answered(let bytes): response = try StartCookingResponse(decoding: bytes)
    case .keyIsTaken:
      throw RPCError.alreadyExists("idempotency_key: was used to start cooking another recipe")
    }
    context.responseMetadata["x-http-status"] = "201"
    return response
  }

  /// The id in the form of a key: what is no UUIDv7 names no session.
  private func sessionID(_ id: String) throws(RPCError) -> String {
    try requireFields(("id", id))
    guard let id = UUIDv7(id) else { throw Self.noSession(id) }
    return id.description
  }

  private static func checkVisible(_ key: String) throws(RPCError) {
    guard key.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw .invalidArgument(
        field: "idempotency_key",
        "must be 1 to 128 visible ASCII characters"
      )
    }
  }

  private static func noSession(_ id: String) -> RPCError {
    .notFound("you have no session with the id \(id)")
  }

  private static func noRecipe(_ id: String) -> RPCError {
    .notFound("no recipe has the id \(id)")
  }
}
