import ArgumentParser

/// Measurements: always beside a reference, in one run, as a ratio.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures this repository beside references.",
    subcommands: [
      BenchRPC.self, BenchLatency.self, BenchClient.self, BenchLarge.self, BenchMemory.self,
      BenchStart.self, BenchStreams.self, BenchTable.self, BenchMatching.self,
    ]
  )
}
