import CSQLite
import SingleTable

/// What SQLite answered, before it is told to a caller as a `TableError`.
struct SQLiteFailure: Error {
  /// The extended result code.
  let code: Int32
  let message: String

  var primaryCode: Int32 { code & 0xFF }
  var isBusy: Bool { primaryCode == SQLITE_BUSY }

  func tableError(at stage: String) -> TableError {
    .unavailable(stage: stage, reason: "\(cause) (SQLite \(code): \(message))")
  }

  private var cause: String {
    switch primaryCode {
    case SQLITE_BUSY, SQLITE_LOCKED: "the file is locked by another process"
    case SQLITE_READONLY, SQLITE_PERM: "the file is read-only"
    case SQLITE_FULL: "no space is left for the file"
    case SQLITE_CORRUPT: "the file is corrupt"
    case SQLITE_NOTADB: "the file is not a table of ours"
    case SQLITE_CANTOPEN: "the file cannot be opened"
    case SQLITE_IOERR: "reading or writing the file failed"
    case SQLITE_NOMEM: "out of memory"
    default: "the file cannot be used"
    }
  }
}
