import CSQLite

/// One connection to the file, used by one thread at a time.
///
/// SAFETY: the pointer is valid from `init` to `deinit` and never leaves the class; statements
/// keep their connection alive.
@safe final class Connection {
  private let database: OpaquePointer

  /// Opens for reading and writing, creating the file when it is missing, or for reading only.
  init(path: String, isReadOnly: Bool, busyMilliseconds: Int32) throws(SQLiteFailure) {
    let mode = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var opened: OpaquePointer?
    // A connection has one user at a time, so SQLite's own lock around it is not needed.
    let code = unsafe sqlite3_open_v2(
      path,
      &opened,
      mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nil
    )
    guard let opened = unsafe opened else {
      throw SQLiteFailure(code: SQLITE_NOMEM, message: "no memory for a connection")
    }
    guard code == SQLITE_OK else {
      let message = unsafe String(cString: sqlite3_errmsg(opened))
      unsafe sqlite3_close_v2(opened)
      throw SQLiteFailure(code: code, message: message)
    }
    unsafe database = opened
    unsafe sqlite3_busy_timeout(database, busyMilliseconds)
  }

  deinit {
    // `close_v2` waits for the statements that are still alive.
    unsafe sqlite3_close_v2(database)
  }

  var isReadOnly: Bool { unsafe sqlite3_db_readonly(database, "main") == 1 }

  /// Whether a transaction is open; SQLite ends one by itself when the disk is full.
  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(database) == 0 }

  func execute(_ sql: String) throws(SQLiteFailure) {
    try check(unsafe sqlite3_exec(database, sql, nil, nil, nil))
  }

  func prepare(_ sql: String) throws(SQLiteFailure) -> Statement {
    var prepared: OpaquePointer?
    let persistent = UInt32(SQLITE_PREPARE_PERSISTENT)
    try check(unsafe sqlite3_prepare_v3(database, sql, -1, persistent, &prepared, nil))
    guard let prepared = unsafe prepared else { preconditionFailure("not a statement: \(sql)") }
    return unsafe Statement(prepared, of: self)
  }

  /// The first column of the first row as a whole number.
  func integer(_ sql: String) throws(SQLiteFailure) -> Int64 {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) ?? 0 : 0
  }

  /// The first column of the first row as text.
  func text(_ sql: String) throws(SQLiteFailure) -> String {
    let statement = try prepare(sql)
    return try statement.step() ? statement.text(0) : ""
  }

  /// Whether closing leaves file and write-ahead log exactly as they are.
  func leaveLogOnClose(_ isLeft: Bool) {
    _ = unsafe csqlite_set_no_checkpoint_on_close(database, isLeft ? 1 : 0)
  }

  func setBusyTimeout(milliseconds: Int32) {
    unsafe sqlite3_busy_timeout(database, milliseconds)
  }

  func check(_ code: Int32) throws(SQLiteFailure) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  func failure(_ code: Int32) -> SQLiteFailure {
    SQLiteFailure(code: code, message: unsafe String(cString: sqlite3_errmsg(database)))
  }
}
