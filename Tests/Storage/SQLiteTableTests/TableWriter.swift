import Foundation

/// A child process that writes to a table; see the program's own description.
struct TableWriter {
  private let process = Process()
  private let output = Pipe()
  private var unread = Data()

  /// `fileBytesMax` is a limit of the process, past which a write to a file fails.
  init(_ arguments: [String], fileBytesMax: Int? = nil) throws {
    // The test bundle is an executable beside the program's.
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "table-writer")
    if let fileBytesMax {
      process.executableURL = URL(filePath: "/usr/bin/prlimit")
      // Without the signal, which would end the process, the write itself fails.
      let limits = ["--fsize=\(fileBytesMax)", "env", "--ignore-signal=XFSZ"]
      process.arguments = limits + [program.path] + arguments
    } else {
      process.executableURL = program
      process.arguments = arguments
    }
    process.standardOutput = output
    try process.run()
  }

  /// The next whole line; nil at the end of the output.
  mutating func line() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread = Data(unread[unread.index(after: end)...])
        return line
      }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      unread += data
    }
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits for the end; 0 is success.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}
