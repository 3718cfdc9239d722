import ArgumentParser
import Foundation

/// From the start of a service's process to its being ready, its index loaded.
struct BenchStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Time from a service's start to its being ready."
  )

  @OptionGroup var turns: BenchOptions

  /// The one with the largest index beside the one without any.
  private static let services = ["ingredient-validator", "rating-handler"]

  func run() throws {
    print("building \(Self.services.joined(separator: " and "))")
    var programs: [(name: String, path: String)] = []
    for service in Self.services { programs.append((service, try Peers.release(service))) }
    let data = FileManager.default.temporaryDirectory.appending(path: "start-\(UUID())")
    defer { try? FileManager.default.removeItem(at: data) }
    // The first start fills the table.
    for program in programs { _ = try milliseconds(program.path, data) }
    let measured = try turns.alternate("start", programs, name: \.name) { program in
      try milliseconds(program.path, data)
    }
    print("\nstart to ready, medians of \(turns.rounds) turns, milliseconds")
    for program in programs {
      let own = measured[program.name, default: []]
      print(Figures.row([program.name, String(format: "%.0f", Figures.median(own))]))
    }
  }

  private func milliseconds(_ program: String, _ data: URL) throws -> Double {
    let start = ContinuousClock.now
    let running = try PinnedServer(
      program,
      ["--port", "0", "--data", data.path],
      core: turns.core
    )
    defer { running.stop() }
    return (ContinuousClock.now - start) / .milliseconds(1)
  }
}
