package import Contracts
package import RPC
import ServiceKit
import SingleTable

extension IngredientValidatorService {
  package func importIngredients(
    _ requests: RequestStream<ImportIngredientsRequest>,
    context: ServerContext
  ) async throws -> ImportIngredientsResponse {
    var batch = ImportBatch()
    var outcome = IngredientStore.Outcome()
    var place = 0
    for try await request in requests {
      let food: Food
      do {
        food = try ImportBatch.food(of: request)
      } catch {
        // What came before it stays.
        outcome.add(try await foods.bring(batch.take()))
        try await list.refresh()
        throw RPCError.invalidArgument(field: "[\(place)].\(error.field)", error.rule)
      }
      if !batch.hasRoom(for: food) { outcome.add(try await foods.bring(batch.take())) }
      batch.add(food)
      place += 1
    }
    outcome.add(try await foods.bring(batch.take()))
    try await list.refresh()
    return ImportIngredientsResponse(
      createdCount: Int32(clamping: outcome.createdCount),
      updatedCount: Int32(clamping: outcome.updatedCount),
      unchangedCount: Int32(clamping: outcome.unchangedCount)
    )
  }
}

/// Foods of an import that are written together.
struct ImportBatch {
  private var foods: [Food] = []
  private var ids: Set<String> = []

  static func food(of request: ImportIngredientsRequest) throws(Food.Fault) -> Food {
    guard let record = request.ingredient else {
      throw Food.Fault(field: "ingredient", rule: "must be set")
    }
    let food = Food(record)
    try food.validate()
    return food
  }

  /// A transaction names no item twice, so that the later one of two waits for its turn.
  func hasRoom(for food: Food) -> Bool {
    foods.count < Limits.foodsPerTransaction && !ids.contains(food.id)
  }

  mutating func add(_ food: Food) {
    foods.append(food)
    ids.insert(food.id)
  }

  mutating func take() -> [Food] {
    defer { self = ImportBatch() }
    return foods
  }
}
