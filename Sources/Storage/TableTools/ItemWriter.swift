import SingleTable

/// Writes many items, some batches at once, each item in the place of what is there.
struct ItemWriter {
  let table: any Table
  /// Told now and then how many items are written so far.
  let progress: @Sendable (Int) -> Void

  /// Writes what `next` gives until it gives nothing, and answers how many that were.
  ///
  /// After an error some items are written and others not; writing them all again is harmless.
  func write(
    _ next: nonisolated(nonsending) () async throws -> [Item]?
  ) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      var (running, written, told) = (0, 0, 0)
      func settle() async throws {
        written += try await group.next() ?? 0
        running -= 1
        guard written - told >= Limits.progressItems else { return }
        told = written
        progress(written)
      }
      while let items = try await next() {
        for start in stride(from: 0, to: items.count, by: TableLimits.batchWriteItemsMax) {
          if running == Limits.batchesAtOnceMax { try await settle() }
          let batch = items[start..<min(start + TableLimits.batchWriteItemsMax, items.count)]
            .map { BatchWrite.put($0) }
          running += 1
          group.addTask {
            try await write(batch)
            return batch.count
          }
        }
      }
      while running > 0 { try await settle() }
      return written
    }
  }

  /// Again when nobody knows whether it is done: the same items then stand where they stood.
  private func write(_ batch: [BatchWrite]) async throws(TableError) {
    var attempt = 1
    while true {
      do throws(TableError) {
        return try await table.batchWrite(batch)
      } catch {
        guard case .unavailable(stage: "commit", _) = error, attempt < Limits.batchAttemptsMax
        else { throw error }
        attempt += 1
      }
    }
  }
}
