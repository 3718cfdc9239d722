import Foundation
import TestPrograms

/// Runs `table` to its end.
enum Tool {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  static func run(_ arguments: String...) async throws -> Run { try await run(arguments) }

  /// `environment` is added to the test's own.
  static func run(
    _ arguments: [String],
    environment: [String: String] = [:]
  ) async throws -> Run {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = Program.folder.appending(path: "table")
    process.arguments = arguments
    let folder = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // Left-overs fail no test.
    // Files never fill up, as pipes do that nobody empties yet.
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let ended = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in ended.continuation.finish() }
    try process.run()
    for await _ in ended.stream {}
    return Run(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }
}
