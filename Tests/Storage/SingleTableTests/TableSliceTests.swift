import SingleTable
import Testing
import TestTables

@Suite("A slice")
struct TableSliceTests {
  private let inside = Key("RATING#pho", "USER#lan")
  private let outside = Key("RECIPE#pho", "METADATA")

  private func refuses(
    _ key: String,
    _ body: () async throws -> Void,
    line: SourceLocation = #_sourceLocation
  ) async {
    await #expect(throws: TableError.outsideSlice(key), sourceLocation: line) { try await body() }
  }

  @Test("serves its own prefixes as the table does")
  func own() async throws {
    let test = try await TestTable(.sqlite)
    let slice = TableSlice(test.table, prefixes: ["RATING#"])
    var item = Item(inside, ["stars": 5])
    item.setIndex(.gsi1, partition: "RATING#USER#lan", sort: "2026")
    try await slice.put(item)
    #expect(try await slice.get(inside) == item)
    #expect(try await slice.batchGet([inside]) == [item])
    #expect(try await slice.transactGet([inside]) == [item])
    #expect(try await slice.query(Query(.gsi1, partition: "RATING#USER#lan")).items == [item])
    try await slice.update(inside, Update().clearIndex(.gsi1))
    try await slice.transactWrite([
      .update(inside, Update().setIndex(.gsi2, partition: "RATING#ALL", sort: "1"))
    ])
    try await slice.batchWrite([.delete(inside)])
    #expect(try await slice.get(inside) == nil)
  }

  @Test("refuses every other key, in any operation, and nothing of it happens")
  func foreign() async throws {
    let test = try await TestTable(.sqlite)
    let slice = TableSlice(test.table, prefixes: ["RATING#"])
    let mine = Item(inside)
    try await test.table.put(Item(outside))
    await refuses("RECIPE#pho") { _ = try await slice.get(outside) }
    await refuses("RECIPE#pho") { _ = try await slice.batchGet([inside, outside]) }
    await refuses("RECIPE#pho") { _ = try await slice.transactGet([inside, outside]) }
    await refuses("RECIPE#pho") { _ = try await slice.query(Query(partition: "RECIPE#pho")) }
    await refuses("RECIPE#M") { _ = try await slice.query(Query(.gsi1, partition: "RECIPE#M")) }
    await refuses("RECIPE#pho") { try await slice.put(Item(outside, ["x": 1])) }
    await refuses("RECIPE#pho") { try await slice.update(outside, Update().set("x", 1)) }
    await refuses("RECIPE#pho") { try await slice.delete(outside) }
    await refuses("RECIPE#pho") { try await slice.batchWrite([.put(mine), .delete(outside)]) }
    await refuses("RECIPE#pho") {
      try await slice.transactWrite([.put(mine), .check(outside, .itemExists)])
    }
    #expect(try await test.table.get(outside) == Item(outside))
    #expect(try await test.table.get(inside) == nil)
  }

  @Test("refuses foreign index keys, however they are written")
  func indexKeys() async throws {
    let test = try await TestTable(.sqlite)
    let slice = TableSlice(test.table, prefixes: ["RATING#"])
    for index in Index.secondary {
      let path = AttributePath(index.partitionName)
      var item = Item(inside)
      item.setIndex(index, partition: "RECIPE#METHOD#soup", sort: "1")
      await refuses("RECIPE#METHOD#soup") { try await slice.put(item) }
      await refuses("RECIPE#METHOD#soup") { try await slice.batchWrite([.put(item)]) }
      await refuses("RECIPE#x") {
        try await slice.update(inside, Update().set(path, "RECIPE#x"))
      }
      await refuses("RECIPE#x") {
        let update = Update().setIfNotExists(path, "RECIPE#x")
        try await slice.transactWrite([.update(inside, update)])
      }
    }
    #expect(try await test.table.get(inside) == nil)
  }

  @Test("a prefix is met by bytes up to its #, not by resemblance")
  func resemblance() async throws {
    let test = try await TestTable(.sqlite)
    let slice = TableSlice(test.table, prefixes: ["RATING#", "BUDGET#"])
    for partition in ["RATINGS#x", "RATING", "rating#x", " RATING#x", "RECIPE#RATING#x"] {
      await refuses(partition) { _ = try await slice.get(Key(partition, "a")) }
    }
    #expect(try await slice.get(Key("BUDGET#MODEL", "2026-01")) == nil)
  }

  @Test("names its prefixes for an IAM policy")
  func leadingKeys() async throws {
    let test = try await TestTable(.sqlite)
    let slice = TableSlice(test.table, prefixes: ["RATING#", "BUDGET#"])
    #expect(slice.leadingKeys == ["RATING#*", "BUDGET#*"])
  }
}
