package import Contracts
import PageTokens
import Protobuf
package import RPC
import ServiceKit
import SingleTable

extension IngredientValidatorService {
  package func addPantryItem(
    _ request: AddPantryItemRequest,
    context: ServerContext
  ) async throws -> AddPantryItemResponse {
    let user = try context.requireUserID()
    try Self.validate(request)
    let food = try Self.food(request.ingredientId, list.index)
    let record = PantryRecord(
      user: user,
      ingredientID: food.id,
      quantity: request.quantity,
      unit: request.unit,
      expireTime: request.expireTime.map(PantryRecord.Moment.init),
      updateTime: clock.milliseconds
    )
    switch try await pantry.add(record) {
    case .done: break
    case .full:
      throw RPCError.resourceExhausted(
        "the pantry holds \(PantryRecord.itemsMax) foods",
        details: [
          .quotaFailure(
            subject: "pantry",
            description: "at most \(PantryRecord.itemsMax) foods; remove one first"
          )
        ]
      )
    }
    return AddPantryItemResponse(item: record.message(food, context.language))
  }

  private static func validate(_ request: AddPantryItemRequest) throws(RPCError) {
    var violations = FieldViolations()
    violations.require(!request.ingredientId.isEmpty, "ingredient_id", "must not be empty")
    if let quantity = request.quantity {
      violations.require(
        quantity > 0 && quantity <= PantryRecord.quantityMax,
        "quantity",
        "must be above 0 and at most 1,000,000"
      )
      violations.require(!request.unit.isEmpty, "unit", "must be set beside a quantity")
    }
    if !request.unit.isEmpty {
      violations.require(
        request.unit.utf8.count <= PantryRecord.unitBytesMax
          && PantryRecord.units.contains(request.unit),
        "unit",
        "must be one of \(PantryRecord.units.sorted().joined(separator: ", "))"
      )
    }
    if let expireTime = request.expireTime {
      violations.require(
        PantryRecord.Moment(expireTime).isValid,
        "expire_time",
        "must be in the years 1 to 9999"
      )
    }
    try violations.throwIfAny()
  }

  package func listPantry(
    _ request: ListPantryRequest,
    context: ServerContext
  ) async throws -> ListPantryResponse {
    let user = try context.requireUserID()
    let count = try PageSize.resolve(request.pageSize)
    let query = ["ListPantry"]
    let startKey = try pageTokens.startKey(from: request.pageToken, caller: user, query: query)
    let (records, page) = try await pantry.list(of: user, count: count, from: startKey)
    let index = list.index
    return ListPantryResponse(
      items: records.map { $0.message(index, context.language) },
      nextPageToken: try pageTokens.token(after: page, caller: user, query: query)
    )
  }

  package func removePantryItem(
    _ request: RemovePantryItemRequest,
    context: ServerContext
  ) async throws -> RemovePantryItemResponse {
    let user = try context.requireUserID()
    var violations = FieldViolations()
    violations.require(
      (1...Food.idBytesMax).contains(request.ingredientId.utf8.count),
      "ingredient_id",
      "must be an id of 1 to \(Food.idBytesMax) bytes"
    )
    try violations.throwIfAny()
    try await pantry.remove(request.ingredientId, of: user)
    return RemovePantryItemResponse()
  }
}

extension Food {
  fileprivate init(forgotten id: String) {
    self.init(id: id, nameVi: id, nameEn: id, category: .unspecified)
  }
}

extension PantryRecord {
  /// A food that has left the list since is still in the kitchen.
  func message(_ index: IngredientIndex, _ language: Language) -> PantryItem {
    message(index.food(ingredientID) ?? Food(forgotten: ingredientID), language)
  }

  fileprivate func message(_ food: Food, _ language: Language) -> PantryItem {
    PantryItem(
      ingredient: food.message(language),
      quantity: quantity,
      unit: unit,
      expireTime: expireTime.map {
        Google_Protobuf_Timestamp(seconds: $0.seconds, nanos: $0.nanos)
      },
      updateTime: Google_Protobuf_Timestamp(milliseconds: updateTime)
    )
  }
}

extension PantryRecord.Moment {
  fileprivate init(_ timestamp: Google_Protobuf_Timestamp) {
    self.init(seconds: timestamp.seconds, nanos: timestamp.nanos)
  }
}
