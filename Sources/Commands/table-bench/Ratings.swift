import SingleTable

/// Items like those that rating-handler keeps, the commonest writer of the product.
enum Ratings {
  /// Ratings of each recipe.
  static let usersPerRecipe = 100

  static func partition(_ recipe: Int) -> String { "RATING#recipe-\(padded(recipe, 7))" }

  /// The rating that filling the table has put at this place.
  static func key(_ item: Int) -> Key {
    Key(partition(item / usersPerRecipe), "USER#user-\(padded(item % usersPerRecipe, 7))")
  }

  static func totals(_ recipe: Int) -> Item {
    Item(
      Key(partition(recipe), "STATS"),
      [
        "count": 100, "sum": 431, "verifiedCount": 40, "verifiedSum": 175, "stars1": 3, "stars2": 7,
        "stars3": 9, "stars4": 18, "stars5": 63, "approval": "approved", "decider": "ratings",
        "version": 100,
      ]
    )
  }

  static func rating(_ key: Key, user: String) -> Item {
    let recipe = String(key.partition.dropFirst("RATING#".count))
    var item = Item(
      key,
      [
        "recipe": .string(recipe), "user": .string(user), "stars": 5,
        "comment": "Ngon lắm, cá thấm đều và thơm mùi gừng!", "verification": "cooked",
        "isAuthor": false, "createdAt": 1_800_000_000_000, "updatedAt": 1_800_000_000_000,
        "version": 1_800_000_000_000,
      ]
    )
    item.setIndex(.gsi1, partition: "RATING#USER#\(user)", sort: "001800000000000#\(recipe)")
    return item
  }

  static func news(_ shard: Int, _ id: String) -> Item {
    var item = totals(0)
    item["PK"] = .string("RATING#OUTBOX#\(shard)")
    item["SK"] = .string(id)
    return item
  }

  static func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// SplitMix64: the same numbers for the same seed, as in the plain program.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
