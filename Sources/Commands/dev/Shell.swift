import Foundation

/// Runs other programs and answers with what they printed.
enum Shell {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  struct Result {
    let status: Int32
    let output: String
  }

  /// Runs `arguments[0]` found on the PATH; standard error is passed on unless `merged`.
  static func run(_ arguments: [String], merged: Bool = false) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    if merged { process.standardError = pipe }
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: output, as: UTF8.self)
    )
  }

  /// As `run`, and a status other than 0 is an error that carries the output.
  @discardableResult
  static func require(_ arguments: [String]) throws -> String {
    let result = try run(arguments, merged: true)
    guard result.status == 0 else {
      throw Failure(description: "\(arguments.joined(separator: " ")):\n\(result.output)")
    }
    return result.output
  }
}
