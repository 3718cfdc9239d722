import CSQLite
import SingleTable

/// The file's tables, and what turns an older file into the newest form.
///
/// Keys are blobs: SQLite compares them byte by byte, as DynamoDB does. Rows lie in the order of
/// their keys (`WITHOUT ROWID`), so a partition is read in one run. The index columns are copies
/// of the attributes; an item that lacks one of a pair is in neither, so the indexes are sparse.
enum Schema {
  /// `SCtb`: tells our files from other SQLite files.
  static let applicationID: Int64 = 0x5343_7462
  /// The disk's own.
  ///
  /// A commit writes whole pages, of which most hold one changed row; a typical record of 500 bytes
  /// still has room for its neighbours. Pages of 8 KB, with the log moved at 8 MB,
  /// took 1.4 times as long for puts of 64 callers.
  static let pageBytes = 4096

  /// Each turns a file of the version that is its place here into the next one, and is never changed.
  static let migrations: [String] = [
    """
    CREATE TABLE item (
      pk BLOB NOT NULL, sk BLOB NOT NULL, ttl INTEGER,
      gsi1pk BLOB, gsi1sk BLOB, gsi2pk BLOB, gsi2sk BLOB, gsi3pk BLOB, gsi3sk BLOB,
      body BLOB NOT NULL,
      PRIMARY KEY (pk, sk)
    ) WITHOUT ROWID;
    CREATE INDEX gsi1 ON item (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;
    CREATE INDEX gsi2 ON item (gsi2pk, gsi2sk, pk, sk) WHERE gsi2pk IS NOT NULL;
    CREATE INDEX gsi3 ON item (gsi3pk, gsi3sk, pk, sk) WHERE gsi3pk IS NOT NULL;
    CREATE INDEX expiry ON item (ttl) WHERE ttl IS NOT NULL;
    """
  ]

  static var newestVersion: Int { migrations.count }

  /// Checks the file and brings it to the newest version; leaves a file it refuses untouched.
  static func open(
    _ connection: Connection,
    wholeCheckBytesMax: Int64,
    migrations: [String] = Self.migrations
  ) throws(TableError) {
    connection.leaveLogOnClose(true)
    do {
      // Asked before the first read, for which a log has to be opened beside the file.
      guard !connection.isReadOnly else {
        throw TableError.unavailable(stage: "open", reason: "the file is read-only")
      }
      let isNew = try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
      if !isNew {
        _ = try knownVersion(connection, newest: migrations.count)
        try refuseCorrupt(connection, wholeCheckBytesMax: wholeCheckBytesMax)
      }
      if isNew { try connection.execute("PRAGMA page_size = \(pageBytes)") }
      let mode = try connection.text("PRAGMA journal_mode = WAL")
      guard mode == "wal" else {
        throw TableError.unavailable(
          stage: "open",
          reason: "the file system does not support a write-ahead log"
        )
      }
      try migrate(connection, migrations)
    } catch let failure as SQLiteFailure {
      throw failure.tableError(at: "open")
    } catch let error as TableError {
      throw error
    } catch {
      throw .unavailable(stage: "open", reason: "\(error)")
    }
    connection.leaveLogOnClose(false)
  }

  /// The version of the file; refuses one of another program or a newer one, and changes nothing.
  static func version(of connection: Connection) throws(TableError) -> Int {
    connection.leaveLogOnClose(true)
    do {
      return try knownVersion(connection, newest: newestVersion)
    } catch let failure as SQLiteFailure {
      throw failure.tableError(at: "open")
    } catch let error as TableError {
      throw error
    } catch {
      throw .unavailable(stage: "open", reason: "\(error)")
    }
  }

  private static func knownVersion(_ connection: Connection, newest: Int) throws -> Int {
    guard try connection.integer("PRAGMA application_id") == applicationID else {
      throw TableError.unavailable(
        stage: "open",
        reason: "the file is a database of another program"
      )
    }
    let version = try connection.integer("PRAGMA user_version")
    guard version <= newest else {
      throw TableError.unavailable(
        stage: "open",
        reason: "the file has version \(version), this program knows \(newest)"
      )
    }
    return Int(version)
  }

  /// Reads a small file whole; of a large one the roots, the rest is checked as it is read.
  private static func refuseCorrupt(
    _ connection: Connection,
    wholeCheckBytesMax: Int64
  ) throws {
    let pages = try connection.integer("PRAGMA page_count")
    if try pages * connection.integer("PRAGMA page_size") <= wholeCheckBytesMax {
      let result = try connection.text("PRAGMA quick_check(1)")
      guard result == "ok" else {
        throw TableError.unavailable(stage: "open", reason: "the file is corrupt: \(result)")
      }
    } else {
      _ = try connection.integer("SELECT ttl FROM item LIMIT 1")
    }
  }

  private static func migrate(_ connection: Connection, _ migrations: [String]) throws {
    guard try connection.integer("PRAGMA user_version") < migrations.count else { return }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      // Another process may have been faster.
      let version = Int(try connection.integer("PRAGMA user_version"))
      for step in version..<max(version, migrations.count) {
        try connection.execute(migrations[step])
        try connection.execute("PRAGMA user_version = \(step + 1)")
      }
      try connection.execute("PRAGMA application_id = \(applicationID)")
      try connection.execute("COMMIT")
    } catch {
      // The first failure is the one to report; a rollback that fails too ends at close.
      try? connection.execute("ROLLBACK")
      throw error
    }
  }
}
