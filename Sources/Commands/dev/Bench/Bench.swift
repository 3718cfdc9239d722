import ArgumentParser

/// Measurements: always beside a reference, in one run, as a ratio.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures this repository beside references.",
    subcommands: [BenchRPC.self, BenchTable.self, BenchMatching.self]
  )
}
