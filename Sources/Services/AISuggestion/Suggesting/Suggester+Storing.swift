import Contracts
import Protobuf
import ServiceKit
import SingleTable

extension Suggester {
  /// Suggestion, generated recipes and the answer for its key: all or nothing.
  func store(
    _ record: SuggestionRecord,
    _ recipes: [StoredRecipe],
    _ answer: SuggestResponse,
    _ claim: IdempotencyRecord?
  ) async throws {
    var writes = [Write.put(record.item(), if: .itemNotExists)]
    writes += recipes.flatMap { RecipeStore.writes(from: nil, to: $0) }
    if let claim { writes.append(claim.completion(answer.encoded())) }
    try await retryingWrites(until: nil) { try await suggestions.write(writes) }
  }
}
