import Contracts
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

    static func += (left: inout Outcome, right: Outcome) {
      left.created += right.created
      left.updated += right.updated
      left.unchanged += right.unchanged
    }
  }

  private enum Change { case created, updated, unchanged }

  /// Each record in a transaction of its own, many at once: the table commits them together.
  ///
  /// The records have different ids. Every process learns that the cookbook changed.
  func load(_ records: [RecipeRecord], at epochSeconds: Int64) async throws -> Outcome {
    let known = try await store.recipes(records.map(\.id))
    let byID = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    var outcome = Outcome()
    try await withThrowingTaskGroup(of: Change.self) { group in
      func count(_ change: Change?) {
        switch change {
        case .created: outcome.created += 1
        case .updated: outcome.updated += 1
        case .unchanged: outcome.unchanged += 1
        case nil: break
        }
      }
      for (index, record) in records.enumerated() {
        if index >= Limits.seedWritesAtOnceMax { count(try await group.next()) }
        group.addTask { try await write(record, over: byID[record.id], at: epochSeconds) }
      }
      for try await change in group { count(change) }
    }
    if outcome.changed > 0 { try await store.write([RecipeStore.cookbookChanged]) }
    return outcome
  }

  /// Again when somebody else, a rating say, was faster.
  private func write(
    _ record: RecipeRecord,
    over old: StoredRecipe?,
    at epochSeconds: Int64
  ) async throws -> Change {
    var old = old
    var attempt = 1
    while true {
      guard old?.record != record else { return .unchanged }
      let new = Self.next(record, over: old, at: epochSeconds)
      do throws(TableError) {
        try await store.write(RecipeStore.writes(from: old, to: new))
        return old == nil ? .created : .updated
      } catch {
        guard error.isOutrun, attempt < Limits.writeAttemptsMax else { throw error }
        attempt += 1
        old = try await store.recipe(record.id)
      }
    }
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
