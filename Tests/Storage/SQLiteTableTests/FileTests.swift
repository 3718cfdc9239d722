import Foundation
import SingleTable
import Testing

@testable import SQLiteTable

@Suite("The file")
struct FileTests {
  private let key = Key("RECIPE#pho", "METADATA")

  private func openFailure(_ path: String) -> String? {
    do throws(TableError) {
      try SQLiteTable(path: path).close()
      return nil
    } catch {
      guard case .unavailable("open", let reason) = error else { return "\(error)" }
      return reason
    }
  }

  private func makeTable(_ folder: TemporaryFolder, items: Int) async throws {
    let table = try SQLiteTable(path: folder.file)
    let filler = AttributeValue.binary([UInt8](repeating: 9, count: 500))
    try await table.batchWrite(
      (0..<items).map { .put(Item(Key("RECIPE#\($0)", "METADATA"), ["filler": filler])) }
    )
    table.close()
  }

  @Test("of a newer version is refused and left as it is")
  func newer() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 3)
    try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
      .execute("PRAGMA user_version = 99")
    let before = folder.contents()
    #expect(openFailure(folder.file) == "the file has version 99, this program knows 1")
    #expect(folder.contents() == before)
  }

  @Test("of a newer version that crashed is refused, its log left as it is")
  func newerWithLog() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 3)
    let connection = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    try connection.execute("PRAGMA user_version = 99")
    let crashed = try TemporaryFolder()
    let file = try #require(folder.contents())
    let log = try #require(folder.contents("-wal"))
    #expect(!log.isEmpty)
    try file.write(to: URL(filePath: crashed.file))
    try log.write(to: URL(filePath: crashed.file + "-wal"))
    #expect(openFailure(crashed.file) == "the file has version 99, this program knows 1")
    #expect(crashed.contents() == file)
    #expect(crashed.contents("-wal") == log)
  }

  @Test("of another program is refused and left as it is")
  func foreign() throws {
    let folder = try TemporaryFolder()
    try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
      .execute("CREATE TABLE recipes (id INTEGER)")
    let before = folder.contents()
    #expect(openFailure(folder.file) == "the file is a database of another program")
    #expect(folder.contents() == before)
  }

  @Test("that is no database is refused and left as it is")
  func notADatabase() throws {
    let folder = try TemporaryFolder()
    let text = Data(String(repeating: "not a table\n", count: 500).utf8)
    try text.write(to: URL(filePath: folder.file))
    #expect(openFailure(folder.file)?.hasPrefix("the file is not a table of ours") == true)
    #expect(folder.contents() == text)
  }

  @Test("that is damaged is refused and left as it is")
  func damaged() async throws {
    for damage in ["cut", "scribbled"] {
      let folder = try TemporaryFolder()
      try await makeTable(folder, items: 200)
      var data = try #require(folder.contents())
      if damage == "cut" {
        data = data.prefix(data.count / 2)
      } else {
        for offset in 20_000..<60_000 { data[offset] = UInt8(truncatingIfNeeded: offset &* 31) }
      }
      try data.write(to: URL(filePath: folder.file))
      let failure = openFailure(folder.file)
      #expect(failure?.hasPrefix("the file is corrupt") == true, "\(damage): \(failure ?? "-")")
      #expect(folder.contents() == data)
    }
  }

  @Test("that cannot be opened says so")
  func unreachable() throws {
    let folder = try TemporaryFolder()
    let missing = openFailure(folder.file + "/no/such/folder.sqlite")
    #expect(missing?.hasPrefix("the file cannot be opened") == true)
    try FileManager.default.createDirectory(atPath: folder.file, withIntermediateDirectories: true)
    #expect(openFailure(folder.file)?.hasPrefix("the file cannot be opened") == true)
  }

  // The superuser may write to any file.
  @Test("that is read-only says so", .enabled(if: geteuid() != 0))
  func readOnly() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 3)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.file)
    #expect(openFailure(folder.file) == "the file is read-only")
  }

  @Test("that is full refuses writes by name, keeps what it has, and serves on")
  func full() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file, options: .init(fileBytesMax: 512 * 1024))
    defer { table.close() }
    let filler = AttributeValue.binary([UInt8](repeating: 9, count: 20_000))
    var written = 0
    var failure: TableError?
    while failure == nil, written < 100 {
      do throws(TableError) {
        try await table.put(Item(Key("RECIPE#\(written)", "METADATA"), ["filler": filler]))
        written += 1
      } catch { failure = error }
    }
    guard case .unavailable("write", let reason)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.hasPrefix("no space is left for the file"))
    #expect(written > 10)
    let keys = (0...written).map { Key("RECIPE#\($0)", "METADATA") }
    #expect(try await table.batchGet(keys).map { $0 != nil } == keys.indices.map { $0 < written })
    try await table.delete(keys[0])
    try await table.put(Item(keys[0]))
    #expect(try await table.get(keys[0]) == Item(keys[0]))
  }

  @Test("a large one is opened without being read whole")
  func large() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 5)
    let connection = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    try Schema.open(connection, wholeCheckBytesMax: 0)
    #expect(try connection.integer("SELECT count(*) FROM item") == 5)
  }

  @Test("one with larger pages keeps them, and its limit")
  func largerPages() async throws {
    let folder = try TemporaryFolder()
    try await makeTable(folder, items: 5)
    do {
      let connection = try Connection(
        path: folder.file,
        isReadOnly: false,
        busyMilliseconds: 1000
      )
      for statement in ["journal_mode = DELETE", "page_size = 8192"] {
        try connection.execute("PRAGMA \(statement)")
      }
      try connection.execute("VACUUM")
    }
    let bytesMax: Int64 = 400_000
    let table = try SQLiteTable(path: folder.file, options: .init(fileBytesMax: bytesMax))
    #expect(try await table.get(Key("RECIPE#4", "METADATA")) != nil)
    let filler = AttributeValue.binary([UInt8](repeating: 9, count: 20_000))
    var written = 0
    await #expect(throws: TableError.self) {
      while written < 100 {
        try await table.put(Item(Key("LARGE#\(written)", "METADATA"), ["filler": filler]))
        written += 1
      }
    }
    #expect((10...20).contains(written), "\(written) of 20 KB in 400 KB")
    table.close()
    let connection = try Connection(path: folder.file, isReadOnly: true, busyMilliseconds: 1000)
    #expect(try connection.integer("PRAGMA page_size") == 8192)
    #expect(try connection.integer("PRAGMA page_count") * 8192 <= bytesMax)
  }

  @Test("every query reads one index in its order, and sorts nothing")
  func queryPlans() throws {
    let folder = try TemporaryFolder()
    try SQLiteTable(path: folder.file).close()
    let connection = try Connection(path: folder.file, isReadOnly: true, busyMilliseconds: 1000)
    for index in Index.allCases {
      for isReversed in [false, true] {
        for (lower, upper) in Self.bounds(index) {
          let shape = QueryShape(
            index: index,
            isReversed: isReversed,
            lower: lower,
            upper: upper
          )
          let statement = try connection.prepare("EXPLAIN QUERY PLAN \(shape.sql)")
          var plan: [String] = []
          while try statement.step() { plan.append(statement.text(3)) }
          let used = index == .base ? "PRIMARY KEY (pk=?" : "gsi\(index.rawValue) (gsi"
          #expect(plan.count == 1)
          #expect(plan.first?.hasPrefix("SEARCH item USING ") == true)
          #expect(plan.first?.contains(used) == true, "\(plan)")
        }
      }
    }
  }

  private static func bounds(_ index: Index) -> [(QueryShape.Bound, QueryShape.Bound)] {
    let plain: [QueryShape.Bound] = [.none, .inclusive, .exclusive]
    let pairs = plain.flatMap { lower in plain.map { (lower, $0) } }
    if index == .base { return pairs }
    return pairs + plain.map { (.pastItem, $0) } + plain.map { ($0, .pastItem) }
  }
}
