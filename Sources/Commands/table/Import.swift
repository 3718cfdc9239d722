import ArgumentParser
import Foundation
import TableTools

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the items of an export into the table, over those of the same key.",
    discussion: """
      Stops at the first line that is no item and names it. Importing the same file again is harmless.
      """
  )

  @Argument(help: "The table: sqlite:PATH or dynamodb:NAME.")
  var table: TableLocation

  @Argument(help: "The path of the file; standard input when it is left out.")
  var file: String?

  @OptionGroup var production: ProductionGuard

  func run() async throws {
    try production.check(table)
    let handle =
      try file.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? .standardInput
    let count = try await table.withTable { table in
      try await TableLines.import(handle, into: table) { count in
        Progress.say("imported \(count) items")
      }
    }
    print("imported \(count) items into \(table)")
  }
}
