import Foundation
import TestPrograms

/// The scripts of this suite and the interpreter that has what they import.
enum Python {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let environment = repository.appending(path: ".build/venv/bin")
  private static let scripts = repository.appending(path: "Tests/ConformanceTests/Python")
  private static var protos: [String] { ["--protos", repository.appending(path: "Protos").path()] }

  /// A program of the Python environment; a failure without it, never a skipped test.
  static func program(_ name: String) throws -> URL {
    let program = environment.appending(path: name)
    guard FileManager.default.isExecutableFile(atPath: program.path()) else {
      throw Program.Failure(
        description: "\(program.path()) is missing: deploy/test.sh installs what this suite needs"
      )
    }
    return program
  }

  /// Runs a script of checks to its end and answers how many passed; a failed one throws.
  static func checks(_ script: String, _ options: [String: String]) async throws -> Int {
    let output = try await Program.output(
      program("python").path(),
      ["-B", scripts.appending(path: script).path()] + protos
        + options.flatMap { ["--\($0)", $1] }
    )
    guard
      let last = output.split(separator: "\n").last,
      let passed = try? #/(\d+) checks passed/#.wholeMatch(in: last)?.output.1,
      let count = Int(passed)
    else {
      throw Program.Failure(description: "\(script) did not say how many passed: \(output)")
    }
    return count
  }

  /// Starts a script that serves, and waits until it does.
  static func server(_ script: String, _ options: [String] = []) async throws -> Program {
    try await Program(
      executable: program("python"),
      ["-B", scripts.appending(path: script).path()] + protos + options
    )
  }
}
