import ArgumentParser
import Foundation

/// Holds the rules that the compiler does not.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Imports against the manifest, absences, fresh generated code, lint and format."
  )

  func run() throws {
    let tree = try SourceTree(root: ".")
    let manifest = try Manifest(dump: Shell.require(["swift", "package", "dump-package"]))
    let tracked = try Shell.require(["git", "ls-files"]).split(separator: "\n").map(String.init)
    let checks: [(name: String, violations: () throws -> [String])] = [
      ("imports", { ImportRules.violations(in: tree, manifest: manifest) }),
      ("absences", { TextRule.violations(in: tree) }),
      ("shape", { ShapeRules.violations(tracked: tracked, tree: tree) }),
      ("format", { try formatViolations(tree) }),
      ("contracts", { try contractViolations() }),
      ("generated", { try generatedViolations() }),
    ]
    var failed = 0
    for check in checks {
      let violations = try check.violations()
      print(violations.isEmpty ? "ok    \(check.name)" : "FAIL  \(check.name)")
      for violation in violations { print("      \(violation)") }
      failed += violations.isEmpty ? 0 : 1
    }
    print("\(checks.count - failed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode.failure }
  }

  private func formatViolations(_ tree: SourceTree) throws -> [String] {
    let result = try Shell.run(
      ["swift", "format", "lint", "--strict", "--parallel", "--configuration", ".swift-format"]
        + tree.handwritten.map(\.path),
      merged: true
    )
    return result.status == 0 ? [] : result.output.split(separator: "\n").map(String.init)
  }

  private func contractViolations() throws -> [String] {
    let installed = ".build/venv/bin/buf"
    let buf = FileManager.default.isExecutableFile(atPath: installed) ? installed : "buf"
    let result = try Shell.run([buf, "lint", "Protos"], merged: true)
    if result.status == 127 { return ["buf is not here: pip install buf-bin"] }
    return result.status == 0 ? [] : result.output.split(separator: "\n").map(String.init)
  }

  /// Generates into another folder and compares: what is committed must follow from the contracts.
  private func generatedViolations() throws -> [String] {
    let fresh = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: fresh) }  // Of no use to anyone after.
    _ = try Generation(root: URL(filePath: "."), target: fresh).run()
    return try Generation.folders.flatMap { folder in
      try Shell.run(
        ["diff", "--recursive", "--brief", folder, fresh.appending(path: folder).path],
        merged: true
      ).output.split(separator: "\n").map { "not what `dev generate` writes: \($0)" }
    }
  }
}
