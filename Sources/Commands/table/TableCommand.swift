import ArgumentParser

/// What an operator does with a whole table.
@main
struct TableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Makes, checks, fills, moves and copies the table.",
    discussion: """
      A table is named sqlite:PATH or dynamodb:NAME. DynamoDB is reached as the services reach it, by \
      the variables that configure them.
      """,
    subcommands: [
      Create.self, Verify.self, Seed.self, Export.self, Import.self, Copy.self, Compact.self,
      Backup.self, Policy.self, Slices.self,
    ]
  )
}
