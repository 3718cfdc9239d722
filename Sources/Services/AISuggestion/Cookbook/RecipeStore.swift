import Contracts
import SingleTable

/// Recipes in the table.
///
/// | asked | answered by |
/// |---|---|
/// | a recipe | `RECIPE#<id>` / `METADATA` |
/// | several | the same, in batches |
/// | approved recipes with an ingredient, best first | GSI3 `RECIPE#USES#<ingredient>`, rows `RECIPE#<id>` / `USES#<ingredient>` |
/// | all approved recipes | GSI1 `RECIPE#METHOD#<method>`, method by method |
/// | an author's recipes, whatever their approval | GSI2 `RECIPE#AUTHOR#<user>` / `<created>`; see `PrivacyStore` |
/// | whether the cookbook changed | `RECIPE#COOKBOOK` / `VERSION`, counts the changes of approved recipes |
/// | what a key of CreateRecipe was answered | `RECIPE#AUTHOR#<user>` / `IDEMPOTENCY#<key>`, ttl 24 h |
/// | whether the seed is in | `RECIPE#COOKBOOK` / `SEED`, its digest |
///
/// A recipe, its index rows and the cookbook's version change in one transaction.
struct RecipeStore: Sendable {
  let table: any Table

  private static let versionKey = Key("RECIPE#COOKBOOK", "VERSION")
  private static let seedKey = Key("RECIPE#COOKBOOK", "SEED")

  func recipe(_ id: String) async throws(TableError) -> StoredRecipe? {
    try await table.get(StoredRecipe.self, StoredRecipe.key(id))
  }

  /// Those of the recipes that exist, in the order of `ids`.
  func recipes(_ ids: [String]) async throws(TableError) -> [StoredRecipe] {
    var recipes: [StoredRecipe] = []
    recipes.reserveCapacity(ids.count)
    for item in try await table.batchGet(ids.map(StoredRecipe.key)) {
      if let item { recipes.append(try StoredRecipe(ItemReader(item))) }
    }
    return recipes
  }

  /// Ids of the best rated approved recipes with an ingredient.
  func recipeIDs(using ingredientID: String) async throws(TableError) -> [String] {
    let query = Query(
      .gsi3,
      partition: StoredRecipe.usesPartition(ingredientID),
      isReversed: true,
      projection: []
    )
    let page = try await table.collect(query, count: Limits.usesPerIngredientMax)
    return page.items.compactMap { $0.key.map(StoredRecipe.id) }
  }

  /// Hands over the approved recipes, page by page.
  func forEachApproved(
    _ body: ([StoredRecipe]) -> Void
  ) async throws(TableError) {
    for method in CookingMethod.known {
      let query = Query(.gsi1, partition: StoredRecipe.methodPartition(method))
      try await table.forEachPage(query) { (page) throws(TableError) in
        body(try page.records(StoredRecipe.self))
      }
    }
  }

  func cookbookVersion() async throws(TableError) -> Int {
    guard let item = try await table.get(Self.versionKey) else { return 0 }
    return try ItemReader(item).int("count")
  }

  func seedDigest() async throws(TableError) -> [UInt8]? {
    guard let item = try await table.get(Self.seedKey) else { return nil }
    return try ItemReader(item).bytes("digest")
  }

  func write(_ writes: [Write]) async throws(TableError) {
    try await table.transactWrite(writes)
  }
}

// MARK: - Writes, for whoever composes a transaction

extension RecipeStore {
  /// What turns one state of a recipe into the next, index rows included.
  ///
  /// `old` is nil for a new recipe. Fails when the recipe is no longer as `old` is.
  static func writes(from old: StoredRecipe?, to new: StoredRecipe) -> [Write] {
    var writes = [Write.put(new.item(), if: .version(old?.version))]
    let oldUses = old?.usesItems ?? []
    let newUses = new.usesItems
    for item in newUses where !oldUses.contains(item) { writes.append(.put(item)) }
    let kept = Set(newUses.compactMap(\.key))
    for key in oldUses.compactMap(\.key) where !kept.contains(key) {
      writes.append(.delete(key))
    }
    return writes
  }

  /// Tells every process that the cookbook is no longer what it was.
  static var cookbookChanged: Write { .update(versionKey, Update().add("count", 1)) }

  static func seeded(_ digest: [UInt8]) -> Write {
    .put(Item(seedKey, ["digest": .binary(digest)]))
  }
}
