import ArgumentParser

/// Everything in one process, for a desk.
@main
struct SmartCooking: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "smart-cooking",
    abstract: "Say what is in the kitchen, get recipes, cook, rate.",
    subcommands: [Serve.self, Token.self]
  )
}
