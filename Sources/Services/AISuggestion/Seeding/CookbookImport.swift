import Contracts
import ServiceKit
import SingleTable

/// Brings recipes into the cookbook, as approved.
///
/// A recipe that is stored just so is left alone; ratings, approval and author of a known one stay.
struct CookbookImport: Sendable {
  let store: RecipeStore

  struct Outcome: Sendable, Equatable {
    var created = 0
    var updated = 0
    var unchanged = 0

    var changed: Int { created + updated }

    /// One more that is written over `old`.
    mutating func count(_ old: StoredRecipe?) {
      if old == nil { created += 1 } else { updated += 1 }
    }

    static func += (left: inout Outcome, right: Outcome) {
      left.created += right.created
      left.updated += right.updated
      left.unchanged += right.unchanged
    }
  }

  /// A recipe as it is to be, over the one that was read; nil when there was none.
  private struct Change: Sendable {
    let old: StoredRecipe?
    let new: StoredRecipe

    var writes: [Write] { RecipeStore.writes(from: old, to: new) }
  }

  /// As many in a transaction as it holds, several transactions at once.
  ///
  /// The records have different ids. Every process learns that the cookbook changed.
  func load(_ records: [RecipeRecord], at epochSeconds: Int64) async throws -> Outcome {
    let known = try await store.recipes(records.map(\.id))
    let byID = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    let changes = records.compactMap { record in
      Self.change(record, over: byID[record.id], at: epochSeconds)
    }
    var outcome = Outcome(unchanged: records.count - changes.count)
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for (index, part) in Self.parts(of: changes).enumerated() {
        if index >= Limits.seedWritesAtOnceMax { outcome += try await group.next() ?? Outcome() }
        group.addTask { try await write(part, at: epochSeconds) }
      }
      for try await written in group { outcome += written }
    }
    if outcome.changed > 0 { try await store.write([RecipeStore.cookbookChanged]) }
    return outcome
  }

  /// Cuts the changes into what one transaction holds.
  private static func parts(of changes: [Change]) -> [[Change]] {
    var parts: [[Change]] = []
    var writeCount = 0
    for change in changes {
      let count = change.writes.count
      if let last = parts.last, last.count < Limits.importedPerTransactionMax,
        writeCount + count <= TableLimits.transactionItemsMax
      {
        parts[parts.count - 1].append(change)
        writeCount += count
      } else {
        parts.append([change])
        writeCount = count
      }
    }
    return parts
  }

  /// All together; when somebody else, a rating say, was faster with one of them, each by itself.
  private func write(_ part: [Change], at epochSeconds: Int64) async throws -> Outcome {
    do throws(TableError) {
      try await store.write(part.flatMap(\.writes))
      return part.reduce(into: Outcome()) { $0.count($1.old) }
    } catch { guard error.isOutrun else { throw error } }
    var outcome = Outcome()
    for change in part {
      outcome += try await write(change.new.record, at: epochSeconds)
    }
    return outcome
  }

  /// Reads and writes one, again when somebody else was faster.
  private func write(_ record: RecipeRecord, at epochSeconds: Int64) async throws -> Outcome {
    try await retryingWrites(until: nil) { () async throws -> Outcome? in
      let old = try await store.recipe(record.id)
      guard let change = Self.change(record, over: old, at: epochSeconds) else {
        return Outcome(unchanged: 1)
      }
      do throws(TableError) { try await store.write(change.writes) } catch {
        guard error.isOutrun else { throw error }
        return nil
      }
      var outcome = Outcome()
      outcome.count(old)
      return outcome
    }
  }

  /// Nil when the recipe is stored just so.
  private static func change(
    _ record: RecipeRecord,
    over old: StoredRecipe?,
    at epochSeconds: Int64
  ) -> Change? {
    guard old?.record != record else { return nil }
    return Change(old: old, new: next(record, over: old, at: epochSeconds))
  }

  private static func next(
    _ record: RecipeRecord,
    over old: StoredRecipe?,
    at epochSeconds: Int64
  ) -> StoredRecipe {
    var new =
      old
      ?? StoredRecipe(
        record: record,
        origin: .curated,
        approval: .approved,
        createdSeconds: epochSeconds
      )
    new.record = record
    return new
  }
}
