import CSQLite
import SingleTable

/// Reads rows on one connection, with a prepared statement per shape.
///
/// SAFETY: not safe for two threads at once; the pool and the writer hand it to one at a time.
final class RowReader: @unchecked Sendable {
  private let connection: Connection
  private let select: Statement
  private var queries: [QueryShape: Statement] = [:]
  /// Made by the first scan: services never do one.
  private var scan: Statement?
  private var decoder = ItemDecoder()

  static let scanSQL = """
    SELECT pk, sk, body FROM item
    WHERE (pk, sk) > (?1, ?2) AND (ttl IS NULL OR ttl > ?3) ORDER BY pk, sk
    """

  init(_ connection: Connection) throws(SQLiteFailure) {
    self.connection = connection
    select = try connection.prepare(
      "SELECT body FROM item WHERE pk = ?1 AND sk = ?2 AND (ttl IS NULL OR ttl > ?3)"
    )
  }

  func get(_ key: Key, now: Int64) throws(SQLiteFailure) -> Item? {
    defer { select.reset() }
    try select.bind(1, key.partition)
    try select.bind(2, key.sort)
    try select.bind(3, now)
    guard try select.step() else { return nil }
    return try item(in: select, column: 0, key: key)
  }

  /// All items as they are at one moment.
  func get(_ keys: [Key], now: Int64) throws(SQLiteFailure) -> [Item?] {
    try connection.execute("BEGIN")
    do throws(SQLiteFailure) {
      var items: [Item?] = []
      items.reserveCapacity(keys.count)
      for key in keys { items.append(try get(key, now: now)) }
      try connection.execute("COMMIT")
      return items
    } catch {
      // The read has failed already, and its reason is the one that counts.
      try? connection.execute("ROLLBACK")
      throw error
    }
  }

  func query(_ query: Query, now: Int64) throws(SQLiteFailure) -> Page {
    let statement = try prepare(query, now: now)
    defer { statement.reset() }
    var page = Page(items: [], lastKey: nil, scannedCount: 0)
    var bytes = 0
    var last: Item?
    while try statement.step() {
      let isFull = page.scannedCount == query.limit || bytes >= TableLimits.pageBytesMax
      if isFull, let last {
        page.lastKey = StartKey(of: last, in: query.index)
        break
      }
      // A partition of the table itself is the one that was asked for.
      let partition = query.index == .base ? query.partition : statement.text(0)
      let key = Key(partition, statement.text(1))
      let item = try item(in: statement, column: 2, key: key)
      page.scannedCount += 1
      bytes += item.storedBytes
      last = item
      if let filter = query.filter, !filter.evaluate(item) { continue }
      page.items.append(query.projection.map { item.projected(to: $0) } ?? item)
    }
    return page
  }

  /// The rows behind `key` in the order of their keys; a page as long as one of a query.
  func scan(after key: Key?, now: Int64) throws(SQLiteFailure) -> ScanPage {
    let statement = try scanStatement()
    defer { statement.reset() }
    // No key is less than two empty ones.
    try statement.bind(1, key?.partition ?? "")
    try statement.bind(2, key?.sort ?? "")
    try statement.bind(3, now)
    var page = ScanPage(items: [], lastKey: nil)
    var bytes = 0
    while try statement.step() {
      if bytes >= TableLimits.pageBytesMax {
        page.lastKey = page.items.last?.key
        break
      }
      let key = Key(statement.text(0), statement.text(1))
      let item = try item(in: statement, column: 2, key: key)
      bytes += item.storedBytes
      page.items.append(item)
    }
    return page
  }

  private func scanStatement() throws(SQLiteFailure) -> Statement {
    if let scan { return scan }
    let statement = try connection.prepare(Self.scanSQL)
    scan = statement
    return statement
  }

  private func prepare(_ query: Query, now: Int64) throws(SQLiteFailure) -> Statement {
    let range = SortRange(query.sort)
    var shape = QueryShape(query, range: range)
    let startSort = query.startKey.map { Array(($0.indexSort ?? $0.key.sort).utf8) }
    let start = startSort.flatMap { range.contains($0) ? $0 : nil }
    if start != nil { shape.start() }
    let statement = try statement(shape)

    try statement.bind(QueryShape.Parameter.partition, query.partition)
    try statement.bind(QueryShape.Parameter.now, now)
    let lower = query.isReversed ? range.lower?.bytes : start ?? range.lower?.bytes
    let upper = query.isReversed ? start ?? range.upper?.bytes : range.upper?.bytes
    if let lower { try statement.bind(QueryShape.Parameter.lower, lower) }
    if let upper { try statement.bind(QueryShape.Parameter.upper, upper) }
    if start != nil, query.index != .base, let key = query.startKey?.key {
      try statement.bind(QueryShape.Parameter.startPartition, key.partition)
      try statement.bind(QueryShape.Parameter.startSort, key.sort)
    }
    return statement
  }

  private func statement(_ shape: QueryShape) throws(SQLiteFailure) -> Statement {
    if let statement = queries[shape] { return statement }
    let statement = try connection.prepare(shape.sql)
    queries[shape] = statement
    return statement
  }

  private func item(
    in statement: Statement,
    column: Int32,
    key: Key
  ) throws(SQLiteFailure) -> Item {
    do throws(ItemCorruption) {
      return try statement.withBytes(column) { bytes throws(ItemCorruption) in
        try decoder.decode(bytes, key: key)
      }
    } catch {
      throw SQLiteFailure(code: SQLITE_CORRUPT, message: "row \(key): \(error)")
    }
  }
}
