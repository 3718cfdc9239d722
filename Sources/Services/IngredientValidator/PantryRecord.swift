import SingleTable

/// Something in somebody's kitchen.
struct PantryRecord: Sendable, Equatable {
  /// A moment as the contract carries it.
  struct Moment: Sendable, Equatable {
    var seconds: Int64
    var nanos: Int32

    /// Years 1 to 9999, as `google.protobuf.Timestamp` says.
    var isValid: Bool {
      (-62_135_596_800...253_402_300_799).contains(seconds) && (0...999_999_999).contains(nanos)
    }
  }

  var user: String
  var ingredientID: String
  var quantity: Double?
  /// Empty when there is no quantity.
  var unit: String
  var expireTime: Moment?
  /// Milliseconds since 1970.
  var updateTime: Int64

  static let unitBytesMax = 8
  static let units: Set<String> = [
    "g", "ml", "piece", "tbsp", "tsp", "clove", "slice", "bunch", "stalk", "sheet", "can", "pinch",
    "cup",
  ]
  static let itemsMax = 500
  /// More of anything is a slip of the finger.
  static let quantityMax = 1_000_000.0
}

extension PantryRecord: ItemRecord {
  static func partition(_ user: String) -> String { "PANTRY#\(user)" }
  static let sortPrefix = "INGREDIENT#"

  static func key(_ user: String, _ ingredientID: String) -> Key {
    Key(partition(user), sortPrefix + ingredientID)
  }

  init(_ reader: ItemReader) throws(TableError) {
    user = try reader.string("user")
    ingredientID = try reader.string("ingredientId")
    quantity = try reader.optionalString("quantity").flatMap(Double.init)
    unit = try reader.optionalString("unit") ?? ""
    if let seconds = try reader.optionalInt("expireSeconds") {
      expireTime = Moment(
        seconds: Int64(seconds),
        nanos: Int32(clamping: try reader.optionalInt("expireNanos") ?? 0)
      )
    }
    updateTime = Int64(try reader.int("updateTime"))
  }

  func item() -> Item {
    var item = Item(
      Self.key(user, ingredientID),
      [
        "user": .string(user),
        "ingredientId": .string(ingredientID),
        "updateTime": .int(updateTime),
      ]
    )
    // As text, which gives the same double back; the table's numbers are decimal.
    if let quantity { item["quantity"] = .string(String(quantity)) }
    if !unit.isEmpty { item["unit"] = .string(unit) }
    if let expireTime {
      item["expireSeconds"] = .int(expireTime.seconds)
      item["expireNanos"] = .int(expireTime.nanos)
    }
    return item
  }
}
