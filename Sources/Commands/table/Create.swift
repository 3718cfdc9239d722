import ArgumentParser

struct Create: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes an empty table; one that is there already is left as it is.",
    discussion: "Anything else of that name is refused, and left as it is too."
  )

  @Argument(help: "The table: sqlite:PATH or dynamodb:NAME.")
  var table: TableLocation

  func run() async throws {
    let isNew = try await table.create()
    print(isNew ? "made \(table)" : "\(table) is there already")
  }
}
