import SingleTable
import Synchronization

/// A table that counts how often it is queried.
final class CountedQueries: Table {
  private let table: any Table
  private let queries = Mutex(0)

  init(_ table: any Table) { self.table = table }

  var count: Int { queries.withLock { $0 } }

  func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    queries.withLock { $0 += 1 }
    return try await table.query(query, consistency: consistency)
  }

  func get(_ key: Key, consistency: Consistency) async throws(TableError) -> Item? {
    try await table.get(key, consistency: consistency)
  }

  func batchGet(_ keys: [Key], consistency: Consistency) async throws(TableError) -> [Item?] {
    try await table.batchGet(keys, consistency: consistency)
  }

  func write(_ write: Write, returning: ReturnValues) async throws(TableError) -> Item? {
    try await table.write(write, returning: returning)
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
