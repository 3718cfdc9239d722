import SingleTable
import Synchronization

/// Read connections: as many as threads read at once, so that no reader waits for another.
final class ReadPool: Sendable {
  private struct State {
    var idle: [RowReader] = []
    var isClosed = false
  }

  private let path: String
  private let state = Mutex(State())

  init(path: String) { self.path = path }

  func read<Value>(
    _ body: (RowReader) throws(SQLiteFailure) -> Value
  ) throws(TableError) -> Value {
    do throws(SQLiteFailure) {
      let reader = try take()
      let value = try body(reader)
      // After a failure the connection is not kept: it might fail again.
      giveBack(reader)
      return value
    } catch { throw error.tableError(at: "read") }
  }

  func close() {
    let readers = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    _ = readers  // released, and with that closed, outside the lock
  }

  private func take() throws(SQLiteFailure) -> RowReader {
    if let reader = state.withLock({ $0.idle.popLast() }) { return reader }
    return try RowReader(
      Connection(path: path, isReadOnly: true, busyMilliseconds: Limits.readWaitMilliseconds)
    )
  }

  private func giveBack(_ reader: RowReader) {
    state.withLock { state in
      guard !state.isClosed, state.idle.count < Limits.idleReadersMax else { return }
      state.idle.append(reader)
    }
  }
}
