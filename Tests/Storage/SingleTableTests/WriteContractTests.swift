import SingleTable
import Testing
import TestTables

@Suite("Every table: writing and reading one item")
struct WriteContractTests {
  private let key = Key("RATING#pho", "USER#lan")

  @Test("an item is read as it was written, every type of value", arguments: Backend.allCases)
  func everyType(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let item = Item(
      key,
      [
        "text": "cà rô kho tộ 🐟", "empty": "", "whole": 42, "yes": true, "no": false,
        "negative": .number(-7), "big": .int(Int.max), "small": .int(Int.min),
        "decimal": .number(try #require(Number("-12345678901234567890.123456789012345678"))),
        "bytes": .binary([0, 255, 128, 0]), "noBytes": .binary([]), "nothing": .null,
        "list": ["a", 1, [], ["nested": true]],
        "map": ["vi": "thịt kho", "deep": ["deeper": [1, 2, 3]]],
        "words": .stringSet(["b", "a", "á"]), "numbers": .numberSet([3, 1, 2]),
        "blobs": .binarySet([[1], [], [0, 0]]),
      ]
    )
    try await test.table.put(item)
    #expect(try await test.table.get(key) == item)
  }

  @Test("what was never written is nil", arguments: Backend.allCases)
  func missing(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    #expect(try await test.table.get(key) == nil)
    #expect(try await test.table.delete(key, returning: .old) == nil)
  }

  @Test("a put replaces the whole item", arguments: Backend.allCases)
  func putReplaces(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await test.table.put(Item(key, ["stars": 3, "comment": "ngon"]))
    let old = try await test.table.put(Item(key, ["stars": 5]), returning: .old)
    #expect(old == Item(key, ["stars": 3, "comment": "ngon"]))
    #expect(try await test.table.get(key) == Item(key, ["stars": 5]))
  }

  @Test("a write returns what it was asked for", arguments: Backend.allCases)
  func returnValues(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let add = Update().add("stars", 1)
    let one = Item(key, ["stars": 1])
    let two = Item(key, ["stars": 2])
    #expect(try await test.table.update(key, add, returning: .old) == nil)
    #expect(try await test.table.update(key, add, returning: .new) == two)
    #expect(try await test.table.update(key, add, returning: .none) == nil)
    #expect(try await test.table.put(one, returning: .new) == one)
    #expect(try await test.table.delete(key, returning: .old) == one)
    #expect(try await test.table.get(key) == nil)
  }

  @Test("a refused write changes nothing and shows the item", arguments: Backend.allCases)
  func refusal(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let item = Item(key, ["stars": 3])
    try await test.table.put(item, if: .itemNotExists)
    await #expect(throws: TableError.conditionFailed(old: item)) {
      try await test.table.put(Item(key, ["stars": 5]), if: .itemNotExists)
    }
    await #expect(throws: TableError.conditionFailed(old: item)) {
      try await test.table.update(key, Update().set("stars", 1), if: .less("stars", 3))
    }
    await #expect(throws: TableError.conditionFailed(old: item)) {
      try await test.table.delete(key, if: .equal("stars", 4))
    }
    await #expect(throws: TableError.conditionFailed(old: nil)) {
      try await test.table.update(Key("RATING#x", "y"), Update().set("a", 1), if: .itemExists)
    }
    #expect(try await test.table.get(key) == item)
    #expect(try await test.table.get(Key("RATING#x", "y")) == nil)
  }

  @Test("keys differ by their bytes, not by how they look", arguments: Backend.allCases)
  func bytesOfKeys(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let composed = Key("UNKNOWN#bánh", "SUMMARY")
    let decomposed = Key("UNKNOWN#ba\u{301}nh", "SUMMARY")
    #expect(composed.partition == decomposed.partition)  // as Swift sees them
    try await test.table.put(Item(composed, ["n": 1]))
    #expect(try await test.table.get(decomposed) == nil)
    try await test.table.put(Item(decomposed, ["n": 2]))
    #expect(try await test.table.get(composed)?["n"] == 1)
  }

  @Test("items outside the limits are refused by name", arguments: Backend.allCases)
  func limits(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let full = TableLimits.itemBytesMax - Item(key).storedBytes - 1
    // moto: see `MotoDeviation.itemSizes`.
    let stored = backend == .dynamodb ? MotoDeviation.itemBytesMax - 100 : full
    try await test.table.put(Item(key, ["x": .string(String(repeating: "x", count: stored))]))

    var deep: AttributeValue = 1
    for _ in 0..<33 { deep = [deep] }
    let long = String(repeating: "k", count: 2049)
    let refused: [(Item, String)] = [
      (Item(key, ["x": .binary([UInt8](repeating: 1, count: full + 1))]), "item:"),
      (Item(["SK": "a"]), "PK"), (Item(["PK": 1, "SK": "a"]), "PK"),
      (Item(Key("", "a")), "PK"), (Item(Key("a", "")), "SK"), (Item(Key(long, "a")), "PK"),
      (Item(Key("a", String(long.prefix(1025)))), "SK"),
      (Item(key, ["GSI1PK": 5]), "GSI1PK"), (Item(key, ["GSI3SK": ""]), "GSI3SK"),
      (Item(key, ["ttl": "soon"]), "ttl"), (Item(key, ["tags": .stringSet([])]), "tags"),
      (Item(key, ["deep": deep]), "deep"),
    ]
    for (item, name) in refused {
      let error = await #expect(throws: TableError.self) { try await test.table.put(item) }
      guard case .validation(let rule)? = error else {
        Issue.record("\(name): \(String(describing: error))")
        continue
      }
      #expect(rule.hasPrefix(name))
    }
    // An update may not grow past the limit either.
    let grown = await #expect(throws: TableError.self) {
      let more = String(repeating: "y", count: 200)
      try await test.table.update(key, Update().set("y", .string(more)))
    }
    guard case .validation? = grown else {
      Issue.record("\(String(describing: grown))")
      return
    }
    #expect(try await test.table.get(key)?["y"] == nil)
  }

  @Test("a batch answers in the order of its keys", arguments: Backend.allCases)
  func batches(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let items = (0..<230).map { Item(Key("PANTRY#lan", "INGREDIENT#\($0)"), ["n": .int($0)]) }
    try await test.table.batchWrite(items.map { .put($0) })
    let keys = items.reversed().compactMap(\.key) + [Key("PANTRY#lan", "INGREDIENT#none")]
    #expect(try await test.table.batchGet(keys) == Array(items.reversed()) + [nil])
    try await test.table.batchWrite(keys.dropFirst().map { .delete($0) })
    #expect(try await test.table.batchGet(keys).compactMap { $0 } == [items[229]])
    #expect(try await test.table.batchGet([]).isEmpty)
    await #expect(throws: TableError.validation("batch: \(keys[0]) is named twice")) {
      try await test.table.batchWrite([.delete(keys[0]), .put(items[229])])
    }
  }

  @Test("a hundred callers at once lose no addition", arguments: Backend.allCases)
  func concurrentAdditions(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let stats = Key("RATING#pho", "STATS")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for stars in 1...100 {
        group.addTask {
          try await test.table.update(
            stats,
            Update().add("sum", Number(stars)).add("count", 1),
            returning: .none
          )
        }
      }
      try await group.waitForAll()
    }
    #expect(try await test.table.get(stats) == Item(stats, ["sum": 5050, "count": 100]))
  }

  @Test("of fifty creators of one item one wins", arguments: Backend.allCases)
  func oneCreator(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let winners = await withTaskGroup(of: Int?.self) { group in
      for writer in 0..<50 {
        group.addTask {
          do {
            try await test.table.put(Item(key, ["by": .int(writer)]), if: .itemNotExists)
            return writer
          } catch { return nil }
        }
      }
      return await group.reduce(into: [Int]()) { winners, winner in
        if let winner { winners.append(winner) }
      }
    }
    #expect(winners.count == 1)
    #expect(try await test.table.get(key)?["by"]?.intValue == winners.first)
  }
}
