package import Contracts
import Logging
import PageTokens
package import RPC
import ServiceKit
import SingleTable
import VietnameseText

/// Knows every food and what people call it.
///
/// Matching and searching read the list in memory alone; the table holds the list, what people
/// missed in it, and their pantries.
package struct IngredientValidatorService: IngredientValidatorServiceHandler {
  let list: MasterList
  let foods: IngredientStore
  let reports: UnknownReportStore
  let pantry: PantryStore
  let pageTokens: PageTokenSealer
  let clock: ServiceClock
  let logger: Logger

  static let namesMax = 20
  static let batchMax = 200

  // MARK: - ValidateIngredients

  package func validateIngredients(
    _ request: ValidateIngredientsRequest,
    context: ServerContext
  ) async throws -> ValidateIngredientsResponse {
    let user = try context.requireUserID()
    var violations = FieldViolations()
    violations.require(
      (1...Self.namesMax).contains(request.names.count),
      "names",
      "must be 1 to \(Self.namesMax) names"
    )
    try violations.throwIfAny()
    let index = list.index
    let wording = Wording(language: context.language)
    var unknown: [UnknownReportStore.Sighting] = []
    let results = request.names.map { input in
      Self.result(input, index, wording) { name in
        let folded = name.text
        guard !unknown.contains(where: { $0.name == folded }) else { return }
        unknown.append(.init(name: folded, sample: input))
      }
    }
    if !unknown.isEmpty { await report(unknown, by: user, context) }
    return ValidateIngredientsResponse(results: results)
  }

  private static func result(
    _ input: String,
    _ index: IngredientIndex,
    _ wording: Wording,
    unknown: (FoldedName) -> Void
  ) -> IngredientResult {
    let name: FoldedName
    do {
      name = try NameFormat.check(input)
    } catch {
      return IngredientResult(
        input: input,
        status: .malformed,
        warning: wording.malformed(error)
      )
    }
    let language = wording.language
    switch index.match(name) {
    case .valid(let food):
      return IngredientResult(
        input: input,
        status: .valid,
        ingredient: index.foods[food].message(language),
        confidence: 1
      )
    case .corrected(let candidate):
      let food = index.foods[candidate.food]
      return IngredientResult(
        input: input,
        status: .corrected,
        ingredient: food.message(language),
        confidence: candidate.confidence,
        warning: wording.corrected(
          input,
          to: food.name(language),
          confidence: candidate.confidence
        )
      )
    case .ambiguous(let candidates):
      return IngredientResult(
        input: input,
        status: .ambiguous,
        suggestions: candidates.map { candidate in
          IngredientSuggestion(
            ingredient: index.foods[candidate.food].message(language),
            confidence: candidate.confidence
          )
        },
        warning: wording.ambiguous(input, candidates.map { index.foods[$0.food].name(language) })
      )
    case .unknown:
      unknown(name)
      return IngredientResult(input: input, status: .unknown, warning: wording.unknown(input))
    }
  }

  /// Counts the names that nobody knows; the answer does not depend on it.
  private func report(
    _ names: [UnknownReportStore.Sighting],
    by user: String,
    _ context: ServerContext
  ) async {
    do {
      try await reports.report(names, by: user, at: clock.milliseconds)
    } catch {
      // The next user who types the name, or this one again, is counted.
      logger.error(
        "unknown ingredients were not reported",
        metadata: ["error": "\(error)", "requestId": "\(context.requestID)"]
      )
    }
  }

  // MARK: - Foods by id

  package func getIngredient(
    _ request: GetIngredientRequest,
    context: ServerContext
  ) async throws -> GetIngredientResponse {
    var violations = FieldViolations()
    violations.require(!request.id.isEmpty, "id", "must not be empty")
    try violations.throwIfAny()
    let food = try Self.food(request.id, list.index)
    return GetIngredientResponse(ingredient: food.message(context.language))
  }

  package func batchGetIngredients(
    _ request: BatchGetIngredientsRequest,
    context: ServerContext
  ) async throws -> BatchGetIngredientsResponse {
    var violations = FieldViolations()
    violations.require(
      (1...Self.batchMax).contains(request.ids.count),
      "ids",
      "must be 1 to \(Self.batchMax) ids"
    )
    for (place, id) in request.ids.prefix(Self.batchMax).enumerated() where id.isEmpty {
      violations.add("ids[\(place)]", "must not be empty")
    }
    try violations.throwIfAny()
    let index = list.index
    var ingredients: [String: IngredientRecord] = [:]
    for id in request.ids where id.utf8.count <= Food.idBytesMax && ingredients[id] == nil {
      ingredients[id] = index.food(id)?.record
    }
    return BatchGetIngredientsResponse(ingredients: ingredients)
  }

  static func food(_ id: String, _ index: IngredientIndex) throws(RPCError) -> Food {
    guard let food = index.food(id) else { throw noFood(id) }
    return food
  }

  static func noFood(_ id: String) -> RPCError {
    let id = String(id.unicodeScalars.prefix(Food.idBytesMax))
    return RPCError(
      code: .notFound,
      message: "no ingredient has the id \(id)",
      details: [.resourceInfo(type: "ingredient", name: id)]
    )
  }
}
