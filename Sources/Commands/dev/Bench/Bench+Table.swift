import ArgumentParser
import Foundation

/// The embedded table beside the same statements called by hand in C.
///
/// Both work on one file and take turns, each turn a process of its own with another seed, so that
/// whatever else the machine does meets both; the median of the ratios counts.
struct BenchTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "The embedded table beside plain SQLite, and what size costs."
  )

  @Option(help: "Turns that each program takes.")
  var rounds = 7

  @Option(help: "Items in the table.")
  var items = 100_000

  @Option(help: "Also measures at each power of ten from 10^4 up to this many items.")
  var growTo: Int?

  @Option(help: "The folder of the files; its disk is what durable writes wait for.")
  var folder = ".build/bench-table"

  func run() throws {
    let programs = try TablePrograms.build()
    let manager = FileManager.default
    if manager.fileExists(atPath: folder) { try manager.removeItem(atPath: folder) }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }  // Of no use to anyone after.
    try compare(TableTurns(programs: programs, file: "\(folder)/compare.sqlite", items: items))
    guard let growTo else { return }
    try grow(programs, to: growTo)
  }

  // MARK: Beside plain SQLite

  private func compare(_ turns: TableTurns) throws {
    try turns.fill()
    print("\n\(items) items, medians of \(rounds) turns, microseconds an operation")
    print(Self.row("operation", ["plain", "ours", "rate", "low", "high"]))
    for work in TableWork.all {
      var pairs: [(plain: Double, ours: Double)] = []
      for _ in 0..<rounds { pairs.append(try turns.pair(work)) }
      let rates = pairs.map { $0.plain / $0.ours }.sorted()
      print(
        Self.row(
          work.title,
          [
            Self.one(Figures.median(pairs.map(\.plain))),
            Self.one(Figures.median(pairs.map(\.ours))),
            Self.two(Figures.median(rates)), Self.two(rates.first), Self.two(rates.last),
          ]
        )
      )
    }
    try groupCommit(turns)
  }

  /// What callers gain by sharing commits, beside what the plain program gains by as many puts in one
  /// transaction: from the first commit on, and once the write-ahead log is written over.
  private func groupCommit(_ turns: TableTurns) throws {
    print("\ndurable puts, medians of \(rounds) turns, microseconds a put")
    print(Self.row("", ["1", "64", "rate", "low", "high"]))
    for (title, alone, together) in [("short", 200, 6400), ("long", 6400, 25_600)] {
      let one = TableWork(operation: "put", count: alone)
      let many = TableWork(operation: "put", count: together, callers: 64)
      var plain: [(one: Double, many: Double)] = []
      var ours: [(one: Double, many: Double)] = []
      for _ in 0..<rounds {
        let (ones, manys) = (try turns.pair(one), try turns.pair(many))
        plain.append((ones.plain, manys.plain))
        ours.append((ones.ours, manys.ours))
      }
      print(Self.gain("plain, \(title)", plain))
      print(Self.gain("ours, \(title)", ours))
    }
  }

  private static func gain(_ title: String, _ turns: [(one: Double, many: Double)]) -> String {
    let rates = turns.map { $0.one / $0.many }.sorted()
    return row(
      title,
      [
        one(Figures.median(turns.map(\.one))), one(Figures.median(turns.map(\.many))),
        two(Figures.median(rates)), two(rates.first), two(rates.last),
      ]
    )
  }

  // MARK: As the table grows

  private func grow(_ programs: TablePrograms, to itemsMax: Int) throws {
    print("\nas the table grows, medians of \(rounds) turns, microseconds an operation")
    print(
      Self.row("items", ["plain get", "get", "plain put", "put", "put, 64", "file MB"])
    )
    var items = 10_000
    while items <= itemsMax {
      let turns = TableTurns(programs: programs, file: "\(folder)/grow.sqlite", items: items)
      try turns.fill()
      let get = TableWork(operation: "get", count: 20_000)
      let put = TableWork(operation: "put", synchronous: "NORMAL", count: 2000)
      let many = TableWork(operation: "put", synchronous: "FULL", count: 6400, callers: 64)
      var columns: [[Double]] = Array(repeating: [], count: 5)
      for _ in 0..<rounds {
        let (gets, puts) = (try turns.pair(get), try turns.pair(put))
        let values = [gets.plain, gets.ours, puts.plain, puts.ours, try turns.ours(many)]
        for (column, value) in values.enumerated() { columns[column].append(value) }
      }
      let size = try FileManager.default.attributesOfItem(atPath: turns.file)[.size] as? Int ?? 0
      print(
        Self.row("\(items)", columns.map { Self.one(Figures.median($0)) } + ["\(size / 1_000_000)"])
      )
      items *= 10
    }
  }

  // MARK: Lines

  private static func row(_ first: String, _ cells: [String]) -> String {
    first.padding(toLength: 26, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }

  private static func one(_ value: Double?) -> String { String(format: "%.1f", value ?? .nan) }
  private static func two(_ value: Double?) -> String { String(format: "%.2f", value ?? .nan) }
}
