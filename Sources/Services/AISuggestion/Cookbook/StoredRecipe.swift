import Contracts
import Protobuf
import SingleTable

/// A recipe with all that is known of it; the state behind `Recipe`.
///
///     pending --ratings, admin--> approved --ratings, admin--> rejected
///
/// Approved recipes are found by method and ingredient; every recipe by its id and, as what is kept
/// of a person must be told and forgotten whatever became of it, by its author. The recipe itself
/// is one binary attribute, the contract's `RecipeRecord`: read whole, written whole, never
/// searched by the table.
struct StoredRecipe: Sendable, Equatable {
  var record: RecipeRecord
  var origin: RecipeOrigin
  /// Who wrote it, or asked for it when it was generated; empty for the cookbook's own,
  /// `forgottenAuthor` when that user has been forgotten.
  var authorID = ""
  var approval: ApprovalState
  var ratings = RecipeRatings()
  var createdSeconds: Int64
  /// Writes so far; nil before the first.
  var version: Int?

  var id: String { record.id }

  /// In the place of a user who has been forgotten: there is an author, and nobody is it.
  static let forgottenAuthor = "#forgotten"

  func isBy(_ user: String) -> Bool {
    !authorID.isEmpty && authorID != Self.forgottenAuthor && authorID == user
  }

  /// `SCORE#<fixed width>#<id>`: sorts by how good it is, then by id.
  var scoreKey: String {
    let digits = String(ratings.score)
    return "SCORE#\(String(repeating: "0", count: 5 - digits.count))\(digits)#\(id)"
  }

  /// The state after `ratings`; nil when a version as high was known before.
  ///
  /// An `approval` of nil leaves it as it is.
  func applying(_ ratings: RecipeRatings, approval: ApprovalState?) -> StoredRecipe? {
    guard ratings.version > self.ratings.version else { return nil }
    var next = self
    next.ratings = ratings
    next.approval = approval ?? self.approval
    return next
  }
}

extension StoredRecipe: ItemRecord {
  private static let prefix = "RECIPE#"

  static func key(_ id: String) -> Key { Key(prefix + id, "METADATA") }
  static func usesKey(_ id: String, _ ingredientID: String) -> Key {
    Key(prefix + id, "USES#\(ingredientID)")
  }
  /// The recipe of either key above.
  static func id(_ key: Key) -> String { String(key.partition.dropFirst(prefix.count)) }
  static func methodPartition(_ method: CookingMethod) -> String { "RECIPE#METHOD#\(method.slug)" }
  static func authorPartition(_ user: String) -> String { "RECIPE#AUTHOR#\(user)" }
  static func usesPartition(_ ingredientID: String) -> String { "RECIPE#USES#\(ingredientID)" }

  init(_ reader: ItemReader) throws(TableError) {
    let bytes = try reader.bytes("record")
    do { record = try RecipeRecord(decoding: bytes) } catch {
      throw reader.malformed("record", "a RecipeRecord: \(error)")
    }
    origin = RecipeOrigin(rawValue: Int32(clamping: try reader.int("origin")))
    authorID = try reader.optionalString("author") ?? ""
    approval = ApprovalState(rawValue: Int32(clamping: try reader.int("approval")))
    ratings = RecipeRatings(
      version: Int64(try reader.int("ratingVersion")),
      sum: try reader.int("ratingSum"),
      count: try reader.int("ratingCount"),
      verifiedSum: try reader.int("verifiedSum"),
      verifiedCount: try reader.int("verifiedCount")
    )
    createdSeconds = Int64(try reader.int("created"))
    version = try reader.int(AttributeName.version)
  }

  func item() -> Item {
    var item = Item(Self.key(id))
    item["record"] = .binary(record.encoded())
    item["origin"] = .int(origin.rawValue)
    if !authorID.isEmpty { item["author"] = .string(authorID) }
    item["approval"] = .int(approval.rawValue)
    item["ratingVersion"] = .int(ratings.version)
    item["ratingSum"] = .int(ratings.sum)
    item["ratingCount"] = .int(ratings.count)
    item["verifiedSum"] = .int(ratings.verifiedSum)
    item["verifiedCount"] = .int(ratings.verifiedCount)
    item["created"] = .int(createdSeconds)
    item[AttributeName.version] = .int((version ?? 0) + 1)
    // Approved or not: see above.
    if !authorID.isEmpty, authorID != Self.forgottenAuthor {
      item.setIndex(
        .gsi2,
        partition: Self.authorPartition(authorID),
        sort: String(createdSeconds)
      )
    }
    guard approval == .approved else { return item }
    item.setIndex(.gsi1, partition: Self.methodPartition(record.method), sort: scoreKey)
    return item
  }

  /// A row for each ingredient, by which the recipe is found; none unless it is approved.
  var usesItems: [Item] {
    guard approval == .approved else { return [] }
    return record.ingredients.map { ingredient in
      var item = Item(Self.usesKey(id, ingredient.ingredientId))
      item.setIndex(
        .gsi3,
        partition: Self.usesPartition(ingredient.ingredientId),
        sort: scoreKey
      )
      return item
    }
  }
}
