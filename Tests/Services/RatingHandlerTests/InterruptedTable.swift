import SingleTable
import Synchronization
import TestTables

/// A table on which somebody else is faster: `body` runs just before the first transaction.
final class InterruptedTable: WrappedTable {
  let table: any Table
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
}
