import Foundation
import SQLiteTable
import SingleTable

// Writes to a table until it is done or killed, and says on stdout what was acknowledged.
//
//     table-writer load PATH RUN       puts, updates and transactions from 16 tasks, for 20 s at most;
//                                      ends with `failed` and the error when the table refuses one
//     table-writer increment PATH N    N optimistic and N transactional additions from 4 tasks

/// One line, written at once: what is on the pipe was acknowledged before.
@Sendable func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

@Sendable func load(_ table: SQLiteTable, _ run: String, _ worker: Int) async throws {
  let filler = AttributeValue.binary([UInt8](repeating: 7, count: 300 * worker))
  let end = ContinuousClock.now + .seconds(20)
  var round = 0
  while ContinuousClock.now < end {
    round += 1
    let id = "\(run)-\(worker)-\(round)"
    switch round % 3 {
    case 0:
      try await table.put(Item(Key("LOAD#\(id)", "ITEM"), ["filler": filler]))
      say("put \(id)")
    case 1:
      let parts = ["A", "B", "C"].map { Write.put(Item(Key("LOAD#\(id)", $0), ["x": filler])) }
      let count = Update().add("count", 1)
      try await table.transactWrite(parts + [.update(Key("LOAD#TOTAL", "STATS"), count)])
      say("transaction \(id)")
    default:
      let counter = Key("LOAD#COUNTER", "\(worker)")
      let item = try await table.update(counter, Update().add("count", 1))
      say("counter \(worker) \(item?["count"]?.intValue ?? 0)")
    }
  }
}

/// Whether nobody was faster.
@Sendable func addOptimistically(_ table: SQLiteTable) async throws(TableError) -> Bool {
  let key = Key("SHARED#OPTIMISTIC", "STATS")
  let old = try await table.get(key)
  var new = old ?? Item(key)
  new[AttributeName.version] = .int((old?.version ?? 0) + 1)
  do {
    try await table.put(new, if: .version(old?.version))
    return true
  } catch {
    guard case .conditionFailed = error else { throw error }
    return false
  }
}

@Sendable func increment(_ table: SQLiteTable, _ count: Int) async throws {
  for _ in 0..<count {
    while try await !addOptimistically(table) {}
    try await table.transactWrite([
      .update(Key("SHARED#LEFT", "STATS"), Update().add("count", 1)),
      .update(Key("SHARED#RIGHT", "STATS"), Update().add("count", 1)),
    ])
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fatalError("table-writer load|increment PATH RUN|N") }
let table = try SQLiteTable(path: arguments[2])
switch arguments[1] {
case "load":
  do {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<16 { group.addTask { try await load(table, arguments[3], worker) } }
      try await group.waitForAll()
    }
  } catch {
    say("failed \(error)")
    table.close()
    exit(1)
  }
default:
  let count = Int(arguments[3]) ?? 0
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<4 { group.addTask { try await increment(table, count / 4) } }
    try await group.waitForAll()
  }
}
table.close()
