import AWS
import ItemJSON
package import SingleTable

extension DynamoDBTable {
  package nonisolated(nonsending) func batchGet(
    _ keys: [Key],
    consistency: Consistency
  ) async throws(TableError) -> [Item?] {
    for key in keys { try key.validate() }
    var found: [Key: Item] = [:]
    var rest = keys.distinct[...]
    var round = 0
    while !rest.isEmpty {
      let part = Array(rest.prefix(TableLimits.batchGetKeysMax))
      let answer = try await batchGetOnce(part, consistency: consistency)
      for item in answer.items { if let key = item.key { found[key] = live(item) } }
      rest = rest.dropFirst(part.count) + answer.unprocessed
      // Progress starts the count anew: only a table that does nothing at all is given up.
      round = answer.unprocessed.count < part.count ? 0 : round + 1
      if !answer.unprocessed.isEmpty {
        guard round < Limits.batchRoundsMax, await pause(beforeRound: round + 1) else {
          throw .throttled(stage: "read")
        }
      }
    }
    return keys.map { found[$0] }
  }

  private nonisolated(nonsending) func batchGetOnce(
    _ keys: [Key],
    consistency: Consistency
  ) async throws(TableError) -> BatchGetAnswer {
    try await ask(
      .batchGetItem,
      isTableNamed: false,
      { json in
        json.name("RequestItems")
        json.object { json in
          json.name(name)
          json.object { json in
            json.member("ConsistentRead", bool: consistency == .strong)
            json.name("Keys")
            json.array { json in for key in keys { key.write(to: &json) } }
          }
        }
      },
      reading: { BatchGetAnswer($0, table: name) }
    )
  }

  package nonisolated(nonsending) func batchWrite(
    _ writes: [BatchWrite]
  ) async throws(TableError) {
    var pending: [Key: BatchWrite] = [:]
    var keys: [Key] = []
    for write in writes {
      try write.write.validate()
      guard let key = write.write.key else {
        throw .validation("PK and SK: must be there and be strings")
      }
      guard pending.updateValue(write, forKey: key) == nil else {
        throw .validation("batch: \(key) is named twice")
      }
      keys.append(key)
    }
    var rest = keys[...]
    var round = 0
    while !rest.isEmpty {
      let part = Array(rest.prefix(TableLimits.batchWriteItemsMax))
      let undone = try await batchWriteOnce(part.compactMap { pending[$0] })
      rest = rest.dropFirst(part.count) + undone
      round = undone.count < part.count ? 0 : round + 1
      if !undone.isEmpty {
        guard round < Limits.batchRoundsMax, await pause(beforeRound: round + 1) else {
          throw .throttled(stage: "write")
        }
      }
    }
  }

  /// Answers the keys of what was not done.
  private nonisolated(nonsending) func batchWriteOnce(
    _ writes: [BatchWrite]
  ) async throws(TableError) -> [Key] {
    try await ask(
      .batchWriteItem,
      isTableNamed: false,
      { json in
        json.name("RequestItems")
        json.object { json in
          json.name(name)
          json.array { json in for write in writes { write.write(to: &json) } }
        }
      },
      reading: { BatchWrite.unprocessed($0, table: name) }
    )
  }
}

private struct BatchGetAnswer: Sendable {
  var items: [Item] = []
  var unprocessed: [Key] = []

  init?(_ answer: JSON, table: String) {
    guard let responses = answer["Responses"] else { return nil }
    for element in responses[table]?.elements ?? [] {
      guard let item = Item(element) else { return nil }
      items.append(item)
    }
    for element in answer["UnprocessedKeys"]?[table]?["Keys"]?.elements ?? [] {
      guard let key = Item(element)?.key else { return nil }
      unprocessed.append(key)
    }
  }
}

extension BatchWrite {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .put(let item):
        json.name("PutRequest")
        json.object { json in
          json.name("Item")
          item.write(to: &json)
        }
      case .delete(let key):
        json.name("DeleteRequest")
        json.object { json in
          json.name("Key")
          key.write(to: &json)
        }
      }
    }
  }

  fileprivate static func unprocessed(_ answer: JSON, table: String) -> [Key]? {
    guard answer.members != nil else { return nil }
    var keys: [Key] = []
    for element in answer["UnprocessedItems"]?[table]?.elements ?? [] {
      let place = element["PutRequest"]?["Item"] ?? element["DeleteRequest"]?["Key"]
      guard let key = place.flatMap({ Item($0)?.key }) else { return nil }
      keys.append(key)
    }
    return keys
  }
}
