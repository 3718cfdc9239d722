import ArgumentParser
import Foundation
import Logging
import ServiceKit
import SingleTable

struct Seed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Brings in the foods and recipes that come with the product.",
    discussion: "What is there just so is left alone; a service does the same at its start."
  )

  @Argument(help: "The table: sqlite:PATH or dynamodb:NAME.")
  var table: TableLocation

  @OptionGroup var production: ProductionGuard

  func run() async throws {
    try production.check(table)
    let logger = Logger(label: "table") { _ in StreamLogHandler.standardError(label: "table") }
    try await table.withTable { table in
      for wiring in Product.wirings {
        guard let seed = wiring.seed else { continue }
        try await seed(
          TableSlice(table, prefixes: wiring.slice),
          Int64(Date().timeIntervalSince1970),
          logger
        )
        print("seeded \(wiring.name)")
      }
    }
  }
}
