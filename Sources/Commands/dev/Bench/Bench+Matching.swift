import ArgumentParser
import Foundation

/// The ingredient matcher beside rapidfuzz, over our list and over 100,000 generated names.
///
/// Both answer the same seeded queries, and each answer is compared: the best similarity has to be
/// the same. Times are core time of one process each, so that a busy machine changes them little.
struct BenchMatching: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matching",
    abstract: "The ingredient matcher beside PyPI's rapidfuzz."
  )

  @Option(help: "Queries over our own list.")
  var few = 5_000

  @Option(help: "Queries over 100,000 generated names.")
  var many = 2_000

  @Option(help: "Repeats the names and queries of an earlier run.")
  var seed: UInt32?

  @Flag(help: "Asks the debug build, which is there already: its answers count, its times do not.")
  var debug = false

  private static let folder = ".build/matching"
  private static let python = ".build/venv/bin/python"
  private static let script = "Tests/Peers/matching.py"

  func run() throws {
    guard try Shell.run([Self.python, "-c", "import rapidfuzz"], merged: true).status == 0 else {
      throw Shell.Failure(
        description: "missing: python3 -m venv .build/venv && "
          + ".build/venv/bin/pip install rapidfuzz==3.14.6"
      )
    }
    try FileManager.default.createDirectory(
      atPath: Self.folder,
      withIntermediateDirectories: true
    )
    let executable = debug ? ".build/debug/matching-bench" : try Peers.release("matching-bench")
    let list = "Sources/C/CSeedData/ingredients.jsonl"
    let counts = ["--few", "\(few)", "--many", "\(many)"]
    let seeded = seed.map { ["--seed", "\($0)"] } ?? []
    print(try ask(["prepare", Self.folder, list] + counts + seeded), terminator: "")
    for name in ["ours", "many"] { try compare(name, executable) }
  }

  private func compare(_ name: String, _ executable: String) throws {
    let theirs = try ask(["ask", Self.folder, name])
    let files = ["names", "queries", "answers"].map { "\(Self.folder)/\(name).\($0)" }
    let ours = try Shell.require([executable] + files)
    print("\nrapidfuzz       \(theirs)matching-bench  \(ours)", terminator: "")
    let agreement = try ask(["compare", Self.folder, name])
    print("answers         \(agreement)", terminator: "")
    guard let reference = Self.figure("best_per_s", theirs) else { return }
    for figure in ["best_per_s", "match_per_s"] {
      guard let rate = Self.figure(figure, ours) else { continue }
      print("\(figure) against rapidfuzz: \(String(format: "%.0f", rate / reference)) times")
    }
  }

  private func ask(_ arguments: [String]) throws -> String {
    try Shell.require([Self.python, Self.script] + arguments)
  }

  /// The number behind a name in a line.
  private static func figure(_ name: String, _ line: String) -> Double? {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(of: Substring(name)), place + 1 < words.count else {
      return nil
    }
    return Double(words[place + 1])
  }
}
