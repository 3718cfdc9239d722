import Foundation

extension Report {
  /// For people: one line for each kind of fact.
  ///
  ///     rating-handler: open loop at 200.00/s, at most 50 in flight
  ///     requests  2000 in 10.00 s, 200.00/s
  ///     errors    0 (0.00 %)
  ///     latency   p50 0.41  p90 0.62  p95 0.70  p99 1.11  p99.9 2.31  max 3.02 ms
  ///     behind    p50 0.02  p90 0.05  p95 0.08  p99 0.12  p99.9 0.31  max 0.40 ms
  var text: String {
    let pace = wantedPerSecond.map { "open loop at \($0.rounded2)/s" } ?? "closed loop"
    var lines = [
      "\(name): \(pace), at most \(concurrency) in flight\(isInterrupted ? ", interrupted" : "")",
      "requests  \(requests) in \(durationSeconds.rounded2) s, \(achievedPerSecond.rounded2)/s",
      "errors    \(errors) (\(errorPercent.rounded2) %)",
      "latency   \(latencyMilliseconds.text) ms",
    ]
    if let behind = behindScheduleMilliseconds { lines.append("behind    \(behind.text) ms") }
    if routes.count > 1 {
      for route in routes {
        lines.append("\(route.route)")
        lines.append(
          "  requests \(route.requests)  errors \(route.errors)  \(route.latencyMilliseconds.text) ms"
        )
      }
    }
    lines += failures.map { "\($0.status) x \($0.count), such as: \($0.example)" }
    lines += broken.map { "broken: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For programs: one object on one line.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

extension Report.Percentiles {
  fileprivate var text: String {
    [("p50", p50), ("p90", p90), ("p95", p95), ("p99", p99), ("p99.9", p999), ("max", max)]
      .map { "\($0) \($1.rounded2)" }
      .joined(separator: "  ")
  }
}

extension Double {
  /// With two decimals.
  var rounded2: String { String(format: "%.2f", self) }
}
