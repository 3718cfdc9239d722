import SingleTable

/// Changes rows on the writer's connection, within the transaction that is open there.
final class RowWriter {
  private let upsert: Statement
  private let updateBody: Statement
  private let delete: Statement
  private let deleteExpired: Statement

  init(_ connection: Connection) throws(SQLiteFailure) {
    upsert = try connection.prepare(
      """
      INSERT INTO item (pk, sk, ttl, body, gsi1pk, gsi1sk, gsi2pk, gsi2sk, gsi3pk, gsi3sk)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      ON CONFLICT DO UPDATE SET ttl = ?3, body = ?4, gsi1pk = ?5, gsi1sk = ?6,
        gsi2pk = ?7, gsi2sk = ?8, gsi3pk = ?9, gsi3sk = ?10
      """
    )
    // Spares the indexes when only the body changes, as counters do.
    updateBody = try connection.prepare("UPDATE item SET body = ?3 WHERE pk = ?1 AND sk = ?2")
    delete = try connection.prepare("DELETE FROM item WHERE pk = ?1 AND sk = ?2")
    deleteExpired = try connection.prepare(
      """
      DELETE FROM item
      WHERE (pk, sk) IN (SELECT pk, sk FROM item WHERE ttl <= ?1 ORDER BY ttl LIMIT ?2)
      """
    )
  }

  func put(_ item: EncodedItem) throws(SQLiteFailure) {
    defer { upsert.reset() }
    try upsert.bind(1, item.key.partition)
    try upsert.bind(2, item.key.sort)
    try upsert.bind(3, item.ttl)
    try upsert.bind(4, item.body)
    for (index, key) in item.indexKeys.enumerated() {
      try upsert.bind(Int32(5 + index * 2), key?.partition)
      try upsert.bind(Int32(6 + index * 2), key?.sort)
    }
    _ = try upsert.step()
  }

  /// Replaces the body of a row that is there and keeps its other columns.
  func replaceBody(of key: Key, by body: [UInt8]) throws(SQLiteFailure) {
    defer { updateBody.reset() }
    try updateBody.bind(1, key.partition)
    try updateBody.bind(2, key.sort)
    try updateBody.bind(3, body)
    _ = try updateBody.step()
  }

  func delete(_ key: Key) throws(SQLiteFailure) {
    defer { delete.reset() }
    try delete.bind(1, key.partition)
    try delete.bind(2, key.sort)
    _ = try delete.step()
  }

  func deleteExpired(now: Int64, itemsMax: Int64) throws(SQLiteFailure) {
    defer { deleteExpired.reset() }
    try deleteExpired.bind(1, now)
    try deleteExpired.bind(2, itemsMax)
    _ = try deleteExpired.step()
  }
}
