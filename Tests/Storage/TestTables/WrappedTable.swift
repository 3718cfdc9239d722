package import SingleTable

/// A table that does what another one does, but for what its type changes.
package protocol WrappedTable: Table {
  var table: any Table { get }
}

extension WrappedTable {
  package func get(_ key: Key, consistency: Consistency) async throws(TableError) -> Item? {
    try await table.get(key, consistency: consistency)
  }

  package func batchGet(_ keys: [Key], consistency: Consistency) async throws(TableError) -> [Item?]
  {
    try await table.batchGet(keys, consistency: consistency)
  }

  package func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    try await table.query(query, consistency: consistency)
  }

  package func write(_ write: Write, returning: ReturnValues) async throws(TableError) -> Item? {
    try await table.write(write, returning: returning)
  }

  package func batchWrite(_ writes: [BatchWrite]) async throws(TableError) {
    try await table.batchWrite(writes)
  }

  package func transactWrite(_ writes: [Write]) async throws(TableError) {
    try await table.transactWrite(writes)
  }

  package func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try await table.transactGet(keys)
  }
}
