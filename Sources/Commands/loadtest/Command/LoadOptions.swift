import ArgumentParser

/// How much load, for how long, and what is too bad.
struct LoadOptions: ParsableArguments {
  /// Requests each second when nothing is said.
  private static let usualRate = 200.0

  @Option(help: "Requests each second, answers or not (open loop); 200 when nothing is said.")
  var rate: Double?

  @Flag(help: "Send the next request when one is answered (closed loop), instead of at a rate.")
  var closed = false

  @Option(help: "Seconds to run.")
  var duration = 10.0

  @Option(help: "Requests at most.")
  var maxRequests = Limits.requestsMax

  @Option(help: "Calls in flight at most; of REST, each has its own connection.")
  var concurrency = 50

  @Option(help: "HTTP/2 connections that RPCs share.")
  var connections = 4

  @Option(help: "Seconds until a call counts as failed.")
  var timeout = 10.0

  @Option(help: "Percentage of errors above which the exit status is 1.")
  var maxErrorRate = 0.1

  @Option(name: .customLong("p95-limit"), help: "Milliseconds of p95 above which it is 1.")
  var p95Limit: Double?

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func validate() throws {
    if closed && rate != nil { throw ValidationError("--rate and --closed exclude each other") }
    if let rate { try require("--rate", rate, in: 0.01...Limits.ratePerSecondMax) }
    try require("--duration", duration, in: 0.1...Limits.durationSecondsMax)
    try require("--timeout", timeout, in: 0.01...Limits.timeoutSecondsMax)
    try require("--max-requests", maxRequests, in: 1...Limits.requestsMax)
    try require("--concurrency", concurrency, in: 1...Limits.concurrencyMax)
    try require("--connections", connections, in: 1...Limits.connectionsMax)
  }

  private func require<Value: Comparable>(
    _ name: String,
    _ value: Value,
    in range: ClosedRange<Value>
  ) throws {
    guard range.contains(value) else {
      throw ValidationError("\(name) is from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  func schedule() throws -> Schedule {
    let rate = rate ?? Self.usualRate
    if !closed, rate * duration > Double(Limits.requestsMax) {
      throw ValidationError("--rate times --duration is at most \(Limits.requestsMax) requests")
    }
    return Schedule(
      pace: closed ? .closed : .open(perSecond: rate),
      duration: .seconds(duration),
      requestsMax: maxRequests,
      drain: .seconds(timeout)
    )
  }
}
