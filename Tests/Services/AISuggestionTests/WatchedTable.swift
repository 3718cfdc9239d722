import SingleTable
import TestTables

/// A table that tells a test of each single write, and lets it go when the test returns.
final class WatchedTable: WrappedTable {
  let table: any Table
  private let willWrite: @Sendable (Write) async -> Void

  init(_ table: any Table, willWrite: @escaping @Sendable (Write) async -> Void) {
    self.table = table
    self.willWrite = willWrite
  }

  func write(_ write: Write, returning: ReturnValues) async throws(TableError) -> Item? {
    await willWrite(write)
    return try await table.write(write, returning: returning)
  }
}
