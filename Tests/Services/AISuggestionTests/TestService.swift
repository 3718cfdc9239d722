import Contracts
import Foundation
import Logging
import PageTokens
import RPC
import ServiceKit
import SingleTable
import TestTables
import Synchronization
import VietnameseText

@testable import AISuggestion

/// The service over an embedded table of its own, with foods of the seed and a chosen model.
final class TestService: Sendable {
  let service: AISuggestionService
  let needs: ServiceNeeds
  let ingredients: StubIngredients
  let clock: TestClock
  private let table: TestTable

  init(
    recipes: [StoredRecipe] = [],
    model: any RecipeModel = LocalRecipeModel(),
    quota: Int = 1000,
    monthBudgetMicroUSD: Int64 = 0,
    ingredients: StubIngredients = StubIngredients(),
    on backend: Backend = .chosen,
    willWrite: @escaping @Sendable (Write) async -> Void = { _ in }
  ) async throws {
    let clock = TestClock()
    table = try await TestTable(backend, now: { clock.seconds })
    self.clock = clock
    self.ingredients = ingredients
    needs = ServiceNeeds(
      table: TableSlice(
        WatchedTable(table.table, willWrite: willWrite),
        prefixes: AISuggestionService.wiring(seed: { [] }).slice
      ),
      channels: [:],
      pageTokens: PageTokenSealer(secret: Array(repeating: 7, count: 32)),
      clock: ServiceClock { clock.seconds * 1000 },
      ids: UUIDv7Generator(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      settings: [:]
    )
    service = AISuggestionService(
      needs,
      source: ingredients,
      model: model,
      quota: Quota(callsMax: quota),
      monthBudgetMicroUSD: monthBudgetMicroUSD
    )
    for recipe in recipes {
      try await service.recipes.write(RecipeStore.writes(from: nil, to: recipe))
    }
    try await service.prepare(seed: [], logger: needs.logger)
  }

  /// Everything that is stored, whatever its key.
  func stored() async throws -> [Item] { try await table.everything() }

  func suggest(
    _ names: [String],
    _ count: Int32 = 1,
    by user: String = "lan",
    language: String = "vi",
    key: String = "",
    _ change: (inout SuggestRequest) -> Void = { _ in }
  ) async throws -> Suggestion {
    var request = SuggestRequest(
      ingredients: names,
      recipeCount: count,
      idempotencyKey: key
    )
    change(&request)
    let answer = try await service.suggest(request, context: .test(user, language: language))
    return answer.suggestion ?? Suggestion()
  }

  func rate(
    _ id: String,
    version: Int64,
    sum: Int32,
    count: Int32,
    approval: ApprovalState = .unspecified
  ) async throws -> ApplyRatingResponse {
    try await service.applyRating(
      ApplyRatingRequest(
        recipeId: id,
        version: version,
        sum: sum,
        count: count,
        verifiedSum: sum,
        verifiedCount: count,
        approval: approval
      ),
      context: .test("rating-handler", kind: .service)
    )
  }

  func search(
    _ q: String = "",
    pageSize: Int32 = 100,
    token: String = "",
    by user: String = "lan",
    language: String = "vi"
  ) async throws -> SearchRecipesResponse {
    try await service.searchRecipes(
      SearchRecipesRequest(q: q, pageSize: pageSize, pageToken: token),
      context: .test(user, language: language)
    )
  }

  func recipe(_ id: String, by user: String = "lan", language: String = "vi") async throws -> Recipe
  {
    try await service.getRecipe(
      GetRecipeRequest(id: id),
      context: .test(user, language: language)
    ).recipe ?? Recipe()
  }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
  private let state = Mutex<Int64>(1_800_000_000)

  var seconds: Int64 { state.withLock { $0 } }
  func advance(by delta: Int64) { state.withLock { $0 += delta } }
}

extension ServerContext {
  static func test(
    _ subject: String?,
    kind: Principal.Kind = .user,
    language: String = "vi",
    metadata: Metadata = Metadata()
  ) -> ServerContext {
    var metadata = metadata
    metadata.append("accept-language", language)
    return ServerContext(
      method: AISuggestionServiceMethods.suggest,
      metadata: metadata,
      principal: subject.map { Principal(subject: $0, kind: kind) }
    )
  }
}

/// Understands ids, names and aliases of the seed, and a few words in other ways.
final class StubIngredients: IngredientSource {
  private let trouble = Mutex<RPCError?>(nil)
  private let hasNoList = Mutex(false)
  private let list = Mutex(Kitchen.foods)
  private let calls = Mutex(0)

  /// Times that names were asked about.
  var callCount: Int { calls.withLock { $0 } }

  /// Fails in everything from now on.
  func goAway(_ error: RPCError = .unavailable("ingredient-validator: no connection")) {
    trouble.withLock { $0 = error }
  }

  func comeBack() { trouble.withLock { $0 = nil } }

  /// Has the food of `id` be this one from now on.
  func correct(_ id: String, _ food: Food) { list.withLock { $0[id] = food } }

  /// Still understands names, and cannot list its foods.
  func loseList() { hasNoList.withLock { $0 = true } }

  private static let ids: [String: String] = {
    var ids: [String: String] = [:]
    for record in Kitchen.records {
      for name in [record.name?.vi ?? "", record.name?.en ?? ""] + record.aliases + [record.id] {
        ids[name.lowercased()] = record.id
      }
    }
    // Without marks too, as far as that means one food.
    let folded = Dictionary(grouping: ids) { FoldedName($0.key).text }
    for (name, entries) in folded where Set(entries.map(\.value)).count == 1 && ids[name] == nil {
      ids[name] = entries.first?.value
    }
    return ids
  }()

  static func understand(_ name: String, _ language: Language) -> IngredientResult {
    func ingredient(_ id: String) -> Ingredient {
      Ingredient(id: id, name: language.pick(Kitchen.food(id).name))
    }
    switch name {
    case "ca chuaa":
      return IngredientResult(
        input: name,
        status: .corrected,
        ingredient: ingredient("tomato"),
        confidence: 0.88,
        warning: "corrected"
      )
    case "bo":
      return IngredientResult(
        input: name,
        status: .ambiguous,
        suggestions: ["beef", "butter"].map { .init(ingredient: ingredient($0), confidence: 1) }
      )
    case "x": return IngredientResult(input: name, status: .malformed)
    default:
      guard let id = ids[name.lowercased()] else {
        return IngredientResult(input: name, status: .unknown)
      }
      return IngredientResult(
        input: name,
        status: .valid,
        ingredient: ingredient(id),
        confidence: 1
      )
    }
  }

  func understand(_ names: [String], language: Language) async throws -> [IngredientResult] {
    try checkPresence()
    calls.withLock { $0 += 1 }
    return names.map { Self.understand($0, language) }
  }

  func allFoods() async throws -> [Food] {
    try checkPresence()
    if hasNoList.withLock({ $0 }) { throw RPCError.unavailable("ingredient-validator: no list") }
    return Array(list.withLock { $0 }.values)
  }

  func foods(_ ids: [String]) async throws -> [Food] {
    try checkPresence()
    let list = list.withLock { $0 }
    return ids.compactMap { list[$0] }
  }

  private func checkPresence() throws {
    if let error = trouble.withLock({ $0 }) { throw error }
  }
}

/// The status of what `body` throws, with the fields that a `BadRequest` names; nil when it does
/// not throw.
func failure(
  _ body: () async throws -> some Any
) async -> (code: StatusCode, fields: [String], error: RPCError)? {
  do {
    _ = try await body()
    return nil
  } catch {
    let error = RPCError(from: error)
    var fields: [String] = []
    for case .badRequest(let violations) in error.details { fields += violations.map(\.field) }
    return (error.code, fields, error)
  }
}
