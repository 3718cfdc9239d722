import SingleTable
import Testing
import TestTables

@Suite("Every table: indexes and expiry")
struct IndexContractTests {
  private let key = Key("RECIPE#pho", "METADATA")

  private func listed(_ table: any Table, _ index: Index, _ partition: String) async throws
    -> [Item]
  {
    try await table.query(Query(index, partition: partition)).items
  }

  @Test("an item is listed only where it has both index keys", arguments: Backend.allCases)
  func sparse(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    for index in Index.secondary {
      var half = Item(key)
      half[index.partitionName] = "RECIPE#METHOD#soup"
      try await test.table.put(half)
      #expect(try await listed(test.table, index, "RECIPE#METHOD#soup").isEmpty)
      var whole = half
      whole[index.sortName] = "SCORE#5"
      try await test.table.put(whole)
      #expect(try await listed(test.table, index, "RECIPE#METHOD#soup") == [whole])
      for other in Index.secondary where other != index {
        #expect(try await listed(test.table, other, "RECIPE#METHOD#soup").isEmpty)
      }
    }
  }

  @Test("the indexes follow every write", arguments: Backend.allCases)
  func follow(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let approve = Update().setIndex(.gsi1, partition: "RECIPE#METHOD#soup", sort: "SCORE#4")
    let approved = try await test.table.update(key, approve)
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup") == [approved])
    let rated = try await test.table.update(key, Update().set("GSI1SK", "SCORE#5").add("n", 1))
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup") == [rated])
    let titled = try await test.table.update(key, Update().set("title", "phở"))
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup") == [titled])
    try await test.table.update(
      key,
      Update().set("GSI1PK", "RECIPE#METHOD#fry").remove("title")
    )
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup").isEmpty)
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#fry").count == 1)
    try await test.table.update(key, Update().clearIndex(.gsi1))
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#fry").isEmpty)
    try await test.table.transactWrite([.update(key, approve)])
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup").count == 1)
    try await test.table.put(Item(key))
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup").isEmpty)
    try await test.table.update(key, approve)
    try await test.table.delete(key)
    #expect(try await listed(test.table, .gsi1, "RECIPE#METHOD#soup").isEmpty)
  }

  @Test("an expired item does not exist, at once and for everyone", arguments: Backend.allCases)
  func expiry(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let table = test.table
    var item = Item(key, ["n": 5, "ttl": .int(test.clock.now + 10)])
    item.setIndex(.gsi1, partition: "RECIPE#METHOD#soup", sort: "SCORE#4")
    try await table.put(item)
    test.clock.advance(by: 9)
    #expect(try await table.get(key) == item)
    #expect(try await listed(table, .gsi1, "RECIPE#METHOD#soup") == [item])

    test.clock.advance(by: 1)
    #expect(try await table.get(key) == nil)
    #expect(try await table.batchGet([key]) == [nil])
    #expect(try await table.query(Query(partition: key.partition)).items.isEmpty)
    #expect(try await listed(table, .gsi1, "RECIPE#METHOD#soup").isEmpty)
    await #expect(throws: TableError.conditionFailed(old: nil)) {
      try await table.delete(key, if: .itemExists)
    }
    // An update starts anew: nothing of the old item shines through.
    #expect(try await table.update(key, Update().add("n", 1)) == Item(key, ["n": 1]))
    #expect(try await table.get(key) == Item(key, ["n": 1]))
    #expect(try await listed(table, .gsi1, "RECIPE#METHOD#soup").isEmpty)
  }

  @Test("an expired item can be created again", arguments: Backend.allCases)
  func createAgain(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await test.table.put(Item(key, ["ttl": .int(test.clock.now)]))
    try await test.table.put(Item(key, ["n": 2]), if: .itemNotExists)
    #expect(try await test.table.get(key) == Item(key, ["n": 2]))
  }

  @Test("prolonging an item keeps it", arguments: Backend.allCases)
  func prolong(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await test.table.put(Item(key, ["ttl": .int(test.clock.now + 10)]))
    try await test.table.update(key, Update().set("ttl", .int(test.clock.now + 100)))
    test.clock.advance(by: 50)
    #expect(try await test.table.get(key) != nil)
  }
}
