package import Foundation
package import SingleTable

/// Writes a table as lines, or lines into a table.
package enum TableLines {
  /// - Returns: the number of items written to `file`.
  package static func export(
    _ table: any ScannableTable,
    to file: FileHandle,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    var (count, told) = (0, 0)
    try await table.forEachScanPage { items in
      var bytes: [UInt8] = []
      for item in items { bytes += ItemLine.encode(item) + [UInt8(ascii: "\n")] }
      try file.write(contentsOf: Data(bytes))
      count += items.count
      if count - told >= Limits.progressItems {
        told = count
        progress(count)
      }
    }
    return count
  }

  /// Reads `file` to its end; an item takes the place of one of the same key.
  ///
  /// Stops at the first line that is no item: what stands before it may be written.
  /// - Returns: the number of items written to the table.
  package static func `import`(
    _ file: FileHandle,
    into table: any Table,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    var reader = LineReader(file)
    return try await ItemWriter(table: table, progress: progress).write {
      var batch: [Item] = []
      var keys: Set<Key> = []
      while batch.count < TableLimits.batchWriteItemsMax, let line = try reader.next() {
        if line.isEmpty { continue }
        let item = try ItemLine.decode(line, line: reader.count)
        guard let key = item.key, keys.insert(key).inserted else {
          throw ItemLine.Failure(line: reader.count, reason: "its key is that of an earlier line")
        }
        batch.append(item)
      }
      return batch.isEmpty ? nil : batch
    }
  }
}
