import SingleTable
import Synchronization
import TestTables

/// A table that counts how often it is queried.
final class CountedQueries: WrappedTable {
  let table: any Table
  private let queries = Mutex(0)

  init(_ table: any Table) { self.table = table }

  var count: Int { queries.withLock { $0 } }

  func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    queries.withLock { $0 += 1 }
    return try await table.query(query, consistency: consistency)
  }
}
