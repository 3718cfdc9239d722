import ArgumentParser

/// Drives the services with load and says how they bore it.
@main
struct LoadTest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loadtest",
    abstract: "Drives any RPC or REST route by its contract and measures latency and errors.",
    subcommands: [Run.self, RunPreset.self, Routes.self]
  )
}
