import SingleTable
import Synchronization
import TestTables

/// A table whose indexes have yet to hear of one partition.
final class LaggingTable: WrappedTable {
  private struct State {
    var hidden: String?
    var readCount = 0
  }

  let table: any Table
  private let state: Mutex<State>

  init(_ table: any Table, without partition: String) {
    self.table = table
    state = Mutex(State(hidden: partition))
  }

  /// Times that an index was read.
  var readCount: Int { state.withLock { $0.readCount } }

  func catchUp() { state.withLock { $0.hidden = nil } }

  func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    var page = try await table.query(query, consistency: consistency)
    guard query.index != .base else { return page }
    let hidden = state.withLock { state in
      state.readCount += 1
      return state.hidden
    }
    page.items.removeAll { $0.key?.partition == hidden }
    return page
  }
}
