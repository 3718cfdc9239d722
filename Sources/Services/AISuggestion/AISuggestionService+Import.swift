package import Contracts
package import RPC
import ServiceKit

extension AISuggestionService {
  package func importRecipes(
    _ requests: RequestStream<ImportRecipesRequest>,
    context: ServerContext
  ) async throws -> ImportRecipesResponse {
    var batch = ImportBatch()
    var outcome = CookbookImport.Outcome()
    var place = 0
    do {
      for try await request in requests {
        if batch.isFull(for: request.recipe?.id ?? "") {
          try await finish(&batch, &outcome)
        }
        batch.append(request.recipe, at: place)
        place += 1
      }
      try await finish(&batch, &outcome)
    } catch {
      // What was brought in before is seen by searches all the same.
      if outcome.changed > 0 { try? await cookbook.refresh() }
      throw error
    }
    if outcome.changed > 0 { try await cookbook.refresh() }
    return ImportRecipesResponse(
      createdCount: Int32(clamping: outcome.created),
      updatedCount: Int32(clamping: outcome.updated),
      unchangedCount: Int32(clamping: outcome.unchanged)
    )
  }

  /// Writes the records before the first that breaks a rule, and throws for that one.
  private func finish(
    _ batch: inout ImportBatch,
    _ outcome: inout CookbookImport.Outcome
  ) async throws {
    let foods = try await catalogue.foods(including: batch.ingredientIDs)
    let (records, refusal) = batch.judged { foods[$0] != nil }
    batch = ImportBatch()
    if !records.isEmpty {
      outcome += try await CookbookImport(store: recipes).load(records, at: clock.seconds)
    }
    if let refusal { throw refusal }
  }
}
