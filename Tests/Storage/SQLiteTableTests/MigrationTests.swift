import SingleTable
import Testing

@testable import SQLiteTable

@Suite("Migrations")
struct MigrationTests {
  private let key = Key("RECIPE#pho", "METADATA")
  private static let next = "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('second')"

  private func open(_ path: String, _ migrations: [String]) throws -> Connection {
    let connection = try Connection(path: path, isReadOnly: false, busyMilliseconds: 5000)
    try Schema.open(connection, wholeCheckBytesMax: 1 << 25, migrations: migrations)
    return connection
  }

  @Test("bring an older file to the newest version with what is in it, once")
  func older() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file)
    try await table.put(Item(key, ["n": 1]))
    table.close()
    for _ in 0..<2 {
      let connection = try open(folder.file, Schema.migrations + [Self.next])
      #expect(try connection.integer("PRAGMA user_version") == Schema.migrations.count + 1)
      #expect(try connection.integer("SELECT count(*) FROM note") == 1)
      #expect(try connection.integer("SELECT count(*) FROM item") == 1)
    }
    // The program from before refuses what it does not know.
    let error = #expect(throws: TableError.self) { try SQLiteTable(path: folder.file) }
    #expect(error?.description.contains("this program knows") == true)
  }

  @Test("happen as a whole or not at all")
  func broken() throws {
    let folder = try TemporaryFolder()
    try SQLiteTable(path: folder.file).close()
    let broken = Self.next + "; INSERT INTO nowhere VALUES (1)"
    #expect(throws: TableError.self) {
      try open(folder.file, Schema.migrations + [Self.next, broken])
    }
    let connection = try open(folder.file, Schema.migrations)
    #expect(try connection.integer("PRAGMA user_version") == Schema.migrations.count)
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'note'") == 0)
  }

  @Test("of processes that start together happen once")
  func together() async throws {
    let folder = try TemporaryFolder()
    try SQLiteTable(path: folder.file).close()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { _ = try open(folder.file, Schema.migrations + [Self.next]) }
      }
      try await group.waitForAll()
    }
    let connection = try open(folder.file, Schema.migrations + [Self.next])
    #expect(try connection.integer("SELECT count(*) FROM note") == 1)
  }
}
