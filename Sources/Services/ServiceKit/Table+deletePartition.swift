package import SingleTable

extension Table {
  /// Deletes every item of a partition but the one that is kept.
  ///
  /// Looks again until nothing is found, so that what is added meanwhile goes too and nothing is
  /// left half: a record apart from its counter. An interrupted call is repeated without harm.
  ///
  /// - Throws: `transactionConflict` when somebody adds faster than this deletes.
  package nonisolated(nonsending) func deletePartition(
    _ partition: String,
    keeping kept: Key? = nil
  ) async throws(TableError) {
    for _ in 0..<Deletion.looksMax {
      var query = Query(partition: partition, limit: Deletion.itemsAtOnce, projection: [])
      var deletedCount = 0
      repeat {
        let page = try await self.query(query)
        let keys = page.items.compactMap(\.key).filter { $0 != kept }
        if !keys.isEmpty { try await batchWrite(keys.map { .delete($0) }) }
        deletedCount += keys.count
        query.startKey = page.lastKey
      } while query.startKey != nil
      if deletedCount == 0 { return }
    }
    throw .transactionConflict
  }
}

private enum Deletion {
  /// One look deletes, the next one finds nothing; more are for those who add meanwhile.
  static let looksMax = 20
  /// Keys of one page, a few requests of the backend.
  static let itemsAtOnce = 100
}
