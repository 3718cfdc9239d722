import ServiceKit
import SingleTable

/// What people have at home.
///
///     | what         | how                                                                  |
///     |--------------|----------------------------------------------------------------------|
///     | list         | Query `PANTRY#<user>` / `INGREDIENT#<id>`                            |
///     | add, first   | TransactWrite the same if it is not there, and                       |
///     |              | `PANTRY#<user>` / `COUNT` + 1                                        |
///     | add, again   | Put the same if it is there                                          |
///     | remove       | TransactWrite Delete if it is there, and `COUNT` - 1                 |
///     | forget all   | Query the partition, BatchWrite Delete until nothing is left         |
struct PantryStore: Sendable {
  let table: any Table

  enum Addition: Sendable {
    case done
    case full
  }

  /// Adding and removing one food at the same moment changes which way it has to go.
  private static let attemptsMax = 8

  nonisolated(nonsending) func add(_ record: PantryRecord) async throws(TableError) -> Addition {
    let item = record.item()
    let hasRoom: Condition =
      .notExists("count") || .less("count", .int(PantryRecord.itemsMax))
    for _ in 0..<Self.attemptsMax {
      do {
        try await table.put(item, if: .itemExists)
        return .done
      } catch .conditionFailed {
        // Not there yet.
      }
      do {
        try await table.transactWrite([
          .put(item, if: .itemNotExists),
          .update(Self.countKey(record.user), Update().add("count", 1), if: hasRoom),
        ])
        return .done
      } catch .transactionCancelled(let reasons) {
        if reasons.last?.isConditionFailed == true, reasons.first?.isConditionFailed == false {
          return .full
        }
      } catch .transactionConflict {
        // Somebody with the same pantry: try again.
      }
    }
    throw .transactionConflict
  }

  nonisolated(nonsending) func remove(
    _ ingredientID: String,
    of user: String
  ) async throws(TableError) {
    for _ in 0..<Self.attemptsMax {
      do {
        try await table.transactWrite([
          .delete(PantryRecord.key(user, ingredientID), if: .itemExists),
          .update(Self.countKey(user), Update().add("count", -1)),
        ])
        return
      } catch .transactionCancelled(let reasons) {
        if reasons.first?.isConditionFailed == true { return }
      } catch .transactionConflict {
        // As above.
      }
    }
    throw .transactionConflict
  }

  /// A page by ingredient id.
  nonisolated(nonsending) func list(
    of user: String,
    count: Int,
    from startKey: StartKey?
  ) async throws(TableError) -> (records: [PantryRecord], page: Page) {
    let page = try await table.collect(
      Query(
        partition: PantryRecord.partition(user),
        sort: .beginsWith(PantryRecord.sortPrefix),
        startKey: startKey
      ),
      count: count
    )
    var records: [PantryRecord] = []
    for item in page.items { records.append(try PantryRecord(ItemReader(item))) }
    return (records, page)
  }

  /// Deletes the pantry with its count; what is added meanwhile goes too.
  nonisolated(nonsending) func forget(_ user: String) async throws(TableError) {
    try await table.deletePartition(PantryRecord.partition(user))
  }

  private static func countKey(_ user: String) -> Key {
    Key(PantryRecord.partition(user), "COUNT")
  }
}
