import SingleTable

/// A table that tells a test of each single write, and lets it go when the test returns.
final class WatchedTable: Table {
  private let table: any Table
  private let willWrite: @Sendable (Write) async -> Void

  init(_ table: any Table, willWrite: @escaping @Sendable (Write) async -> Void) {
    self.table = table
    self.willWrite = willWrite
  }

  func write(_ write: Write, returning: ReturnValues) async throws(TableError) -> Item? {
    await willWrite(write)
    return try await table.write(write, returning: returning)
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

  func batchWrite(_ writes: [BatchWrite]) async throws(TableError) {
    try await table.batchWrite(writes)
  }

  func transactWrite(_ writes: [Write]) async throws(TableError) {
    try await table.transactWrite(writes)
  }

  func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try await table.transactGet(keys)
  }
}
