import Contracts
import RPC
import ServiceKit

/// What the ingredient-validator made of the names: foods to cook with, and what to say.
struct UnderstoodNames: Sendable {
  /// Different foods, in the order they were named.
  let foodIDs: [String]
  let warnings: [WarningRecord]

  /// - Throws: INVALID_ARGUMENT with candidates for each bad name, when fewer than 2 or more than
  ///   10 different foods are left.
  init(_ results: [IngredientResult]) throws(RPCError) {
    var foodIDs: [String] = []
    var warnings: [WarningRecord] = []
    var list = FieldViolations()
    for (index, result) in results.enumerated() {
      guard result.status.isGood, let food = result.ingredient else {
        warnings.append(WarningRecord(code: .ingredientSkipped, name: result.input))
        list.add("ingredients[\(index)]", Self.rule(result))
        continue
      }
      if !foodIDs.contains(food.id) { foodIDs.append(food.id) }
      if result.status == .corrected {
        warnings.append(
          WarningRecord(code: .ingredientCorrected, name: result.input, foodID: food.id)
        )
      }
    }
    if !Limits.foods.contains(foodIDs.count) {
      list.add(
        "ingredients",
        "must give 2 to 10 different foods, and give \(foodIDs.count)"
      )
      try list.throwIfAny()
    }
    self.foodIDs = foodIDs
    self.warnings = warnings
  }

  private static func rule(_ result: IngredientResult) -> String {
    let candidates = result.suggestions.compactMap { $0.ingredient?.name }
    // The violations of 20 names have to fit the trailers of an answer.
    let input = String(result.input.unicodeScalars.prefix(50))
    let fault =
      switch result.status {
      case .malformed: "'\(input)' is no name of a food"
      case .ambiguous: "'\(input)' may mean several foods"
      default: "'\(input)' is not known"
      }
    return candidates.isEmpty ? fault : "\(fault): \(candidates.joined(separator: ", "))?"
  }
}

extension IngredientStatus {
  /// Good to cook with.
  var isGood: Bool { self == .valid || self == .corrected }
}
