import Foundation

/// The two programs that a comparison of the table runs.
struct TablePrograms {
  let plain: String
  let ours: String

  static func build() throws -> TablePrograms {
    print("building plain_sqlite and table-bench")
    let folder = ".build/peers"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let plain = "\(folder)/plain_sqlite"
    try Shell.require(["gcc", "-O2", "Tests/Peers/plain_sqlite.c", "-o", plain, "-lsqlite3"])
    return TablePrograms(plain: plain, ours: try Peers.release("table-bench"))
  }
}

/// One operation as it is measured.
struct TableWork {
  let operation: String
  /// What the plain program calls it, when that is another name.
  var plain: String?
  var synchronous = "FULL"
  let count: Int
  /// Callers at once; the plain program has none and does what each of them asks for in one transaction.
  var callers = 1

  var title: String {
    let writes = ["put", "update", "transaction"].contains(operation)
    return (plain ?? operation) + (writes ? ", \(synchronous)" : "")
  }

  static let all: [TableWork] =
    [
      TableWork(operation: "get", count: 50_000),
      TableWork(operation: "get", plain: "get-bytes", count: 50_000),
      TableWork(operation: "query", count: 20_000),
      TableWork(operation: "query", plain: "query-bytes", count: 20_000),
    ]
    + ["put", "update", "transaction"].flatMap { operation in
      [
        TableWork(operation: operation, synchronous: "FULL", count: 200),
        TableWork(operation: operation, synchronous: "NORMAL", count: 4000),
      ]
    }
}

/// Turns of the programs on one file.
struct TableTurns {
  let programs: TablePrograms
  let file: String
  let items: Int

  func fill() throws { try Shell.require([programs.ours, "fill", file, "\(items)"]) }

  /// Microseconds an operation of each; which of them comes first is left to chance.
  func pair(_ work: TableWork) throws -> (plain: Double, ours: Double) {
    if Bool.random() {
      let plain = try plain(work)
      return (plain, try ours(work))
    }
    let ours = try ours(work)
    return (try plain(work), ours)
  }

  func ours(_ work: TableWork) throws -> Double {
    try run([programs.ours, work.operation], work)
  }

  private func plain(_ work: TableWork) throws -> Double {
    try run([programs.plain, work.plain ?? work.operation], work)
  }

  private func run(_ program: [String], _ work: TableWork) throws -> Double {
    let seed = "\(UInt64.random(in: 1...UInt64.max))"
    let arguments =
      program
      + [file, "\(items)", "\(work.count)", work.synchronous, seed, "\(work.callers)"]
    let output = try Shell.require(arguments).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let nanoseconds = Double(output) else {
      throw Shell.Failure(description: "\(program[0]): \(output)")
    }
    return nanoseconds / 1000
  }
}
