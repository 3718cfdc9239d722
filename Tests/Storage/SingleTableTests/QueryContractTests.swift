import SingleTable
import Testing
import TestTables

@Suite("Every table: queries")
struct QueryContractTests {
  private let partition = "RATING#pho"

  private func fill(_ table: any Table, _ sorts: [String]) async throws {
    try await table.batchWrite(
      sorts.map { sort in
        var item = Item(Key(partition, sort), ["name": .string(sort)])
        item.setIndex(.gsi1, partition: "RATING#USER#lan", sort: "same")
        item.setIndex(.gsi2, partition: "RATING#ALL", sort: sort)
        return .put(item)
      }
    )
    try await table.put(Item(Key(partition + "!", "a")))
    try await table.put(Item(Key("RATING#ph", "z")))
  }

  private static let sorts = ["A", "B#1", "B#2", "B#\u{10FFFF}", "C", "a", "é", "ｆ", "🍜"]

  static let conditions: [(SortCondition?, [String])] = [
    (nil, sorts),
    (.equal("B#1"), ["B#1"]), (.equal("B"), []),
    (.less("B#2"), ["A", "B#1"]), (.lessOrEqual("B#2"), ["A", "B#1", "B#2"]),
    (.greater("C"), ["a", "é", "ｆ", "🍜"]), (.greaterOrEqual("C"), ["C", "a", "é", "ｆ", "🍜"]),
    (.between("B#2", "a"), ["B#2", "B#\u{10FFFF}", "C", "a"]), (.between("b", "a"), []),
    (.beginsWith("B#"), ["B#1", "B#2", "B#\u{10FFFF}"]), (.beginsWith("🍜"), ["🍜"]),
    (.beginsWith("e"), []),
  ]

  @Test(
    "each sort condition finds its items in the order of their bytes, both ways",
    arguments: Backend.allCases
  )
  func sortConditions(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await fill(test.table, Self.sorts.reversed())
    for (condition, expected) in Self.conditions {
      for (index, name) in [(Index.base, partition), (.gsi2, "RATING#ALL")] {
        for isReversed in [false, true] {
          let query = Query(index, partition: name, sort: condition, isReversed: isReversed)
          let page = try await test.table.query(query)
          let found = page.items.compactMap { $0.key?.sort }
          #expect(found == (isReversed ? expected.reversed() : expected), "\(query)")
          #expect(page.lastKey == nil)
        }
      }
    }
  }

  @Test(
    "pages of any size join up to the whole, in every index and direction",
    arguments: Backend.allCases
  )
  func paging(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await fill(test.table, Self.sorts)
    let partitions: [(Index, String)] = [
      (.base, partition), (.gsi1, "RATING#USER#lan"), (.gsi2, "RATING#ALL"),
    ]
    for (index, name) in partitions {
      for isReversed in [false, true] {
        for limit in 1...10 {
          var query = Query(index, partition: name, isReversed: isReversed, limit: limit)
          var found: [String] = []
          for _ in 0..<20 {
            let page = try await test.table.query(query)
            #expect(page.scannedCount <= limit)
            found += page.items.compactMap { $0.key?.sort }
            query.startKey = page.lastKey
            if page.lastKey == nil { break }
          }
          #expect(query.startKey == nil)
          #expect(found == (isReversed ? Self.sorts.reversed() : Self.sorts), "\(query)")
        }
      }
    }
  }

  @Test("a start key joins with a sort condition", arguments: Backend.allCases)
  func startKeyAndCondition(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await fill(test.table, Self.sorts)
    for isReversed in [false, true] {
      var query = Query(
        .gsi2,
        partition: "RATING#ALL",
        sort: .between("B#1", "a"),
        isReversed: isReversed,
        limit: 2
      )
      var found: [String] = []
      repeat {
        let page = try await test.table.query(query)
        found += page.items.compactMap { $0.key?.sort }
        query.startKey = page.lastKey
      } while query.startKey != nil && found.count < 20
      let expected = ["B#1", "B#2", "B#\u{10FFFF}", "C", "a"]
      #expect(found == (isReversed ? expected.reversed() : expected))
    }
  }

  @Test("a page ends after a megabyte", arguments: Backend.allCases)
  func megabytePages(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let filler = AttributeValue.binary([UInt8](repeating: 7, count: 100_000))
    for number in 10..<35 {
      try await test.table.put(Item(Key(partition, "\(number)"), ["filler": filler]))
    }
    var counts: [Int] = []
    try await test.table.forEachPage(Query(partition: partition)) { page in
      counts.append(page.items.count)
    }
    #expect(counts == (backend == .dynamodb ? MotoDeviation.pageCounts : [11, 11, 3]))
    #expect(counts.reduce(0, +) == 25)
    // What the filter drops counts as well, and what the projection leaves out.
    let dropped = try await test.table.query(
      Query(partition: partition, filter: .exists("nope"), projection: ["x"])
    )
    #expect(dropped.items.isEmpty)
    #expect(dropped.scannedCount == counts.first)
    #expect(dropped.lastKey?.key.sort == "\(9 + dropped.scannedCount)")
  }

  @Test(
    "the limit counts before the filter, and collecting goes on until enough",
    arguments: Backend.allCases
  )
  func filters(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    for number in 10..<60 {
      try await test.table.put(
        Item(Key(partition, "\(number)"), ["even": .bool(number.isMultiple(of: 2))])
      )
    }
    let query = Query(partition: partition, limit: 10, filter: .equal("even", true))
    let page = try await test.table.query(query)
    #expect(page.items.count == 5)
    #expect(page.scannedCount == 10)

    let collected = try await test.table.collect(query, count: 12)
    #expect(collected.items.compactMap { $0.key?.sort } == (5..<17).map { "\($0 * 2)" })
    var rest = query
    rest.startKey = collected.lastKey
    let end = try await test.table.collect(rest, count: 100)
    #expect(end.items.count == 13)
    #expect(end.lastKey == nil)
  }

  @Test(
    "collecting what is rare takes few queries, and goes on right behind the last item kept",
    arguments: Backend.allCases
  )
  func rareItems(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let numbers = 100..<400
    try await test.table.batchWrite(
      numbers.map { number in
        var item = Item(Key(partition, "\(number)"), ["rare": .bool(number.isMultiple(of: 37))])
        item.setIndex(.gsi1, partition: "RATING#USER#lan", sort: "same")
        item.setIndex(.gsi2, partition: "RATING#ALL", sort: "\(number)")
        return .put(item)
      }
    )
    let rare = numbers.filter { $0.isMultiple(of: 37) }.map { "\($0)" }
    let table = CountedQueries(test.table)
    for (index, name) in [
      (Index.base, partition), (.gsi1, "RATING#USER#lan"), (.gsi2, "RATING#ALL"),
    ] {
      for (isReversed, count) in [(false, 1), (true, 1), (false, 3), (true, 3), (false, 50)] {
        var query = Query(index, partition: name, isReversed: isReversed)
        query.filter = .equal("rare", true)
        query.projection = ["rare"]
        var found: [String] = []
        repeat {
          let before = table.count
          let page = try await table.collect(query, count: count)
          #expect(table.count - before <= 4, "\(query)")
          #expect(page.items.count <= count)
          found += page.items.compactMap { $0.key?.sort }
          query.startKey = page.lastKey
        } while query.startKey != nil && found.count < 100
        #expect(found == (isReversed ? rare.reversed() : rare), "\(query)")
      }
    }
  }

  @Test("a projection keeps the key and what was asked for", arguments: Backend.allCases)
  func projections(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let key = Key(partition, "a")
    try await test.table.put(Item(key, ["a": 1, "b": 2, "c": 3]))
    let page = try await test.table.query(Query(partition: partition, projection: ["b", "z"]))
    #expect(page.items == [Item(key, ["b": 2])])
  }

  @Test("senseless queries are refused", arguments: Backend.allCases)
  func senseless(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let start = StartKey(key: Key("a", "b"))
    let queries: [(Query, Consistency)] = [
      (Query(partition: ""), .strong), (Query(partition: "a", limit: 0), .strong),
      (Query(.gsi1, partition: "a"), .strong),
      (Query(.gsi1, partition: "a", startKey: start), .eventual),
      (Query(partition: "a", filter: .exists("SK")), .strong),
      (Query(.gsi1, partition: "a", filter: .equal("GSI1SK", "x")), .eventual),
    ]
    for (query, consistency) in queries {
      let error = await #expect(throws: TableError.self) {
        try await test.table.query(query, consistency: consistency)
      }
      guard case .validation? = error else {
        Issue.record("\(query): \(String(describing: error))")
        continue
      }
    }
  }
}
