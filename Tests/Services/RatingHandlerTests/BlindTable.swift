import SingleTable
import Synchronization
import TestTables

/// A table that answers no reading of an item once it has written.
final class BlindTable: WrappedTable {
  let table: any Table
  private let hasWritten = Mutex(false)

  init(_ table: any Table) { self.table = table }

  private func look() throws(TableError) {
    if hasWritten.withLock({ $0 }) { throw .throttled(stage: "read") }
  }

  func transactWrite(_ writes: [Write]) async throws(TableError) {
    try await table.transactWrite(writes)
    hasWritten.withLock { $0 = true }
  }

  func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try look()
    return try await table.transactGet(keys)
  }

  func get(_ key: Key, consistency: Consistency) async throws(TableError) -> Item? {
    try look()
    return try await table.get(key, consistency: consistency)
  }
}
