import Glibc
package import SingleTable
import Synchronization

/// The embedded table: one SQLite file, shared by any number of processes on one machine.
///
/// Reads run at once on the caller's thread and never wait for a write. Writes go to a thread of
/// their own, which commits those of many callers together; see `CommitLoop`.
package final class SQLiteTable: Table {
  package struct Options: Sendable {
    package enum Synchronous: String, Sendable {
      /// Survives loss of power.
      case full = "FULL"
      /// Survives `kill -9`, and may lose the last writes with the power.
      case normal = "NORMAL"
    }

    package var synchronous: Synchronous
    /// The size the file may grow to; nil: what the disk holds.
    package var fileBytesMax: Int64?
    /// How long a batch waits for another process's lock before its writes are refused.
    package var lockWaitMilliseconds: Int32
    /// The wall clock in epoch seconds, against which `ttl` is held.
    package var now: @Sendable () -> Int64

    package init(
      synchronous: Synchronous = .full,
      fileBytesMax: Int64? = nil,
      lockWaitMilliseconds: Int32 = 5000,
      now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }
    ) {
      self.synchronous = synchronous
      self.fileBytesMax = fileBytesMax
      self.lockWaitMilliseconds = lockWaitMilliseconds
      self.now = now
    }
  }

  package struct Statistics: Sendable {
    /// Transactions made durable.
    package let commits: Int
    /// Requests answered by them; a batch or a transaction is one.
    package let writes: Int
  }

  private let readers: ReadPool
  private let queue = WriteQueue()
  private let thread: WorkerThread
  private let counters = WriteStatistics()
  let now: @Sendable () -> Int64
  private let isClosed = Mutex(false)

  /// Opens the file, which is created when it is missing; its folder is there already.
  package init(path: String, options: Options = Options()) throws(TableError) {
    let connection = try Self.open(path: path, options: options)
    let loop: CommitLoop
    do throws(SQLiteFailure) {
      loop = try CommitLoop(connection, statistics: counters, options: options)
    } catch { throw error.tableError(at: "open") }
    readers = ReadPool(path: path)
    now = options.now
    thread = WorkerThread { [loop, queue] in loop.run(queue) }
  }

  deinit { close() }

  package var statistics: Statistics { counters.snapshot }

  /// Waits for the writes already accepted, moves the log into the file, and lets it go.
  ///
  /// Later calls fail with `unavailable`; closing twice is fine.
  package func close() {
    let isFirst = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return !isClosed
    }
    guard isFirst else { return }
    // The writer's connection goes last: only one that may write can take the log away.
    readers.close()
    queue.close()
    thread.join()
  }

  private static func open(path: String, options: Options) throws(TableError) -> Connection {
    let connection: Connection
    do throws(SQLiteFailure) {
      connection = try Connection(
        path: path,
        isReadOnly: false,
        busyMilliseconds: options.lockWaitMilliseconds
      )
    } catch { throw error.tableError(at: "open") }
    try Schema.open(connection, wholeCheckBytesMax: Limits.wholeCheckBytesMax)
    do throws(SQLiteFailure) {
      try connection.execute("PRAGMA synchronous = \(options.synchronous.rawValue)")
      try connection.execute("PRAGMA journal_size_limit = \(Limits.logBytesMax)")
      // A file keeps the size that it was made with.
      let pageBytes = try connection.integer("PRAGMA page_size")
      let checkpointPages = Limits.checkpointBytes / pageBytes
      try connection.execute("PRAGMA wal_autocheckpoint = \(checkpointPages)")
      if let bytes = options.fileBytesMax {
        try connection.execute("PRAGMA max_page_count = \(bytes / pageBytes)")
      }
    } catch { throw error.tableError(at: "open") }
    return connection
  }
}

// MARK: Reads

extension SQLiteTable {
  package nonisolated(nonsending) func get(
    _ key: Key,
    consistency: Consistency
  ) async throws(TableError) -> Item? {
    try key.validate()
    let moment = now()
    return try read { reader throws(SQLiteFailure) in try reader.get(key, now: moment) }
  }

  package nonisolated(nonsending) func batchGet(
    _ keys: [Key],
    consistency: Consistency
  ) async throws(TableError) -> [Item?] {
    for key in keys { try key.validate() }
    guard !keys.isEmpty else { return [] }
    let moment = now()
    return try read { reader throws(SQLiteFailure) in try reader.get(keys, now: moment) }
  }

  package nonisolated(nonsending) func transactGet(
    _ keys: [Key]
  ) async throws(TableError) -> [Item?] {
    guard (1...TableLimits.transactionItemsMax).contains(keys.count) else {
      throw .validation("transaction: 1 to \(TableLimits.transactionItemsMax) keys")
    }
    return try await batchGet(keys, consistency: .strong)
  }

  package nonisolated(nonsending) func query(
    _ query: Query,
    consistency: Consistency
  ) async throws(TableError) -> Page {
    try query.validate(consistency: consistency)
    let moment = now()
    return try read { reader throws(SQLiteFailure) in try reader.query(query, now: moment) }
  }

  func read<Value>(
    _ body: (RowReader) throws(SQLiteFailure) -> Value
  ) throws(TableError) -> Value {
    guard !isClosed.withLock({ $0 }) else {
      throw .unavailable(stage: "read", reason: "the table is closed")
    }
    return try readers.read(body)
  }
}

// MARK: Writes

extension SQLiteTable {
  @discardableResult
  package nonisolated(nonsending) func write(
    _ write: Write,
    returning: ReturnValues
  ) async throws(TableError) -> Item? {
    try write.validate()
    return try await submit(.single(PreparedWrite(write), returning: returning))
  }

  package nonisolated(nonsending) func batchWrite(
    _ writes: [BatchWrite]
  ) async throws(TableError) {
    var prepared: [PreparedWrite] = []
    prepared.reserveCapacity(writes.count)
    var seen: Set<Key> = []
    for batchWrite in writes {
      let write = batchWrite.write
      try write.validate()
      let next = try PreparedWrite(write)
      guard seen.insert(next.key).inserted else {
        throw .validation("batch: \(next.key) is named twice")
      }
      prepared.append(next)
    }
    var rest = prepared[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(TableLimits.batchWriteItemsMax))
      rest = rest.dropFirst(part.count)
      _ = try await submit(.batch(part))
    }
  }

  package nonisolated(nonsending) func transactWrite(_ writes: [Write]) async throws(TableError) {
    try Write.validate(transaction: writes)
    var prepared: [PreparedWrite] = []
    prepared.reserveCapacity(writes.count)
    for write in writes { prepared.append(try PreparedWrite(write)) }
    _ = try await submit(.transaction(prepared))
  }

  private nonisolated(nonsending) func submit(
    _ work: WriteRequest.Work
  ) async throws(TableError) -> Item? {
    let outcome = await withCheckedContinuation { continuation in
      queue.append(WriteRequest(work: work, continuation: continuation))
    }
    return try outcome.get()
  }
}
