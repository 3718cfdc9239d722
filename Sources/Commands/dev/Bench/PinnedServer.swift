import Foundation

/// A server on a core of its own, until it is stopped.
final class PinnedServer {
  /// Below those that the system gives to clients, and another one for each run.
  static let port = Int.random(in: 20_000..<30_000)

  private let process = Process()

  /// Starts it and waits until it says that it is `ready`.
  init(_ executable: String, _ arguments: [String] = ["\(PinnedServer.port)"], core: Int) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // Ends with this process, however that ends; each of the first two becomes what follows it.
    process.arguments =
      ["setpriv", "--pdeathsig", "KILL", "taskset", "-c", "\(core)", executable] + arguments
    process.standardOutput = output
    try process.run()
    var said = Data()
    while !said.contains(UInt8(ascii: "\n")) {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      said += more
    }
    guard String(decoding: said, as: UTF8.self).hasPrefix("ready") else {
      stop()
      throw Shell.Failure(description: "\(executable) does not get ready")
    }
  }

  /// Time on its core so far, its own and the kernel's for it.
  func cpuSeconds() throws -> Double {
    var clock = clockid_t()
    var time = timespec()
    // /proc counts hundredths of a second, of which a turn has a few dozen.
    guard unsafe clock_getcpuclockid(process.processIdentifier, &clock) == 0,
      unsafe clock_gettime(clock, &time) == 0
    else {
      throw Shell.Failure(
        description: "the clock of process \(process.processIdentifier) cannot be read"
      )
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Memory of its own that is not swapped out.
  func residentBytes() throws -> Int {
    guard let match = try read("status").firstMatch(of: /RssAnon:\s+(\d+) kB/),
      let kilobytes = Int(match.output.1)
    else { throw Shell.Failure(description: "/proc/PID/status has no RssAnon") }
    return kilobytes << 10
  }

  private func read(_ file: String) throws -> String {
    try String(contentsOfFile: "/proc/\(process.processIdentifier)/\(file)", encoding: .utf8)
  }

  /// Ends it outright: a child may have been started with SIGTERM blocked.
  func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
