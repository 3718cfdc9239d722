import Foundation
import SingleTable
import Synchronization
import TestTables

/// A table of its own that counts writes and can fail before one of them.
final class ObservedTable: Table {
  private let owner: TestTable
  private let state = Mutex(State())

  private struct State {
    var writeCount = 0
    var writesLeft = Int.max
    var interruption: (@Sendable () async -> Void)?
  }

  init() async throws {
    owner = try await TestTable(now: { Int64(Date().timeIntervalSince1970) })
  }

  private var table: any Table { owner.table }

  /// Items written so far.
  var writeCount: Int { state.withLock { $0.writeCount } }

  /// Lets this many items be written and refuses the next ones; nil: refuses none.
  func fail(afterWrites count: Int?) {
    state.withLock { $0.writesLeft = count ?? .max }
  }

  /// Runs `body` just before the next transaction, as another process would.
  func interruptTransaction(_ body: @escaping @Sendable () async -> Void) {
    state.withLock { $0.interruption = body }
  }

  private func willWrite(_ count: Int) throws(TableError) {
    let isRefused = state.withLock { state in
      guard state.writesLeft >= count else { return true }
      if state.writesLeft != .max { state.writesLeft -= count }
      state.writeCount += count
      return false
    }
    if isRefused { throw .unavailable(stage: "test", reason: "refused by the test") }
  }

  func get(_ key: Key, consistency: Consistency) async throws(TableError) -> Item? {
    try await table.get(key, consistency: consistency)
  }

  func batchGet(_ keys: [Key], consistency: Consistency) async throws(TableError) -> [Item?] {
    try await table.batchGet(keys, consistency: consistency)
  }

  func query(_ query: Query, consistency: Consistency) async throws(TableError) -> Page {
    // Small pages, so that every list is read over several of them.
    var query = query
    query.limit = min(query.limit ?? 100, 100)
    return try await table.query(query, consistency: consistency)
  }

  func write(_ write: Write, returning: ReturnValues) async throws(TableError) -> Item? {
    try willWrite(1)
    return try await table.write(write, returning: returning)
  }

  func batchWrite(_ writes: [BatchWrite]) async throws(TableError) {
    for start in stride(from: 0, to: writes.count, by: 100) {
      let chunk = Array(writes[start..<min(start + 100, writes.count)])
      try willWrite(chunk.count)
      try await table.batchWrite(chunk)
    }
  }

  func transactWrite(_ writes: [Write]) async throws(TableError) {
    let interruption = state.withLock { state in
      defer { state.interruption = nil }
      return state.interruption
    }
    await interruption?()
    try willWrite(writes.count)
    try await table.transactWrite(writes)
  }

  func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try await table.transactGet(keys)
  }
}
