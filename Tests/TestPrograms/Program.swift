package import Foundation

/// A program that a test has started, and ends.
package final class Program: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) {
      self.description = description
    }
  }

  /// Where the executables are: in the folder `TEST_PROGRAMS`, which may hold those of another
  /// configuration, else where the build put them, beside this test's own.
  package static let folder =
    ProcessInfo.processInfo.environment["TEST_PROGRAMS"].map { URL(filePath: $0) }
    ?? URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

  /// The line that said that everything answers.
  package let readyLine: String
  private let process: Process
  private let errors: Pipe

  /// Starts a program of this package and waits for the line that begins with `ready`.
  package convenience init(
    _ name: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) async throws {
    try await self.init(
      executable: Self.folder.appending(path: name),
      arguments,
      environment: environment
    )
  }

  /// Starts any program and waits for the line that begins with `ready`.
  package init(
    executable: URL,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let output = Pipe()
    errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    Self.discard(errors)
    try process.run()
    self.process = process
    readyLine = try await Self.firstLine(
      of: output,
      within: 30,
      name: executable.lastPathComponent,
      process: process
    )
    Self.discard(output)
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// The value behind `key=` in the ready line.
  package func address(_ key: String) throws -> String {
    for word in readyLine.split(separator: " ") where word.hasPrefix(key + "=") {
      return String(word.dropFirst(key.count + 1))
    }
    throw Failure(description: "no \(key) in: \(readyLine)")
  }

  /// As a crash or a pulled plug.
  package func killAtOnce() async {
    kill(process.processIdentifier, SIGKILL)
    _ = await exitStatus()
  }

  package func terminate() {
    kill(process.processIdentifier, SIGTERM)
  }

  /// Waits for the end; answers its status, or the signal as a negative number.
  package func exitStatus() async -> Int32 {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [process] in
        process.waitUntilExit()
        let status = process.terminationStatus
        continuation.resume(
          returning: process.terminationReason == .exit ? status : -status
        )
      }
    }
  }

  private static func firstLine(
    of pipe: Pipe,
    within seconds: Int,
    name: String,
    process: Process
  ) async throws -> String {
    let pid = process.processIdentifier
    // A program that never gets ready is ended, which ends its output.
    let guardian = DispatchWorkItem { kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: guardian)
    defer { guardian.cancel() }
    let handle = pipe.fileHandleForReading
    let text = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var bytes = Data()
        while !bytes.contains(0x0A) {
          let more = handle.availableData
          if more.isEmpty { break }
          bytes += more
        }
        continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
      }
    }
    guard text.hasPrefix("ready"), let line = text.split(separator: "\n").first else {
      throw Failure(description: "\(name) did not get ready: \(text)")
    }
    return String(line)
  }

  /// Reads on, so that the program never waits for its reader.
  private static func discard(_ pipe: Pipe) {
    pipe.fileHandleForReading.readabilityHandler = { handle in
      if handle.availableData.isEmpty { handle.readabilityHandler = nil }
    }
  }

  /// Runs a program to its end and answers what it printed; another status than 0 throws.
  package static func output(
    _ executable: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { try run(executable, arguments, environment: environment) }
        )
      }
    }
  }

  private static func run(
    _ executable: String,
    _ arguments: [String],
    environment: [String: String]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(),
      as: UTF8.self
    )
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(executable): status \(process.terminationStatus): \(text)")
    }
    return text
  }
}
