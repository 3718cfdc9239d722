import ArgumentParser
import TableTools

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the whole table, counts it by slice, and tells what is wrong with it.",
    discussion: """
      Looks for damage of the file, or keys and indexes of DynamoDB that are not as they must be, for \
      items that cannot be read or break a rule of the table, and for keys outside every slice. \
      Changes nothing.
      """
  )

  @Argument(help: "The table: sqlite:PATH or dynamodb:NAME.")
  var table: TableLocation

  func run() async throws {
    var problems = try await table.problems()
    var inventory = TableInventory(prefixes: Product.prefixes)
    // A damaged file cannot be counted, nor another's table, and what is wrong has been found.
    if problems.isEmpty {
      inventory = try await table.withTable { table in
        var inventory = TableInventory(prefixes: Product.prefixes)
        try await inventory.take(table)
        return inventory
      }
    }
    problems += inventory.problems
    for (prefix, count) in inventory.counts {
      print(line(prefix, count))
    }
    print(line("total", inventory.total))
    for problem in problems { print("problem: \(problem)") }
    guard problems.isEmpty else { throw ExitCode.failure }
    print("ok")
  }

  private func line(_ name: String, _ count: TableInventory.Count) -> String {
    "\(name)\t\(count.items) items\t\(count.bytes) bytes"
  }
}
