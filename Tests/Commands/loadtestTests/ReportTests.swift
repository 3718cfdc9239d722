import Foundation
import Testing

@testable import loadtest

@Suite("Reports")
struct ReportTests {
  private func report(pace: Pace, errors: Int, isInterrupted: Bool = false) -> Report {
    var tally = Tally(routes: ["/echo.Echo/Get"])
    for number in 1...100 {
      let outcome: Outcome =
        number <= errors ? .failed(status: "INTERNAL", example: "broke") : .succeeded
      tally.record(0, latency: .milliseconds(number), behind: .microseconds(10 * number), outcome)
    }
    let schedule = Schedule(
      pace: pace,
      duration: .seconds(2),
      requestsMax: 100,
      drain: .seconds(1)
    )
    return Report(
      Measurement(tally: tally, schedule: schedule, end: .seconds(1)),
      name: "echo",
      concurrency: 5,
      isInterrupted: isInterrupted
    )
  }

  @Test("the text says all that was measured, with units")
  func text() {
    #expect(
      report(pace: .open(perSecond: 50), errors: 1).text == """
        echo: open loop at 50.00/s, at most 5 in flight
        requests  100 in 2.00 s, 50.00/s
        errors    1 (1.00 %)
        latency   p50 50.02  p90 90.05  p95 95.04  p99 99.01  p99.9 100.00  max 100.00 ms
        behind    p50 0.50  p90 0.90  p95 0.95  p99 0.99  p99.9 1.00  max 1.00 ms
        INTERNAL x 1, such as: broke

        """
    )
    #expect(
      report(pace: .closed, errors: 0, isInterrupted: true).text == """
        echo: closed loop, at most 5 in flight, interrupted
        requests  100 in 1.00 s, 100.00/s
        errors    0 (0.00 %)
        latency   p50 50.02  p90 90.05  p95 95.04  p99 99.01  p99.9 100.00  max 100.00 ms

        """
    )
  }

  @Test("the JSON is one object on one line, with the same numbers")
  func json() throws {
    let text = try report(pace: .open(perSecond: 50), errors: 2).json
    #expect(text.split(separator: "\n").count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["requests"] as? Int == 100)
    #expect(object["errors"] as? Int == 2)
    #expect(object["wantedPerSecond"] as? Double == 50)
    #expect((object["latencyMilliseconds"] as? [String: Double])?["p99"] == 99.007)
    #expect((object["failures"] as? [[String: Any]])?.first?["status"] as? String == "INTERNAL")
  }

  @Test(
    "a run is judged by its error rate and its p95",
    arguments: [
      (0, 0.1, nil, []), (1, 0.1, nil, ["errors 1.00 % > 0.10 %"]), (1, 1, nil, []),
      (0, 0.1, 95.1, []), (0, 0.1, 95, ["p95 95.04 ms > 95.00 ms"]),
      (2, 1, 50, ["errors 2.00 % > 1.00 %", "p95 95.04 ms > 50.00 ms"]),
    ] as [(Int, Double, Double?, [String])]
  )
  func verdict(_ errors: Int, _ percent: Double, _ p95: Double?, _ wanted: [String]) {
    var report = report(pace: .closed, errors: errors)
    report.judge(errorPercentMax: percent, p95MillisecondsMax: p95)
    #expect(report.broken == wanted)
  }

  @Test("a run without a single answer is no good run")
  func empty() {
    let schedule = Schedule(
      pace: .closed,
      duration: .seconds(1),
      requestsMax: 1,
      drain: .zero
    )
    var report = Report(
      Measurement(tally: Tally(routes: ["a"]), schedule: schedule, end: .zero),
      name: "none",
      concurrency: 1
    )
    report.judge(errorPercentMax: 100, p95MillisecondsMax: nil)
    #expect(report.broken == ["no request was answered"])
    #expect(report.latencyMilliseconds.max == 0)
  }
}
