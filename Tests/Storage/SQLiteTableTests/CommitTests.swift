import SingleTable
import Synchronization
import Testing

@testable import SQLiteTable

@Suite("Commits")
struct CommitTests {
  private let key = Key("PANTRY#lan", "INGREDIENT#tomato")

  @Test("writes that wait together share a commit, and reads do not wait with them")
  func shared() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    try await table.put(Item(key, ["n": 1]))
    let before = table.statistics

    // Holds the file's write lock, so that the writes below queue up.
    let other = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    try other.execute("BEGIN IMMEDIATE")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<64 {
        group.addImmediateTask {
          try await table.put(Item(Key("PANTRY#lan", "INGREDIENT#\(number)")))
        }
      }
      #expect(try await table.get(key) == Item(key, ["n": 1]))
      #expect(try await table.query(Query(partition: "PANTRY#lan")).items.count == 1)
      try other.execute("COMMIT")
      try await group.waitForAll()
    }
    let after = table.statistics
    #expect(after.writes - before.writes == 64)
    // The writer may have taken the first few before the rest came.
    #expect(after.commits - before.commits <= 2)
    #expect(try await table.query(Query(partition: "PANTRY#lan")).items.count == 65)
  }

  @Test("64 callers at once cost far fewer commits than writes")
  func underLoad() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<64 {
        group.addTask {
          for number in 0..<20 {
            try await table.put(Item(Key("PANTRY#\(caller)", "INGREDIENT#\(number)")))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(table.statistics.writes == 1280)
    #expect(table.statistics.commits <= 320)
  }

  @Test("nothing is acknowledged before it can be read by others")
  func acknowledgedIsVisible() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    let other = try SQLiteTable(path: folder.file)
    defer { other.close() }
    for number in 1...50 {
      try await table.update(key, Update().add("n", 1), returning: .none)
      #expect(try await other.get(key)?["n"]?.intValue == number)
    }
  }

  @Test("a read is done on the caller's thread, at once")
  func inline() async throws {
    let folder = try TemporaryFolder()
    let sqlite = try SQLiteTable(path: folder.file)
    defer { sqlite.close() }
    let table: any Table = TableSlice(sqlite, prefixes: ["PANTRY#"])
    try await table.put(Item(key, ["n": 1]))
    let found = Mutex<Item?>(nil)
    let read = Task.immediate {
      let item = try await table.get(key)
      _ = try await table.query(Query(partition: key.partition))
      found.withLock { $0 = item }
    }
    // No suspension above, or the task would not have come this far yet.
    #expect(found.withLock { $0 } == Item(key, ["n": 1]))
    try await read.value
  }

  @Test("more writes than the queue holds are refused, and the others done")
  func throttled() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file, options: .init(synchronous: .normal))
    defer { table.close() }
    let other = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    try other.execute("BEGIN IMMEDIATE")
    let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<Limits.queuedWritesMax + Limits.batchWritesMax + 10 {
        group.addImmediateTask {
          do throws(TableError) {
            try await table.update(key, Update().add("n", 1), returning: .none)
            return false
          } catch {
            #expect(error == .throttled(stage: "queue"))
            return true
          }
        }
      }
      try other.execute("COMMIT")
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused >= 10)
    let done = Limits.queuedWritesMax + Limits.batchWritesMax + 10 - refused
    #expect(try await table.get(key)?["n"]?.intValue == done)
  }

  @Test("a file locked for too long is reported, and serves again when it is free")
  func locked() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file, options: .init(lockWaitMilliseconds: 20))
    defer { table.close() }
    let other = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    try other.execute("BEGIN IMMEDIATE")
    let error = await #expect(throws: TableError.self) { try await table.put(Item(key)) }
    guard case .unavailable("begin", let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("locked by another process"))
    try other.execute("COMMIT")
    try await table.put(Item(key), if: .itemNotExists)
  }

  @Test("one unreadable row does not fail its neighbours in the batch")
  func unreadableRow() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    try await table.put(Item(key, ["n": 1]))
    let other = try Connection(path: folder.file, isReadOnly: false, busyMilliseconds: 1000)
    try other.execute("BEGIN IMMEDIATE; UPDATE item SET body = x'0101'")
    await withTaskGroup(of: Void.self) { group in
      group.addImmediateTask {
        let error = await #expect(throws: TableError.self) {
          try await table.update(key, Update().add("n", 1))
        }
        #expect(error?.description.contains("corrupt") == true)
      }
      for number in 0..<5 {
        group.addImmediateTask {
          await #expect(throws: Never.self) {
            try await table.put(Item(Key("PANTRY#lan", "\(number)")))
          }
        }
      }
      #expect(throws: Never.self) { try other.execute("COMMIT") }
    }
    let read = await #expect(throws: TableError.self) { try await table.get(key) }
    #expect(read?.description.contains("row PANTRY#lan/INGREDIENT#tomato") == true)
    let rest = try await table.query(Query(partition: "PANTRY#lan", sort: .less("I")))
    #expect(rest.items.count == 5)
  }

  @Test("expired rows are removed in passing")
  func sweep() async throws {
    let folder = try TemporaryFolder()
    let clock = Clock()
    let table = try SQLiteTable(path: folder.file, options: .init(now: { clock.now }))
    for number in 0..<20 {
      try await table.put(Item(Key("QUOTA#lan", "\(number)"), ["ttl": .int(clock.now + 10)]))
    }
    try await table.put(Item(Key("QUOTA#lan", "later"), ["ttl": .int(clock.now + 1000)]))
    clock.advance(by: 100)
    try await table.put(Item(key))
    table.close()
    let raw = try Connection(path: folder.file, isReadOnly: true, busyMilliseconds: 1000)
    #expect(try raw.integer("SELECT count(*) FROM item") == 2)
  }

  @Test("closing answers what was accepted, and leaves one whole file")
  func close() async throws {
    let folder = try TemporaryFolder()
    let table = try SQLiteTable(path: folder.file)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addImmediateTask { try await table.put(Item(Key("PANTRY#lan", "\(number)"))) }
      }
      table.close()
      try await group.waitForAll()
    }
    table.close()
    #expect(folder.contents("-wal") == nil)
    let refused = TableError.unavailable(stage: "queue", reason: "the table is closed")
    await #expect(throws: refused) { try await table.put(Item(key)) }
    let unread = TableError.unavailable(stage: "read", reason: "the table is closed")
    await #expect(throws: unread) { try await table.get(key) }
    let again = try SQLiteTable(path: folder.file)
    #expect(try await again.query(Query(partition: "PANTRY#lan")).items.count == 200)
    again.close()
  }
}
