import ArgumentParser
import TableTools

struct Copy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copies every item of one table into another.",
    discussion: """
      The other table is there already and empty, unless --merge is given. What is written to the \
      first meanwhile may be missing: stop its writers, or copy a backup.
      """
  )

  @Argument(help: "The table to read: sqlite:PATH or dynamodb:NAME.")
  var source: TableLocation

  @Argument(help: "The table to write.")
  var target: TableLocation

  @Flag(help: "Writes into a table that has items, over those of the same key.")
  var merge = false

  @OptionGroup var production: ProductionGuard

  func run() async throws {
    guard source != target else { throw ValidationError("a table is not copied into itself") }
    try production.check(target)
    let count = try await source.withTable { source in
      try await target.withTable { target in
        try await TableCopy(from: source, to: target).run(mayMerge: merge) { count in
          Progress.say("copied \(count) items")
        }
      }
    }
    print("copied \(count) items from \(source) to \(target)")
  }
}
