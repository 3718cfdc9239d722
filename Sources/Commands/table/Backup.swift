import ArgumentParser
import SQLiteTable

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the table as it is at one moment into a new file, while services go on.",
    discussion: "DynamoDB has backups of its own, which the deployment turns on."
  )

  @Argument(help: "The table: sqlite:PATH.")
  var table: TableLocation

  @Argument(help: "The path of the new file.")
  var copy: String

  func run() async throws {
    try table.file().backUp(to: copy)
    print("backed up \(table) to \(copy), \(SQLiteFile(path: copy).bytes) bytes")
  }
}
