import CSQLite

/// A prepared statement, reused: bind, step, read columns, reset.
///
/// SAFETY: the pointer is valid from `init` to `deinit`; bound bytes are copied by SQLite, and
/// column bytes are seen only within the closure they are handed to.
@safe final class Statement {
  private let statement: OpaquePointer
  private let connection: Connection

  @unsafe init(_ statement: OpaquePointer, of connection: Connection) {
    unsafe self.statement = statement
    self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(statement) }

  // MARK: Parameters, counted from 1

  func bind(_ index: Int32, _ text: String?) throws(SQLiteFailure) {
    guard var text else { return try bindNull(index) }
    let code = text.withUTF8 { utf8 in
      unsafe csqlite_bind_blob(statement, index, utf8.baseAddress, Int32(utf8.count))
    }
    try connection.check(code)
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) throws(SQLiteFailure) {
    let code = unsafe bytes.withUnsafeBytes { bytes in
      unsafe csqlite_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count))
    }
    try connection.check(code)
  }

  /// Binds text as SQLite's own type of that name, as its functions and file names want it.
  func bind(_ index: Int32, name text: String) throws(SQLiteFailure) {
    try connection.check(unsafe csqlite_bind_text(statement, index, text))
  }

  func bind(_ index: Int32, _ integer: Int64?) throws(SQLiteFailure) {
    guard let integer else { return try bindNull(index) }
    try connection.check(unsafe sqlite3_bind_int64(statement, index, integer))
  }

  private func bindNull(_ index: Int32) throws(SQLiteFailure) {
    try connection.check(unsafe sqlite3_bind_null(statement, index))
  }

  // MARK: Rows

  /// Whether there is another row.
  func step() throws(SQLiteFailure) -> Bool {
    switch unsafe sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw connection.failure(code)
    }
  }

  /// Ends the read or write; bindings stay until they are overwritten.
  func reset() {
    // The code repeats the failure that `step` has already thrown.
    _ = unsafe sqlite3_reset(statement)
  }

  // MARK: Columns, counted from 0

  func integer(_ column: Int32) -> Int64? {
    guard unsafe sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
    return unsafe sqlite3_column_int64(statement, column)
  }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func text(_ column: Int32) -> String {
    unsafe String(decoding: bytes(column), as: UTF8.self)
  }

  /// Hands over the bytes of a blob or text column, empty for NULL.
  func withBytes<Value, Failure: Error>(
    _ column: Int32,
    _ body: (Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body(unsafe bytes(column).span)
  }

  /// Valid until the next step or reset.
  private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    // SQLite documents this order: the pointer first, then its length.
    guard let start = unsafe sqlite3_column_blob(statement, column) else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self),
      count: Int(sqlite3_column_bytes(statement, column))
    )
  }
}
