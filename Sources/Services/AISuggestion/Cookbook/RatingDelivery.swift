import Contracts
import RPC
import ServiceKit

/// What the rating-handler delivers, once it keeps its rules.
enum RatingDelivery {
  /// - Returns: approval is nil when it stays as it is.
  static func read(
    _ request: ApplyRatingRequest
  ) throws(RPCError) -> (RecipeRatings, approval: ApprovalState?) {
    var list = FieldViolations()
    list.require(!request.recipeId.isEmpty, "recipe_id", "is required")
    list.require(request.version > 0, "version", "must be above 0")
    check(request.sum, "sum", request.count, "count", into: &list)
    check(
      request.verifiedSum,
      "verified_sum",
      request.verifiedCount,
      "verified_count",
      into: &list
    )
    list.require(
      ApprovalState.allCases.contains(request.approval),
      "approval",
      "must be an approval state"
    )
    try list.throwIfAny()
    let ratings = RecipeRatings(
      version: request.version,
      sum: Int(request.sum),
      count: Int(request.count),
      verifiedSum: Int(request.verifiedSum),
      verifiedCount: Int(request.verifiedCount)
    )
    return (ratings, request.approval == .unspecified ? nil : request.approval)
  }

  private static func check(
    _ sum: Int32,
    _ sumField: String,
    _ count: Int32,
    _ countField: String,
    into list: inout FieldViolations
  ) {
    list.require(count >= 0, countField, "must not be negative")
    list.require(
      count < 0 || (Int(count)...5 * Int(count)).contains(Int(sum)),
      sumField,
      "must be 1 to 5 times its count"
    )
  }
}
