import ArgumentParser
import ServiceKit
import TableTools

struct Policy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the IAM policy that confines a service's role to its slice."
  )

  @Argument(help: "The service, as in rating-handler.")
  var service: String

  @Option(help: "The table's ARN.")
  var tableARN: String

  func run() async throws {
    guard let wiring = Product.wirings.first(where: { $0.name == service }) else {
      let names = Product.wirings.map(\.name).joined(separator: ", ")
      throw ValidationError("\(service): not one of \(names)")
    }
    print(SlicePolicy(prefixes: wiring.slice, tableARN: tableARN).json)
  }
}

struct Slices: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints which partition-key prefixes each service owns, as deploy/slices.json has it."
  )

  func run() async throws {
    let lines = Product.wirings.map { wiring in
      let prefixes = wiring.slice.map { "\"\($0)\"" }.joined(separator: ", ")
      return "  \"\(wiring.name)\": [\(prefixes)]"
    }
    print("{\n\(lines.joined(separator: ",\n"))\n}")
  }
}
