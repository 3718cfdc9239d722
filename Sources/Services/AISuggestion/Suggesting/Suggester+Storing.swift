import Contracts
import Protobuf
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
    var attempt = 1
    while true {
      do throws(TableError) { return try await suggestions.write(writes) } catch {
        guard error.isConflict, attempt < Limits.writeAttemptsMax else { throw error }
        attempt += 1
      }
    }
  }
}

extension TableError {
  /// Another transaction was at the same items; the same writes may go through now.
  var isConflict: Bool {
    switch self {
    case .transactionConflict: true
    case .transactionCancelled(let reasons): reasons.contains(.transactionConflict)
    default: false
    }
  }
}
