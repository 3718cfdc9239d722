import SQLiteTable
import SingleTable

/// Brings the table to a number of ratings; goes on where an earlier one stopped.
struct Filling {
  /// Ratings written by one call.
  private static let batchItems = 500
  /// Calls at once; the writer commits what they bring together.
  private static let callers = 16

  let path: String
  let items: Int

  func run() async throws {
    let table = try SQLiteTable(path: path, options: .init(synchronous: .normal))
    defer { table.close() }
    let mark = Key("BENCH#FILLED", "ITEMS")
    let start = try await table.get(mark)?["items"]?.intValue ?? 0
    let batches = stride(from: start, to: items, by: Self.batchItems)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, batch) in batches.enumerated() {
        if number >= Self.callers { try await group.next() }
        let range = batch..<min(batch + Self.batchItems, items)
        group.addTask { try await Self.fill(range, table) }
      }
      try await group.waitForAll()
    }
    try await table.put(Item(mark, ["items": .int(max(start, items))]))
  }

  private static func fill(_ range: Range<Int>, _ table: SQLiteTable) async throws {
    var writes: [BatchWrite] = []
    for item in range {
      let key = Ratings.key(item)
      // Spreads a user's ratings over the table as they are in life.
      let user = UInt64(item) &* 0x9E37_79B9_7F4A_7C15 >> 24
      writes.append(.put(Ratings.rating(key, user: "user-\(Ratings.padded(user, 13))")))
      if item.isMultiple(of: Ratings.usersPerRecipe) {
        writes.append(.put(Ratings.totals(item / Ratings.usersPerRecipe)))
      }
    }
    try await table.batchWrite(writes)
  }
}
