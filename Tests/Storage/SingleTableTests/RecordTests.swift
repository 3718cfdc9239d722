import SingleTable
import Testing
import TestTables

@Suite("Records")
struct RecordTests {
  private struct Favourite: ItemRecord, Equatable {
    let user: String
    let recipe: String
    let addedAt: Int
    let note: String?
    let tags: [String]

    init(user: String, recipe: String, addedAt: Int, note: String?, tags: [String]) {
      (self.user, self.recipe, self.addedAt) = (user, recipe, addedAt)
      (self.note, self.tags) = (note, tags)
    }

    init(_ reader: ItemReader) throws(TableError) {
      user = try reader.string("user")
      recipe = try reader.string("recipe")
      addedAt = try reader.int("addedAt")
      note = try reader.optionalString("note")
      tags = try reader.strings("tags")
    }

    func item() -> Item {
      var item = Item(Key("COOKING#\(user)", "FAVORITE#\(recipe)"))
      item["user"] = .string(user)
      item["recipe"] = .string(recipe)
      item["addedAt"] = .int(addedAt)
      item["note"] = note.map { .string($0) }
      item["tags"] = .strings(tags)
      return item
    }
  }

  @Test("a record comes back from the table as it went in", arguments: Backend.allCases)
  func roundTrip(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    for note in ["ngon", nil] {
      let record = Favourite(user: "lan", recipe: "pho", addedAt: 7, note: note, tags: ["b", "a"])
      try await test.table.put(record.item())
      let key = Key("COOKING#lan", "FAVORITE#pho")
      #expect(try await test.table.get(Favourite.self, key) == record)
      let page = try await test.table.query(Query(partition: "COOKING#lan"))
      #expect(try page.records(Favourite.self) == [record])
    }
  }

  @Test("an item that is not the record says which attribute and why")
  func malformed() {
    let key = Key("COOKING#lan", "FAVORITE#pho")
    let cases: [(KeyValuePairs<String, AttributeValue>, String, String)] = [
      (["user": "lan"], "recipe", "a string"),
      (["user": 5, "recipe": "pho"], "user", "a string"),
      (["user": "lan", "recipe": "pho", "addedAt": "7"], "addedAt", "a whole number"),
      (["user": "lan", "recipe": "pho", "addedAt": 7, "note": 1], "note", "a string"),
      (["user": "lan", "recipe": "pho", "addedAt": 7, "tags": [1]], "tags", "a list of strings"),
    ]
    for (attributes, attribute, expected) in cases {
      let error = TableError.malformedItem(key: key, attribute: attribute, expected: expected)
      #expect(throws: error) { try Favourite(ItemReader(Item(key, attributes))) }
    }
  }

  @Test("nested maps are read with their place in the error")
  func nested() throws {
    let key = Key("RECIPE#pho", "METADATA")
    let item = Item(key, ["name": ["vi": "phở"], "steps": [["text": "a"], ["text": 1]]])
    let reader = ItemReader(item)
    #expect(try reader.map("name").string("vi") == "phở")
    let steps = try reader.maps("steps")
    #expect(try steps[0].string("text") == "a")
    let error = TableError.malformedItem(
      key: key,
      attribute: "steps[1].text",
      expected: "a string"
    )
    #expect(throws: error) { try steps[1].string("text") }
    #expect(try reader.maps("nope").isEmpty)
  }
}

@Suite("Idempotency records")
struct IdempotencyTests {
  private let now: Int64 = 1_800_000_000

  private func record(_ fingerprint: [UInt8] = [1], now: Int64? = nil) -> IdempotencyRecord {
    IdempotencyRecord(
      partition: "COOKING#lan",
      idempotencyKey: "k1",
      fingerprint: fingerprint,
      now: now ?? self.now
    )
  }

  private func outcome(
    _ table: any Table,
    claiming record: IdempotencyRecord,
    at now: Int64
  ) async throws -> IdempotencyRecord.Outcome? {
    do {
      try await table.write(record.claim(at: now), returning: .none)
      return nil
    } catch {
      guard case .conditionFailed(let old?) = error else { throw error }
      return try IdempotencyRecord.outcome(of: old, fingerprint: record.fingerprint)
    }
  }

  @Test("of fifty equal requests one works, the others wait, then all get its answer")
  func once() async throws {
    let test = try await TestTable(.sqlite)
    let record = record()
    let outcomes = try await withThrowingTaskGroup(of: IdempotencyRecord.Outcome?.self) { group in
      for _ in 0..<50 {
        group.addTask { try await outcome(test.table, claiming: record, at: now) }
      }
      return try await group.reduce(into: [IdempotencyRecord.Outcome?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1)
    #expect(outcomes.count { $0 == .inProgress } == 49)
    try await test.table.write(record.completion([42]), returning: .none)
    #expect(try await outcome(test.table, claiming: record, at: now) == .replay([42]))
    let later = self.record([1], now: now + 3600)
    #expect(try await outcome(test.table, claiming: later, at: now + 3600) == .replay([42]))
  }

  @Test("a key reused for another request is noticed, working or done")
  func reuse() async throws {
    let test = try await TestTable(.sqlite)
    _ = try await outcome(test.table, claiming: record([1]), at: now)
    #expect(try await outcome(test.table, claiming: record([2]), at: now) == .differentRequest)
    let late = now + 100
    #expect(try await outcome(test.table, claiming: record([2]), at: late) == .differentRequest)
    try await test.table.write(record([1]).completion([]), returning: .none)
    #expect(try await outcome(test.table, claiming: record([2]), at: now) == .differentRequest)
    #expect(try await outcome(test.table, claiming: record([1]), at: now) == .replay([]))
  }

  @Test("work whose worker vanished is taken over once, and the vanished one cannot finish it")
  func takeover() async throws {
    let test = try await TestTable(.sqlite)
    let first = record()
    #expect(try await outcome(test.table, claiming: first, at: now) == nil)
    #expect(
      try await outcome(test.table, claiming: record(now: now + 59), at: now + 59)
        == .inProgress
    )
    let second = record(now: now + 60)
    #expect(try await outcome(test.table, claiming: second, at: now + 60) == nil)
    let error = await #expect(throws: TableError.self) {
      try await test.table.write(first.completion([1]), returning: .none)
    }
    guard case .conditionFailed? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    try await test.table.write(second.completion([2]), returning: .none)
    #expect(try await outcome(test.table, claiming: first, at: now + 61) == .replay([2]))
  }

  @Test("an answer kept with the work itself is there or neither is")
  func together() async throws {
    let test = try await TestTable(.sqlite)
    let work = Write.put(Item(Key("COOKING#lan", "SESSION#1")), if: .itemNotExists)
    let claim = record().answered([7]).claim(at: now)
    try await test.table.transactWrite([claim, work])
    let error = await #expect(throws: TableError.self) {
      try await test.table.transactWrite([claim, work])
    }
    guard case .transactionCancelled(let reasons)? = error,
      case .conditionFailed(let old?) = reasons[0]
    else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try IdempotencyRecord.outcome(of: old, fingerprint: [1]) == .replay([7]))
  }

  @Test("released and expired keys are free again")
  func free() async throws {
    let test = try await TestTable(.sqlite)
    let start = test.clock.now
    let record = record([1], now: start)
    _ = try await outcome(test.table, claiming: record, at: start)
    try await test.table.write(record.release(), returning: .none)
    #expect(try await outcome(test.table, claiming: record, at: start) == nil)
    try await test.table.write(record.completion([1]), returning: .none)
    test.clock.advance(by: IdempotencyRecord.lifeSeconds)
    let next = self.record([2], now: test.clock.now)
    #expect(try await outcome(test.table, claiming: next, at: test.clock.now) == nil)
  }
}
