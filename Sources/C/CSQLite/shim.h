#include <sqlite3.h>

// What Swift cannot import: a macro that casts to a function pointer, and variadic functions.

// Binds a copy of the bytes. An empty value stays a value: SQLite reads a null pointer as NULL.
static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                    int count) {
  return sqlite3_bind_blob(statement, index, count > 0 ? bytes : "", count, SQLITE_TRANSIENT);
}

// Binds a copy of the text, which ends at its first NUL.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text) {
  return sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
}

// Whether closing the last connection leaves the write-ahead log as it is.
static inline int csqlite_set_no_checkpoint_on_close(sqlite3 *database, int on) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on, (int *)0);
}
