import Contracts
import SingleTable

/// Foods of the master list in the table.
///
///     | what              | how                                                        |
///     |-------------------|------------------------------------------------------------|
///     | the whole list    | Query GSI1 `INGREDIENT#ACTIVE#<shard>`, each shard          |
///     | foods by id       | BatchGet `INGREDIENT#<id>` / `METADATA`                     |
///     | write foods       | BatchWrite the same                                         |
///     | foods of a group  | Query GSI2 `INGREDIENT#CATEGORY#<c>`, for operators         |
///     | version of list   | Get, Update `INGREDIENT#LIST` / `VERSION`                   |
///
/// The version counts changes of the list, so that whoever holds it in memory sees that it has
/// changed. No food has the id `LIST`: slugs are lower case.
struct IngredientStore: Sendable {
  let table: any Table

  private static let versionKey = Key("INGREDIENT#LIST", "VERSION")

  /// Which list is stored.
  struct Version: Equatable, Sendable {
    /// Counts the changes.
    var number: Int
    /// Digest of the seed that was loaded last.
    var seed: [UInt8]
    /// Foods that the list has at least; an index that lags behind has fewer.
    var foodsMin: Int
  }

  nonisolated(nonsending) func version() async throws(TableError) -> Version? {
    guard let item = try await table.get(Self.versionKey) else { return nil }
    let reader = ItemReader(item)
    return Version(
      number: try reader.int("version"),
      seed: try reader.bytes("seed"),
      foodsMin: try reader.int("foodsMin")
    )
  }

  /// Replaces the version that was read; false when another process was faster.
  nonisolated(nonsending) func replaceVersion(
    _ old: Version?,
    by new: Version
  ) async throws(TableError) -> Bool {
    let item = Item(
      Self.versionKey,
      ["version": .int(new.number), "seed": .binary(new.seed), "foodsMin": .int(new.foodsMin)]
    )
    do {
      try await table.put(item, if: .version(old?.number))
      return true
    } catch .conditionFailed {
      return false
    }
  }

  /// Every food, page by page.
  nonisolated(nonsending) func all() async throws(TableError) -> [Food] {
    var foods: [Food] = []
    for shard in 0..<Food.shardCount {
      let query = Query(.gsi1, partition: Food.shardPartition(shard))
      try await table.forEachPage(query) { page throws(TableError) in
        for item in page.items { foods.append(try Food(ItemReader(item))) }
      }
    }
    return foods
  }

  /// Writes the foods that are not stored just so.
  ///
  /// - Returns: how many were written.
  nonisolated(nonsending) func write(_ foods: [Food]) async throws(TableError) -> Int {
    let stored = try await table.batchGet(foods.map { Food.key($0.id) })
    let writes = zip(foods.map { $0.item() }, stored)
      .filter { $0 != $1 }
      .map { BatchWrite.put($0.0) }
    if !writes.isEmpty { try await table.batchWrite(writes) }
    return writes.count
  }
}
