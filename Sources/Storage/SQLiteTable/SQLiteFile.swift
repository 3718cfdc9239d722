import Foundation
package import SingleTable

/// An operator's work on a table's file, beside the processes that serve it.
///
/// Everything here waits for the disk on the caller's thread.
package struct SQLiteFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package var bytes: Int64 {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)  // No file: 0.
    return (attributes?[.size] as? Int64) ?? 0
  }

  /// Makes an empty table.
  ///
  /// A table of this version that is there already is left as it is, any other file refused and
  /// left as it is.
  /// - Returns: whether the table is new.
  package func create() throws(TableError) -> Bool {
    guard bytes == 0 else {
      let version = try inspect()
      guard version == Schema.newestVersion else {
        throw .unavailable(
          stage: "create",
          reason: "the file is a table of version \(version), not \(Schema.newestVersion)"
        )
      }
      return false
    }
    try SQLiteTable(path: path).close()
    return true
  }

  /// The version of the table; refuses a file that is none, and changes nothing.
  package func inspect() throws(TableError) -> Int {
    try reading { connection throws(TableError) in
      try Schema.version(of: connection)
    }
  }

  /// What is wrong with the file, a line each; changes nothing.
  ///
  /// Damage that SQLite finds, rows that cannot be read, index columns that are not those of their
  /// item.
  package func problems() throws(TableError) -> [String] {
    try reading { connection throws(TableError) in
      _ = try Schema.version(of: connection)
      return try FileVerification(connection).run()
    }
  }

  /// Writes the table as it is at one moment into a new file, while others go on writing.
  ///
  /// The copy appears under its name when it is whole and on the disk.
  package func backUp(to copy: String) throws(TableError) {
    guard bytes > 0 else { throw missing }
    let manager = FileManager.default
    guard !manager.fileExists(atPath: copy) else {
      throw .unavailable(stage: "backup", reason: "\(copy) is there already")
    }
    let partial = copy + ".partial"
    do {
      // Left by a backup that was broken off.
      if manager.fileExists(atPath: partial) { try manager.removeItem(atPath: partial) }
      let connection = try open(isReadOnly: true)
      _ = try Schema.version(of: connection)
      let statement = try connection.prepare("VACUUM INTO ?1")
      try statement.bind(1, name: partial)
      _ = try statement.step()
      try Durability.flush(partial)
      try manager.moveItem(atPath: partial, toPath: copy)
      try Durability.flushFolder(of: copy)
    } catch let error as TableError {
      throw error
    } catch let failure as SQLiteFailure {
      throw failure.tableError(at: "backup")
    } catch {
      throw .unavailable(stage: "backup", reason: "\(error)")
    }
  }

  /// Gives the space of deleted items back to the disk; writers wait meanwhile.
  package func compact() throws(TableError) {
    guard bytes > 0 else { throw missing }
    do {
      let connection = try open(isReadOnly: false)
      _ = try Schema.version(of: connection)
      try connection.execute("VACUUM")
      try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    } catch let error as TableError {
      throw error
    } catch let failure as SQLiteFailure {
      throw failure.tableError(at: "compact")
    } catch {
      throw .unavailable(stage: "compact", reason: "\(error)")
    }
  }

  private var missing: TableError {
    .unavailable(stage: "open", reason: "there is no table at \(path)")
  }

  private func open(isReadOnly: Bool) throws(SQLiteFailure) -> Connection {
    try Connection(
      path: path,
      isReadOnly: isReadOnly,
      busyMilliseconds: Limits.operatorWaitMilliseconds
    )
  }

  private func reading<Value>(
    _ body: (Connection) throws(TableError) -> Value
  ) throws(TableError) -> Value {
    guard bytes > 0 else { throw missing }
    let connection: Connection
    do throws(SQLiteFailure) {
      connection = try open(isReadOnly: true)
    } catch { throw error.tableError(at: "open") }
    return try body(connection)
  }
}
