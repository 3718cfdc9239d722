import SingleTable
import Synchronization

/// A table whose indexes have yet to hear of one partition.
final class LaggingTable: Table {
  private struct State {
    var hidden: String?
    var readCount = 0
  }

  private let table: any Table
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
