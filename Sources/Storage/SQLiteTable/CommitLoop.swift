import Glibc
import SingleTable
import Synchronization

/// The writer: takes what is queued, commits it in one transaction, then answers every caller.
///
///     callers --> queue --> BEGIN IMMEDIATE, one write after the other, COMMIT (fsync) --> answers
///
/// While one commit waits for the disk the queue fills, so a hundred concurrent writes cost a few
/// fsyncs and one alone costs no more than its own. A write evaluates its condition before it
/// changes a row, so a refused one leaves nothing to undo.
///
/// SAFETY: made by the table's `init`, then used by the writer's thread alone until it has ended.
final class CommitLoop: @unchecked Sendable {
  private let connection: Connection
  private let reader: RowReader
  private let rows: RowWriter
  private let statistics: WriteStatistics
  private let now: @Sendable () -> Int64
  private let lockWait: Duration
  private var lastSweep: Int64

  init(
    _ connection: Connection,
    statistics: WriteStatistics,
    options: SQLiteTable.Options
  ) throws(SQLiteFailure) {
    self.connection = connection
    self.statistics = statistics
    now = options.now
    lockWait = .milliseconds(options.lockWaitMilliseconds)
    reader = try RowReader(connection)
    rows = try RowWriter(connection)
    lastSweep = now()
    connection.setBusyTimeout(milliseconds: 0)
  }

  /// Runs until the queue is closed and empty, then moves the log into the file.
  func run(_ queue: WriteQueue) {
    while let requests = queue.take() {
      commit(requests)
      sweepExpired()
    }
    // A log that stays, because a reader is in it, is read again at the next start.
    try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func commit(_ requests: [WriteRequest]) {
    var stage = "begin"
    do throws(SQLiteFailure) {
      try begin()
      stage = "write"
      let moment = now()
      var outcomes: [WriteRequest.Outcome] = []
      outcomes.reserveCapacity(requests.count)
      for request in requests { outcomes.append(try perform(request.work, now: moment)) }
      stage = "commit"
      try connection.execute("COMMIT")
      statistics.committed(writes: requests.count)
      for (request, outcome) in zip(requests, outcomes) {
        request.continuation.resume(returning: outcome)
      }
    } catch {
      // The first failure is reported; a full disk has rolled back by itself already.
      if connection.isInTransaction { try? connection.execute("ROLLBACK") }
      if stage == "write", requests.count > 1 {
        // One write may be the culprit: each gets its own transaction and its own answer.
        for request in requests { commit([request]) }
        return
      }
      let failure = error.tableError(at: stage)
      for request in requests { request.continuation.resume(returning: .failure(failure)) }
    }
  }

  /// Takes the file's write lock, waiting for another process for a bounded time.
  private func begin() throws(SQLiteFailure) {
    let deadline = ContinuousClock.now + lockWait
    while true {
      do throws(SQLiteFailure) {
        return try connection.execute("BEGIN IMMEDIATE")
      } catch {
        guard error.isBusy, ContinuousClock.now < deadline else { throw error }
      }
      // Random, so that two processes do not meet again and again.
      usleep(UInt32.random(in: 200...2000))
    }
  }

  private func perform(
    _ work: WriteRequest.Work,
    now: Int64
  ) throws(SQLiteFailure) -> WriteRequest.Outcome {
    switch work {
    case .single(let write, let returning):
      switch try evaluate(write, needsOld: returning == .old, now: now) {
      case .refused(let reason): return .failure(reason.error)
      case .accepted(let old, let new):
        try store(write, old: old, new: new)
        switch returning {
        case .none: return .success(nil)
        case .old: return .success(old)
        case .new: return .success(new)
        }
      }
    case .batch(let writes):
      for write in writes { try store(write, old: nil, new: nil) }
      return .success(nil)
    case .transaction(let writes): return try performTransaction(writes, now: now)
    }
  }

  private func performTransaction(
    _ writes: [PreparedWrite],
    now: Int64
  ) throws(SQLiteFailure) -> WriteRequest.Outcome {
    var accepted: [(old: Item?, new: Item?)] = []
    var reasons: [CancellationReason] = []
    for write in writes {
      switch try evaluate(write, needsOld: false, now: now) {
      case .accepted(let old, let new):
        accepted.append((old, new))
        reasons.append(.none)
      case .refused(let reason): reasons.append(reason)
      }
    }
    guard accepted.count == writes.count else { return .failure(.transactionCancelled(reasons)) }
    for (write, items) in zip(writes, accepted) {
      try store(write, old: items.old, new: items.new)
    }
    return .success(nil)
  }

  private enum Evaluation {
    case accepted(old: Item?, new: Item?)
    case refused(CancellationReason)
  }

  /// Decides on the item as it is inside the open transaction; changes nothing.
  private func evaluate(
    _ write: PreparedWrite,
    needsOld: Bool,
    now: Int64
  ) throws(SQLiteFailure) -> Evaluation {
    var readsOld = needsOld || write.write.condition != nil
    if case .update = write.write { readsOld = true }
    let old = readsOld ? try reader.get(write.key, now: now) : nil
    if let condition = write.write.condition, !condition.evaluate(old) {
      return .refused(.conditionFailed(old: old))
    }
    do throws(TableError) {
      let new = try write.write.apply(to: old)
      if case .update = write.write { try new?.validate() }
      return .accepted(old: old, new: new)
    } catch { return .refused(.validation(error.rule)) }
  }

  private func store(_ write: PreparedWrite, old: Item?, new: Item?) throws(SQLiteFailure) {
    switch write.write {
    case .check: return
    case .delete: try rows.delete(write.key)
    case .put:
      guard let encoded = write.encoded else { preconditionFailure("a put is encoded") }
      if let old, let new, old.sharesColumns(with: new) {
        try rows.replaceBody(of: write.key, by: encoded.body)
      } else {
        try rows.put(encoded)
      }
    case .update:
      guard let new else { preconditionFailure("an update leaves an item") }
      if let old, old.sharesColumns(with: new) {
        try rows.replaceBody(of: write.key, by: ItemEncoder.encode(new))
      } else {
        try rows.put(EncodedItem(new, key: write.key))
      }
    }
  }

  /// Removes items that no reader sees any more, now and then, a few at a time.
  private func sweepExpired() {
    let moment = now()
    guard moment - lastSweep >= Limits.sweepIntervalSeconds else { return }
    lastSweep = moment
    // Failing is harmless: they stay invisible, and the next sweep finds them again.
    try? rows.deleteExpired(now: moment, itemsMax: Limits.sweepItemsMax)
  }
}

extension CancellationReason {
  /// The reason as the error of a write on its own.
  fileprivate var error: TableError {
    switch self {
    case .conditionFailed(let old): .conditionFailed(old: old)
    case .validation(let rule): .validation(rule)
    case .none, .transactionConflict, .throttled:
      preconditionFailure("this backend refuses for a condition or a rule")
    }
  }
}

extension TableError {
  fileprivate var rule: String {
    if case .validation(let rule) = self { rule } else { description }
  }
}

/// Counts for metrics, and the proof that commits are shared.
final class WriteStatistics: Sendable {
  private let commits = Atomic<Int>(0)
  private let writes = Atomic<Int>(0)

  func committed(writes count: Int) {
    commits.add(1, ordering: .relaxed)
    writes.add(count, ordering: .relaxed)
  }

  var snapshot: SQLiteTable.Statistics {
    SQLiteTable.Statistics(
      commits: commits.load(ordering: .relaxed),
      writes: writes.load(ordering: .relaxed)
    )
  }
}
