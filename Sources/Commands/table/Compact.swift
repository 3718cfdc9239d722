import ArgumentParser
import SQLiteTable

struct Compact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gives the space of deleted items back to the disk.",
    discussion: """
      Services may go on reading; their writes wait. Needs as much free space as the table has. \
      DynamoDB does this by itself.
      """
  )

  @Argument(help: "The table: sqlite:PATH.")
  var table: TableLocation

  @OptionGroup var production: ProductionGuard

  func run() async throws {
    try production.check(table)
    let file = try table.file()
    let before = file.bytes
    try file.compact()
    print("compacted \(table): \(before) bytes before, \(file.bytes) after")
  }
}
