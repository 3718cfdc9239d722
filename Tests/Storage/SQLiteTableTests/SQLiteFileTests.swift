import Foundation
import SingleTable
import Testing

@testable import SQLiteTable

@Suite("Work on the file")
struct SQLiteFileTests {
  private func makeTable(_ folder: TemporaryFolder, items: Int) async throws -> SQLiteTable {
    let table = try SQLiteTable(path: folder.file, options: .init(synchronous: .normal))
    try await table.batchWrite(
      (0..<items).map { number in
        var item = Item(Key("RATING#\(number / 10)", "USER#\(number)"), ["n": .int(number)])
        item.setIndex(.gsi1, partition: "RATING#USER#\(number)", sort: "1")
        return .put(item)
      }
    )
    return table
  }

  @Test("a scan hands over every item once, in pages, without the expired ones")
  func scan() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file, options: .init(now: { 1000 }))
    defer { table.close() }
    let filler = AttributeValue.binary([UInt8](repeating: 1, count: 50_000))
    let keys = (100..<160).map { Key("RECIPE#\($0 / 7)", "\($0)") }
    try await table.batchWrite(keys.map { .put(Item($0, ["filler": filler])) })
    try await table.put(Item(Key("RECIPE#20", "expired"), ["ttl": 999]))
    var (found, pages) = ([Key](), 0)
    try await table.forEachScanPage { items in
      found += items.compactMap(\.key)
      pages += 1
    }
    #expect(found == keys.sorted { ($0.partition, $0.sort) < ($1.partition, $1.sort) })
    #expect(pages == 3)
    #expect(try await table.scan(after: keys.last).items.isEmpty)
  }

  @Test("a scan reads the table in the order of its keys, and sorts nothing")
  func scanPlan() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 1).close()
    let connection = try Connection(path: folder.file, isReadOnly: true, busyMilliseconds: 1000)
    let statement = try connection.prepare("EXPLAIN QUERY PLAN \(RowReader.scanSQL)")
    var plan: [String] = []
    while try statement.step() { plan.append(statement.text(3)) }
    #expect(plan == ["SEARCH item USING PRIMARY KEY ((pk,sk)>(?,?))"])
  }

  @Test("finds what is wrong with rows and columns, and nothing in a whole file")
  func problems() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 30).close()
    let file = SQLiteFile(path: folder.file)
    #expect(try file.problems().isEmpty)
    let connection = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    func damage(_ sql: String, _ number: Int) throws {
      try connection.execute("UPDATE item SET \(sql) WHERE sk = CAST('USER#\(number)' AS BLOB)")
    }
    try damage("body = x'0101'", 3)
    try damage("gsi1pk = x'41'", 4)
    try damage("ttl = 5", 5)
    let problems = try file.problems()
    #expect(problems.count == 3, "\(problems)")
    #expect(problems[0].hasPrefix("RATING#0/USER#3: the row cannot be read"))
    #expect(problems[1] == "RATING#0/USER#4: an index column is not that of the item")
    #expect(problems[2] == "RATING#0/USER#5: the ttl column differs")
  }

  @Test("finds damaged pages, and leaves the file as it is")
  func damagedPages() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 2000).close()
    var data = try #require(folder.contents())
    for offset in 20_000..<60_000 { data[offset] = UInt8(truncatingIfNeeded: offset &* 31) }
    try data.write(to: URL(filePath: folder.file))
    #expect(try !SQLiteFile(path: folder.file).problems().isEmpty)
    #expect(folder.contents() == data)
  }

  @Test("a backup that was broken off leaves nothing under the copy's name, and is repeated")
  func brokenOff() async throws {
    let folder = try TemporaryFolder()
    let table = try await makeTable(folder, items: 50)
    defer { table.close() }
    let copy = folder.file + ".copy"
    try Data("half".utf8).write(to: URL(filePath: copy + ".partial"))
    try SQLiteFile(path: folder.file).backUp(to: copy)
    #expect(folder.contents(".copy.partial") == nil)
    #expect(try SQLiteFile(path: copy).problems().isEmpty)
    let copied = try SQLiteTable(path: copy)
    defer { copied.close() }
    #expect(try await copied.scan(after: nil).items == table.scan(after: nil).items)
  }
}
