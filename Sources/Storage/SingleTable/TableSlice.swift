/// A table that refuses every partition key outside one service's prefixes, index keys included.
///
/// The same prefixes confine the service's role by `dynamodb:LeadingKeys`.
package struct TableSlice: Table {
  private let table: any Table
  package let prefixes: [String]

  /// Each prefix ends with `#`, so that `RATING#` can never be read as a part of `RATINGS#`.
  package init(_ table: any Table, prefixes: [String]) {
    precondition(!prefixes.isEmpty, "a slice has at least one prefix")
    precondition(prefixes.allSatisfy { $0.hasSuffix("#") }, "a prefix of a slice ends with #")
    self.table = table
    self.prefixes = prefixes
  }

  /// Values for an IAM policy's `ForAllValues:StringLike` on `dynamodb:LeadingKeys`.
  package static func leadingKeys(of prefixes: [String]) -> [String] { prefixes.map { $0 + "*" } }

  package var leadingKeys: [String] { Self.leadingKeys(of: prefixes) }

  package nonisolated(nonsending) func get(
    _ key: Key,
    consistency: Consistency
  ) async throws(TableError) -> Item? {
    try check(key.partition)
    return try await table.get(key, consistency: consistency)
  }

  package nonisolated(nonsending) func batchGet(
    _ keys: [Key],
    consistency: Consistency
  ) async throws(TableError) -> [Item?] {
    for key in keys { try check(key.partition) }
    return try await table.batchGet(keys, consistency: consistency)
  }

  package nonisolated(nonsending) func query(
    _ query: Query,
    consistency: Consistency
  ) async throws(TableError) -> Page {
    try check(query.partition)
    return try await table.query(query, consistency: consistency)
  }

  @discardableResult
  package nonisolated(nonsending) func write(
    _ write: Write,
    returning: ReturnValues
  ) async throws(TableError) -> Item? {
    try check(write)
    return try await table.write(write, returning: returning)
  }

  package nonisolated(nonsending) func batchWrite(
    _ writes: [BatchWrite]
  ) async throws(TableError) {
    for write in writes { try check(write.write) }
    try await table.batchWrite(writes)
  }

  package nonisolated(nonsending) func transactWrite(_ writes: [Write]) async throws(TableError) {
    for write in writes { try check(write) }
    try await table.transactWrite(writes)
  }

  package nonisolated(nonsending) func transactGet(
    _ keys: [Key]
  ) async throws(TableError) -> [Item?] {
    for key in keys { try check(key.partition) }
    return try await table.transactGet(keys)
  }

  private func check(_ partition: String) throws(TableError) {
    guard prefixes.contains(where: partition.hasBytePrefix) else {
      throw .outsideSlice(partition)
    }
  }

  private func check(_ write: Write) throws(TableError) {
    guard let key = write.key else { throw .validation("PK and SK: must be there and be strings") }
    try check(key.partition)
    switch write {
    case .put(let item, _):
      for index in Index.secondary {
        if let partition = item[index.partitionName]?.stringValue { try check(partition) }
      }
    case .update(_, let update, _):
      for action in update.actions { try check(action) }
    case .delete, .check: return
    }
  }

  private func check(_ action: Update.Action) throws(TableError) {
    guard Index.secondary.contains(where: { $0.partitionName == action.path.name }) else { return }
    switch action {
    case .remove: return
    case .set(_, .string(let partition)), .setIfNotExists(_, .string(let partition)):
      try check(partition)
    default: throw .validation("\(action.path): an index key is a string")
    }
  }
}
