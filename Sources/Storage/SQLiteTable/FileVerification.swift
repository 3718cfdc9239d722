import SingleTable

/// Reads a whole file and says what is wrong with it.
struct FileVerification {
  private let connection: Connection
  private var problems: [String] = []

  init(_ connection: Connection) { self.connection = connection }

  func run() throws(TableError) -> [String] {
    var verification = self
    do throws(SQLiteFailure) {
      try verification.checkPages()
      // Of damaged pages nothing more can be said.
      if verification.problems.isEmpty { try verification.checkRows() }
    } catch {
      verification.problems.append(error.tableError(at: "verify").description)
    }
    return verification.problems
  }

  private var isFull: Bool { problems.count >= Limits.problemsMax }

  private mutating func checkPages() throws(SQLiteFailure) {
    let statement = try connection.prepare("PRAGMA integrity_check(\(Limits.problemsMax))")
    while try statement.step() {
      let line = statement.text(0)
      if line != "ok" { problems.append(line) }
    }
  }

  private mutating func checkRows() throws(SQLiteFailure) {
    var decoder = ItemDecoder()
    let statement = try connection.prepare(
      """
      SELECT pk, sk, body, ttl, gsi1pk, gsi1sk, gsi2pk, gsi2sk, gsi3pk, gsi3sk FROM item
      ORDER BY pk, sk
      """
    )
    while try statement.step(), !isFull {
      let key = Key(statement.text(0), statement.text(1))
      do throws(ItemCorruption) {
        let item = try statement.withBytes(2) { bytes throws(ItemCorruption) in
          try decoder.decode(bytes, key: key)
        }
        check(item, key, in: statement)
      } catch { problems.append("\(key): the row cannot be read: \(error)") }
    }
  }

  private mutating func check(_ item: Item, _ key: Key, in statement: Statement) {
    do throws(TableError) {
      try item.validate()
    } catch {
      problems.append("\(key): \(error)")
      return
    }
    let row = EncodedItem(item, key: key)
    let columns = row.indexKeys.flatMap { [$0?.partition, $0?.sort] }
    let hasSame = columns.enumerated().allSatisfy { index, text in
      let column = Int32(4 + index)
      guard let text else { return statement.isNull(column) }
      return !statement.isNull(column) && String.areSame(statement.text(column), text)
    }
    if !hasSame { problems.append("\(key): an index column is not that of the item") }
    if statement.integer(3) != row.ttl { problems.append("\(key): the ttl column differs") }
  }
}
