import SingleTable
import Synchronization
import TestTables

/// A table whose indexes list nothing yet, as DynamoDB's may for a moment behind a write.
final class LaggingTable: WrappedTable {
  let table: any Table
  private let isLagging = Mutex(true)

  init(_ table: any Table) { self.table = table }

  func catchUp() { isLagging.withLock { $0 = false } }

  func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    guard query.index == .base || isLagging.withLock({ !$0 }) else {
      return Page(items: [], lastKey: nil, scannedCount: 0)
    }
    return try await table.query(query, consistency: consistency)
  }
}
