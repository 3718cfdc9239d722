import ArgumentParser
import Foundation
import NIOCore
import NIOPosix
import UnixSignals

/// One run from its first connection to its exit status.
struct Session {
  let name: String
  let parts: [LoadRun.Part]
  let callers: [Caller]
  let server: Server
  let schedule: Schedule
  let options: LoadOptions

  /// As a shell tells that SIGINT ended a command.
  private static let interruptedStatus: Int32 = 130

  func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let sender = server.sender(options, group: group)
    let result: Result<Report, any Error>
    do {
      try await sender.connect()
      result = .success(await measure(sender, group))
    } catch {
      result = .failure(error)
    }
    await sender.close()
    try await group.shutdownGracefully()
    let report = try result.get()
    let output = options.json ? try report.json : report.text
    // Whoever started the command has closed its output: the status still tells.
    try? FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
    if report.isInterrupted { throw ExitCode(Self.interruptedStatus) }
    if !report.broken.isEmpty { throw ExitCode.failure }
  }

  /// Runs to the end, or to SIGINT or SIGTERM.
  private func measure(_ sender: any Sender, _ group: MultiThreadedEventLoopGroup) async -> Report {
    let run = LoadRun(
      parts: parts,
      callers: callers,
      schedule: schedule,
      concurrency: options.concurrency,
      sender: sender
    )
    let loop = group.next()
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    let (measurement, isInterrupted) = await withTaskGroup(of: Measurement?.self) { group in
      group.addTask { await run.run(clock: LoopClock(loop: loop), on: LoopExecutor(loop)) }
      group.addTask {
        for await _ in signals { break }
        return nil
      }
      var found: Measurement?
      var isInterrupted = false
      for await ended in group {
        if let ended { found = ended } else if found == nil { isInterrupted = true }
        group.cancelAll()
      }
      return (found, isInterrupted)
    }
    guard let measurement else { preconditionFailure("a run always returns what it measured") }
    var report = Report(
      measurement,
      name: name,
      concurrency: options.concurrency,
      isInterrupted: isInterrupted
    )
    report.judge(errorPercentMax: options.maxErrorRate, p95MillisecondsMax: options.p95Limit)
    return report
  }
}
