import Contracts
import ServiceKit
import SingleTable

/// Foods of the master list in the table.
///
///     | what              | how                                                            |
///     |-------------------|----------------------------------------------------------------|
///     | the whole list    | Query GSI1 `INGREDIENT#ACTIVE#<shard>` for the keys of each     |
///     |                   | shard, then BatchGet, since an index lags behind                |
///     | foods by id       | BatchGet `INGREDIENT#<id>` / `METADATA`                         |
///     | bring foods in    | BatchGet the same, TransactWrite those that differ and the      |
///     |                   | version                                                        |
///     | name a food       | TransactWrite Update `addedAliases`, the version, the report    |
///     | add a food        | TransactWrite Put if it is not there, the version, the report   |
///     | foods of a group  | Query GSI2 `INGREDIENT#CATEGORY#<c>`, for operators             |
///     | version of list   | Get, Update `INGREDIENT#LIST` / `VERSION`                       |
///
/// The version counts changes of the list, so that whoever holds it in memory sees that it has
/// changed; every transaction that changes a food counts it. No food has the id `LIST`: slugs are
/// lower case.
struct IngredientStore: Sendable {
  let table: any Table

  private static let versionKey = Key("INGREDIENT#LIST", "VERSION")

  /// Which list is stored.
  struct Version: Equatable, Sendable {
    /// Counts the changes.
    var number: Int
    /// Digest of the seed that was loaded last; nil while the first one is being loaded.
    var seed: [UInt8]?
    /// Foods of the list; an index that lags behind has fewer.
    var foodCount: Int
  }

  /// What bringing foods in has done.
  struct Outcome: Equatable, Sendable {
    var createdCount = 0
    var updatedCount = 0
    var unchangedCount = 0

    var writtenCount: Int { createdCount + updatedCount }

    mutating func add(_ other: Outcome) {
      createdCount += other.createdCount
      updatedCount += other.updatedCount
      unchangedCount += other.unchangedCount
    }
  }
}

// MARK: - Reading

extension IngredientStore {
  nonisolated(nonsending) func version() async throws(TableError) -> Version? {
    guard let item = try await table.get(Self.versionKey) else { return nil }
    let reader = ItemReader(item)
    return Version(
      number: try reader.int("version"),
      seed: try reader.optionalBytes("seed"),
      foodCount: try reader.int("foods")
    )
  }

  /// Every food, page by page.
  nonisolated(nonsending) func all() async throws(TableError) -> [Food] {
    var keys: [Key] = []
    for shard in 0..<Food.shardCount {
      let query = Query(.gsi1, partition: Food.shardPartition(shard), projection: [])
      try await table.forEachPage(query) { page in keys += page.items.compactMap(\.key) }
    }
    return try await foods(keys)
  }

  nonisolated(nonsending) func food(_ id: String) async throws(TableError) -> Food? {
    try await foods([Food.key(id)]).first
  }

  private nonisolated(nonsending) func foods(_ keys: [Key]) async throws(TableError) -> [Food] {
    var foods: [Food] = []
    foods.reserveCapacity(keys.count)
    for case let item? in try await table.batchGet(keys) {
      foods.append(try Food(ItemReader(item)))
    }
    return foods
  }
}

// MARK: - Writing

extension IngredientStore {
  /// Writes the foods that are not stored just so, each group of them together with the version.
  ///
  /// - Precondition: no id is there twice.
  nonisolated(nonsending) func bring(_ foods: [Food]) async throws -> Outcome {
    var outcome = Outcome()
    for start in stride(from: 0, to: foods.count, by: Limits.foodsPerTransaction) {
      let group = Array(foods[start..<min(start + Limits.foodsPerTransaction, foods.count)])
      outcome.add(try await retryingWrites(until: nil) { try await bring(group: group) })
    }
    return outcome
  }

  /// Nil when somebody else has changed one of the foods since it was read.
  private nonisolated(nonsending) func bring(
    group: [Food]
  ) async throws(TableError) -> Outcome? {
    let stored = try await table.batchGet(group.map { Food.key($0.id) })
    var outcome = Outcome()
    var writes: [Write] = []
    for (food, item) in zip(group, stored) {
      guard let item else {
        outcome.createdCount += 1
        writes.append(.put(food.item(), if: .itemNotExists))
        continue
      }
      let known = try Food(ItemReader(item))
      var next = food
      next.addedAliases = known.addedAliases
      guard next.item() != item else {
        outcome.unchangedCount += 1
        continue
      }
      outcome.updatedCount += 1
      writes.append(.put(next.item(), if: Self.hasAdded(known.addedAliases)))
    }
    guard !writes.isEmpty else { return outcome }
    writes.append(Self.changed(createdCount: outcome.createdCount))
    return try await table.wroteUnchanged(writes) ? outcome : nil
  }

  /// Notes which seed the list has; false when it is noted already.
  nonisolated(nonsending) func noteSeed(_ digest: [UInt8]) async throws(TableError) -> Bool {
    do {
      try await table.update(
        Self.versionKey,
        Update().set("seed", .binary(digest)).add("version", 1).add("foods", 0),
        if: .notEqual("seed", .binary(digest)),
        returning: .none
      )
      return true
    } catch .conditionFailed {
      return false
    }
  }

  /// Tells every process that the list is no longer what it was.
  static func changed(createdCount: Int) -> Write {
    .update(versionKey, Update().add("version", 1).add("foods", Number(createdCount)))
  }

  /// Gives a food one more name; fails when there is no such food or it has all it may have.
  static func add(_ alias: String, to id: String) -> Write {
    let path = AttributePath(Food.addedAliases)
    return .update(
      Food.key(id),
      Update().append(path, [.string(alias)]),
      if: .itemExists
        && (.notExists(path) || .size(path, .less, Food.aliasesMax))
    )
  }

  private static func hasAdded(_ aliases: [String]) -> Condition {
    let path = AttributePath(Food.addedAliases)
    return aliases.isEmpty ? .notExists(path) : .equal(path, .strings(aliases))
  }
}
