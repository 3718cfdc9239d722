import SingleTable

/// A table that does what another one does, but for what its type changes.
protocol WrappedTable: Table {
  var table: any Table { get }
}

extension WrappedTable {
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

  func transactWrite(_ writes: [Write]) async throws(TableError) {
    try await table.transactWrite(writes)
  }

  func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try await table.transactGet(keys)
  }
}
