import SingleTable
import Synchronization

/// A table on which somebody else is faster: `body` runs just before the first transaction.
final class InterruptedTable: Table {
  private let table: any Table
  private let interruption: Mutex<(@Sendable () async -> Void)?>

  init(_ table: any Table, _ body: @escaping @Sendable () async -> Void) {
    self.table = table
    interruption = Mutex(body)
  }

  func transactWrite(_ writes: [Write]) async throws(TableError) {
    let body = interruption.withLock { interruption in
      defer { interruption = nil }
      return interruption
    }
    await body?()
    try await table.transactWrite(writes)
  }

  func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try await table.transactGet(keys)
  }

  func get(_ key: Key, consistency: Consistency) async throws(TableError) -> Item? {
    try await table.get(key, consistency: consistency)
  }

  func batchGet(_ keys: [Key], consistency: Consistency) async throws(TableError) -> [Item?] {
    try await table.batchGet(keys, consistency: consistency)
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
