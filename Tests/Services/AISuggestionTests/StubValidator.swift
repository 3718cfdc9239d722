import Contracts
import RPC
import ServiceKit
import Synchronization

@testable import AISuggestion

/// Answers like the ingredient-validator, over real HTTP/2.
final class StubValidator: IngredientValidatorServiceHandler {
  private let seen = Mutex<[String]>([])
  private let times = Mutex<[Deadline]>([])
  private let list = Mutex(Kitchen.records)

  /// Has the food of `id` be another from now on.
  func correct(_ id: String, _ change: (inout IngredientRecord) -> Void) {
    list.withLock { list in
      for place in list.indices where list[place].id == id { change(&list[place]) }
    }
  }

  /// The deadline of each call that understood names.
  var deadlines: [Deadline] { times.withLock { $0 } }

  /// `accept-language` of each call that understood names.
  var languages: [String] { seen.withLock { $0 } }

  func validateIngredients(
    _ request: ValidateIngredientsRequest,
    context: ServerContext
  ) async throws -> ValidateIngredientsResponse {
    times.withLock { $0.append(context.deadline ?? .after(.seconds(1_000_000))) }
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
    for record in list.withLock({ $0 }) where request.ids.contains(record.id) {
      response.ingredients[record.id] = record
    }
    return response
  }

  func searchIngredients(
    _ request: SearchIngredientsRequest,
    context: ServerContext
  ) async throws -> SearchIngredientsResponse {
    let start = Int(request.pageToken) ?? 0
    let records = list.withLock { $0 }
    let end = min(start + Int(request.pageSize), records.count)
    return SearchIngredientsResponse(
      ingredients: records[start..<end].map { Ingredient(id: $0.id) },
      nextPageToken: end < records.count ? "\(end)" : ""
    )
  }

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

  func exportIngredientData(
    _ request: ExportIngredientDataRequest,
    _ responses: ResponseWriter<ExportIngredientDataResponse>,
    context: ServerContext
  ) async throws { throw unused }

  func eraseIngredientData(
    _ request: EraseIngredientDataRequest,
    context: ServerContext
  ) async throws -> EraseIngredientDataResponse { throw unused }

  func resolveUnknownIngredient(
    _ request: ResolveUnknownIngredientRequest,
    context: ServerContext
  ) async throws -> ResolveUnknownIngredientResponse { throw unused }

  private var unused: RPCError { .unimplemented("not called by this service") }
}

/// Stands for the interceptor that verifies tokens: everybody is Lan.
struct EverybodyIsLan: ServerInterceptor {
  func intercept(_ context: ServerContext, _ next: () async throws -> Void) async throws {
    context.principal = Principal(subject: "lan")
    try await next()
  }
}
