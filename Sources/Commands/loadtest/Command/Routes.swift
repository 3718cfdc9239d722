import ArgumentParser
import Protobuf

/// Lists what can be driven.
struct Routes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists every RPC and REST route that can be driven, with its request message."
  )

  func run() {
    for method in KnownContracts.all.flatMap(\.services).flatMap(\.methods)
    where !method.isClientStreaming && !method.isServerStreaming {
      print("--rpc \(method.service)/\(method.name)  \(method.input.fullName)")
      for rule in method.restRules { print("  --rest '\(rule.title)'") }
    }
  }
}
