import Testing

@testable import dev

@Suite("The absences hold")
struct TextRulesTests {
  private func violations(_ path: String, _ line: String) -> [String] {
    TextRule.violations(in: SourceTree(files: [SourceFile(path: path, text: line)]))
  }

  @Test(
    "a forbidden line is found",
    arguments: [
      "  let home = ProcessInfo.processInfo.environment[\"HOME\"]",
      "  let home = getenv(\"HOME\")",
      "    Task { await work() }",
      "    let task = Task.detached { 1 }",
      "var counter = 0",
      "nonisolated(unsafe) var counter = 0",
      "public struct A {}",
      "  // anything" + "\n" + "  let a = 1  // TO" + "DO: finish",
    ]
  )
  func forbidden(line: String) {
    #expect(violations("Sources/Services/RatingHandler/A.swift", line).count == 1)
  }

  @Test("the same line is right where the rule allows it")
  func allowed() {
    #expect(
      violations("Sources/Platform/ServiceHost/Configuration.swift", "getenv(\"A\")").isEmpty
    )
    #expect(violations("Sources/Services/A/A.swift", "  var local = 0").isEmpty)
    #expect(violations("Sources/Services/A/A.swift", "  // Task { in a comment").isEmpty)
  }

  @Test("only what belongs there stands at the top level, and no file grows past the limit")
  func shape() {
    let long = SourceFile(
      path: "Sources/A.swift",
      text: String(repeating: "\n", count: ShapeRules.linesMax + 2)
    )
    let found = ShapeRules.violations(
      tracked: ["README.md", ".ci/run", "notes.txt", "deploy/run.sh"],
      tree: SourceTree(files: [long])
    )
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("notes.txt") == true)
  }
}
