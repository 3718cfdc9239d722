import SingleTable
import Synchronization

/// A table that answers no reading of an item once it has written.
final class BlindTable: Table {
  private let table: any Table
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

  func batchGet(_ keys: [Key], consistency: Consistency) async throws(TableError) -> [Item?] {
    try look()
    return try await table.batchGet(keys, consistency: consistency)
  }

  func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    try await table.query(query, consistency: consistency)
  }

  func write(_ write: Write, returning: ReturnValues) async throws(TableError) -> Item? {
    try await table.write(write, returning: returning)
  }

  func batchWrite(_ writes: [BatchWrite]) async throws(TableError) {
    try await table.batchWrite(writes)
  }
}
