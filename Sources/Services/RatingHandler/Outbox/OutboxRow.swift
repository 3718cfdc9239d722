import SingleTable

/// News for another service, stored in the transaction that made it and kept until it is delivered.
struct OutboxRow: Equatable {
  enum Delivery: Equatable {
    /// What all raters think now, to the service that keeps the recipes. Read when it is sent, so
    /// that many rows are one call.
    case totals
    /// One person's rating, to that person's history; no stars: it was taken back.
    case rating(user: String, stars: Int?, version: Int64)
    /// Whether the rater has cooked the recipe was not to be learned when the rating was given.
    case verification(user: String, version: Int64)
  }

  /// UUIDv7.
  let id: String
  let recipeID: String
  let delivery: Delivery
  /// Tries that failed for a reason of this row rather than of the other service.
  var attempts = 0
  /// Milliseconds since 1970.
  var notBefore: Int64 = 0

  init(id: String, recipeID: String, _ delivery: Delivery) {
    self.id = id
    self.recipeID = recipeID
    self.delivery = delivery
  }

  /// All news of a recipe lies in one shard, so that it is found together.
  var shard: Int { OutboxShard.of(recipe: recipeID) }
  var key: Key { Key(RatingKey.outbox(shard), id) }
}

/// The partitions of the outbox.
enum OutboxShard {
  /// Enough that no partition of the table carries all writes.
  static let count = 4
  static let all = Set(0..<count)

  /// FNV-1a: the same in every process and for ever.
  static func of(recipe: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in recipe.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(hash % UInt64(count))
  }
}

// MARK: - As an item

extension OutboxRow: ItemRecord {
  init(_ reader: ItemReader) throws(TableError) {
    id = try reader.string(AttributeName.sort)
    recipeID = try reader.string("recipe")
    switch try reader.string("delivery") {
    case "totals": delivery = .totals
    case "rating":
      delivery = .rating(
        user: try reader.string("user"),
        stars: try reader.optionalInt("stars"),
        version: Int64(try reader.int(AttributeName.version))
      )
    case "verification":
      delivery = .verification(
        user: try reader.string("user"),
        version: Int64(try reader.int(AttributeName.version))
      )
    default: throw reader.malformed("delivery", "a delivery")
    }
    attempts = try reader.optionalInt("attempts") ?? 0
    notBefore = Int64(try reader.optionalInt("notBefore") ?? 0)
  }

  func item() -> Item {
    var item = Item(key, ["recipe": .string(recipeID)])
    switch delivery {
    case .totals: item["delivery"] = "totals"
    case .rating(let user, let stars, let version):
      item["delivery"] = "rating"
      item["user"] = .string(user)
      item["stars"] = stars.map { .int($0) }
      item[AttributeName.version] = .int(version)
    case .verification(let user, let version):
      item["delivery"] = "verification"
      item["user"] = .string(user)
      item[AttributeName.version] = .int(version)
    }
    if attempts > 0 {
      item["attempts"] = .int(attempts)
      item["notBefore"] = .int(notBefore)
    }
    return item
  }
}
