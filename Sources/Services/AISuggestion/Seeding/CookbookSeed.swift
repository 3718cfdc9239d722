import Contracts
import PageTokens
import Protobuf
import ServiceKit
import SingleTable

/// Brings in the recipes that come with the product, once.
///
/// The digest of the seed is written last: a start that was broken off is repeated, and what is
/// already there just so is left alone. Ratings and approval of known recipes stay.
struct CookbookSeed: Sendable {
  /// Proto3 JSON, one `RecipeRecord` a line.
  let lines: [UInt8]

  struct Outcome: Sendable, Equatable {
    var created = 0
    var updated = 0
    var unchanged = 0
  }

  /// Why the seed cannot be used; a mistake in the data that comes with the product.
  enum Failure: Error, Equatable {
    case malformed(line: Int, reason: String)
  }

  /// - Returns: nil when this seed is already in.
  func load(
    into store: RecipeStore,
    at epochSeconds: Int64
  ) async throws -> Outcome? {
    let digest = fingerprint(of: lines)
    if try await store.seedDigest() == digest { return nil }
    let records = try Self.parse(lines)
    var known: [String: StoredRecipe] = [:]
    for recipe in try await store.recipes(records.map(\.id)) { known[recipe.id] = recipe }
    var outcome = Outcome()
    var changes: [[Write]] = []
    for record in records {
      let old = known[record.id]
      guard old?.record != record else {
        outcome.unchanged += 1
        continue
      }
      if old == nil { outcome.created += 1 } else { outcome.updated += 1 }
      var new =
        old
        ?? StoredRecipe(
          record: record,
          origin: .curated,
          approval: .approved,
          createdSeconds: epochSeconds
        )
      new.record = record
      changes.append(RecipeStore.writes(from: old, to: new))
    }
    try await write(changes, to: store)
    try await store.write([RecipeStore.seeded(digest), RecipeStore.cookbookChanged])
    return outcome
  }

  static func parse(_ lines: [UInt8]) throws -> [RecipeRecord] {
    var records: [RecipeRecord] = []
    for (index, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        let record = try RecipeRecord(json: Array(line))
        var list = FieldViolations()
        RecipeRules.check(record, into: &list)
        list.require(!record.id.isEmpty, "id", "is required")
        try list.throwIfAny()
        records.append(record)
      } catch { throw Failure.malformed(line: index + 1, reason: "\(error)") }
    }
    return records
  }

  /// Each recipe in a transaction of its own, many at once: the table commits them together.
  private func write(_ changes: [[Write]], to store: RecipeStore) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, writes) in changes.enumerated() {
        if index >= Limits.seedWritesAtOnceMax { try await group.next() }
        group.addTask { try await Self.write(writes, to: store) }
      }
      try await group.waitForAll()
    }
  }

  /// Another process that starts at the same time may have written the same recipe: then all is
  /// well.
  private static func write(_ writes: [Write], to store: RecipeStore) async throws(TableError) {
    do throws(TableError) { try await store.write(writes) } catch {
      guard case .transactionCancelled(let reasons) = error,
        case .put(let wanted, _)? = writes.first,
        case .conditionFailed(let old?)? = reasons.first,
        old["record"] == wanted["record"]
      else { throw error }
    }
  }
}
