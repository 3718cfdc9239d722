package import Contracts
import PageTokens
import Protobuf
package import RPC
import ServiceKit
import SingleTable
import VietnameseText

/// What admins decide about names that nobody knows.
extension IngredientValidatorService {
  package func listUnknownIngredients(
    _ request: ListUnknownIngredientsRequest,
    context: ServerContext
  ) async throws -> ListUnknownIngredientsResponse {
    let admin = try context.requireUserID()
    let count = try PageSize.resolve(request.pageSize)
    let query = ["ListUnknownIngredients"]
    let startKey = try pageTokens.startKey(from: request.pageToken, caller: admin, query: query)
    let page = try await reports.pending(count: count, from: startKey)
    return ListUnknownIngredientsResponse(
      unknownIngredients: try page.records(UnknownReport.self).map(\.message),
      nextPageToken: try pageTokens.token(after: page, caller: admin, query: query)
    )
  }

  package func resolveUnknownIngredient(
    _ request: ResolveUnknownIngredientRequest,
    context: ServerContext
  ) async throws -> ResolveUnknownIngredientResponse {
    let admin = try context.requireUserID()
    let resolution = try Self.resolution(request)
    // As it is reported, however the admin spells it.
    let name = FoldedName(request.foldedName, scalarsMax: NameFormat.scalarsMax + 1).text
    guard let report = try await reports.report(of: name) else { throw Self.notReported(name) }
    let decision = try await retryingWrites(until: context.deadline) {
      try await reports.decide(report, as: resolution, by: admin, at: clock.milliseconds)
    }
    switch (decision, resolution) {
    case (.done, _): break
    case (.decidedBefore, _), (.refusedByFood, .ignored): throw Self.decidedBefore(name)
    case (.refusedByFood, .new(let food)): throw Self.isTaken(food.id)
    case (.refusedByFood, .alias(let id)): throw try await cannotBeNamed(id)
    }
    // Seen at once by who asks this process, within seconds by who asks another one.
    try await list.refresh()
    guard let id = resolution.foodID else { return ResolveUnknownIngredientResponse() }
    return ResolveUnknownIngredientResponse(ingredient: try await foods.food(id)?.record)
  }

  /// The decision that the request names, held against the rules of the contract.
  private static func resolution(
    _ request: ResolveUnknownIngredientRequest
  ) throws(RPCError) -> UnknownResolution {
    var violations = FieldViolations()
    violations.require(!request.foldedName.isEmpty, "folded_name", "must not be empty")
    var resolution: UnknownResolution?
    switch request.resolution {
    case .addAsNew(let record):
      let food = Food(record)
      do {
        try food.validate()
      } catch {
        violations.add("add_as_new.\(error.field)", error.rule)
      }
      resolution = .new(food)
    case .aliasOf(let alias):
      violations.require(
        !alias.ingredientId.isEmpty,
        "alias_of.ingredient_id",
        "must not be empty"
      )
      resolution = .alias(of: alias.ingredientId)
    case .ignore(let ignore):
      violations.require(
        ignore.reason.hasCharacters(atMost: UnknownResolution.reasonCharactersMax),
        "ignore.reason",
        "must be at most \(UnknownResolution.reasonCharactersMax) characters"
      )
      resolution = .ignored(reason: ignore.reason)
    case nil: violations.add("resolution", "must be add_as_new, alias_of or ignore")
    }
    try violations.throwIfAny()
    guard let resolution else { preconditionFailure("a missing resolution is a violation") }
    return resolution
  }

  private static func notReported(_ name: String) -> RPCError {
    RPCError(
      code: .notFound,
      message: "nobody has reported the name \(name)",
      details: [.resourceInfo(type: "unknown ingredient", name: name)]
    )
  }

  private static func decidedBefore(_ name: String) -> RPCError {
    .failedPrecondition(
      "the name \(name) is decided already",
      details: [
        .preconditionFailure([
          .init(type: "UNKNOWN_INGREDIENT", subject: name, description: "must wait for a decision")
        ])
      ]
    )
  }

  private static func isTaken(_ id: String) -> RPCError {
    RPCError(
      code: .alreadyExists,
      message: "there is an ingredient with the id \(id)",
      details: [.resourceInfo(type: "ingredient", name: id)]
    )
  }

  /// Why a food gets no further name.
  private func cannotBeNamed(_ id: String) async throws(TableError) -> RPCError {
    guard try await foods.food(id) != nil else { return Self.noFood(id) }
    return .failedPrecondition(
      "admins have given \(Food.aliasesMax) names to the ingredient \(id)",
      details: [
        .preconditionFailure([
          .init(type: "ALIASES", subject: id, description: "at most \(Food.aliasesMax)")
        ])
      ]
    )
  }
}

extension UnknownReport {
  fileprivate var message: UnknownIngredient {
    UnknownIngredient(
      foldedName: name,
      sample: sample,
      reporterCount: Int32(clamping: reporterCount),
      createTime: Google_Protobuf_Timestamp(milliseconds: createTime),
      updateTime: Google_Protobuf_Timestamp(milliseconds: updateTime)
    )
  }
}
