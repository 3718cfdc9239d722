import ArgumentParser

/// The repository's own tool: what a developer runs beside `swift build` and `swift test`.
@main
struct Dev: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "Checks, generates, formats, measures and compares this repository.",
    subcommands: [Check.self, Generate.self, Format.self, Bench.self, Interop.self]
  )
}
