import SQLiteTable
import SingleTable

// One turn of a benchmark of the embedded table; `dev bench table` runs it beside
// `Tests/Peers/plain_sqlite.c`.
//
//     table-bench fill FILE ITEMS
//     table-bench get|query|put|update|transaction FILE ITEMS COUNT SYNCHRONOUS SEED [CALLERS]
//
// The first makes the table hold ITEMS ratings. The others do COUNT operations on it, CALLERS at a
// time, and print the nanoseconds that one took.

let arguments = CommandLine.arguments
guard arguments.count >= 4, let items = Int(arguments[3]) else {
  fatalError("table-bench OPERATION FILE ITEMS [COUNT SYNCHRONOUS SEED [CALLERS]]")
}
if arguments[1] == "fill" {
  try await Filling(path: arguments[2], items: items).run()
} else {
  guard arguments.count >= 7, let operation = Operation(rawValue: arguments[1]),
    let count = Int(arguments[4]), let seed = UInt64(arguments[6]),
    let synchronous = SQLiteTable.Options.Synchronous(rawValue: arguments[5])
  else { fatalError("table-bench OPERATION FILE ITEMS COUNT FULL|NORMAL SEED [CALLERS]") }
  let table = try SQLiteTable(path: arguments[2], options: .init(synchronous: synchronous))
  let callers = arguments.count > 7 ? Int(arguments[7]) ?? 1 : 1
  var workload = Workload(items: items, seed: seed)
  let nanoseconds = try await workload.run(operation, on: table, count: count, callers: callers)
  print(nanoseconds)
  table.close()
}
