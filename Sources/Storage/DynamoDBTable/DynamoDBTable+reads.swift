import AWS
import ItemJSON
package import SingleTable

extension DynamoDBTable {
  package nonisolated(nonsending) func get(
    _ key: Key,
    consistency: Consistency
  ) async throws(TableError) -> Item? {
    try key.validate()
    let item = try await ask(
      .getItem,
      { json in
        json.name("Key")
        key.write(to: &json)
        json.member("ConsistentRead", bool: consistency == .strong)
      },
      reading: FoundItem.init
    )
    return live(item.item)
  }

  package nonisolated(nonsending) func query(
    _ query: Query,
    consistency: Consistency
  ) async throws(TableError) -> Page {
    try query.validate(consistency: consistency)
    if case .nothing? = query.sort?.reduced {
      return Page(items: [], lastKey: nil, scannedCount: 0)
    }
    let now = options.now()
    return try await ask(
      .query,
      { json in query.write(to: &json, consistency: consistency, now: now) },
      reading: { Page($0, index: query.index) }
    )
  }

  package nonisolated(nonsending) func transactGet(
    _ keys: [Key]
  ) async throws(TableError) -> [Item?] {
    guard (1...TableLimits.transactionItemsMax).contains(keys.count) else {
      throw .validation("transaction: 1 to \(TableLimits.transactionItemsMax) keys")
    }
    for key in keys { try key.validate() }
    let distinct = keys.distinct
    let items = try await transactGetOnce(distinct)
    let found = Dictionary(uniqueKeysWithValues: zip(distinct, items))
    return keys.map { found[$0] ?? nil }
  }

  /// A read that meets a transaction on its way is refused, and asked again in a moment.
  private nonisolated(nonsending) func transactGetOnce(
    _ keys: [Key]
  ) async throws(TableError) -> [Item?] {
    var round = 0
    while true {
      do throws(TableError) {
        let found = try await ask(
          .transactGetItems,
          isTableNamed: false,
          { json in
            json.name("TransactItems")
            json.array { json in
              for key in keys {
                json.object { json in
                  json.name("Get")
                  json.object { json in
                    json.member("TableName", name)
                    json.name("Key")
                    key.write(to: &json)
                  }
                }
              }
            }
          },
          reading: { FoundItem.list($0["Responses"], count: keys.count) }
        )
        return found.map { live($0.item) }
      } catch {
        round += 1
        guard error == .transactionConflict, round < Limits.readConflictsMax,
          await pause(beforeRound: round)
        else { throw error }
      }
    }
  }
}

/// `{"Item": {…}}`, or an object without it when there is none.
struct FoundItem: Sendable {
  let item: Item?

  /// Nil for what is no such object.
  init?(_ json: JSON) {
    guard json.members != nil else { return nil }
    guard let found = json["Item"] else {
      item = nil
      return
    }
    guard let item = Item(found) else { return nil }
    self.item = item
  }

  static func list(_ json: JSON?, count: Int) -> [FoundItem]? {
    guard let elements = json?.elements, elements.count == count else { return nil }
    var found: [FoundItem] = []
    for element in elements {
      guard let item = FoundItem(element) else { return nil }
      found.append(item)
    }
    return found
  }
}

extension [Key] {
  /// Each key once: DynamoDB refuses a request that names one twice.
  var distinct: [Key] {
    var seen: Set<Key> = []
    return filter { seen.insert($0).inserted }
  }
}
