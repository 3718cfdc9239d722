import Testing

@testable import loadtest

@Suite("Load in simulated time")
struct LoadRunTests {
  /// Answers each request after a time of its own.
  private struct SlowServer: Sender {
    let clock: SimulatedClock
    let outcome: @Sendable (Int) -> (takes: Duration, Outcome)
    private let served = Counter()

    init(
      _ clock: SimulatedClock,
      _ outcome: @escaping @Sendable (Int) -> (takes: Duration, Outcome)
    ) {
      self.clock = clock
      self.outcome = outcome
    }

    func connect() {}
    func close() {}

    func send(_ request: Request, worker: Int) -> Outcome {
      let (takes, outcome) = outcome(served.next())
      clock.advance(by: takes)
      return outcome
    }
  }

  private func report(
    _ pace: Pace,
    seconds: Double = 2,
    drain: Double = 10,
    _ outcome: @escaping @Sendable (Int) -> (takes: Duration, Outcome)
  ) async throws -> Report {
    let clock = SimulatedClock()
    let run = LoadRun(
      parts: try Preset.ratingHandler.parts(),
      callers: [.anonymous],
      schedule: Schedule(
        pace: pace,
        duration: .seconds(seconds),
        requestsMax: 10_000,
        drain: .seconds(drain)
      ),
      concurrency: 1,
      sender: SlowServer(clock, outcome)
    )
    return Report(await run.run(clock: clock), name: "test", concurrency: 1)
  }

  /// 1 ms for each answer; the hundredth takes a second.
  @Sendable private static func stallsOnce(_ number: Int) -> (takes: Duration, Outcome) {
    (number == 99 ? .seconds(1) : .milliseconds(1), .succeeded)
  }

  @Test("in an open loop a stall makes every request late that was due in it")
  func stallInOpenLoop() async throws {
    let report = try await report(.open(perSecond: 100), Self.stallsOnce)
    #expect(report.requests == 200)
    // Half of the requests were due while the server stood still for a second.
    // The backlog shrinks by 9 ms a request: the twentieth of the late ones waited 820 ms.
    #expect((820...822).contains(report.latencyMilliseconds.p90))
    #expect(report.latencyMilliseconds.p50 < 120)
    #expect(report.latencyMilliseconds.max == 1_000)
    let behind = try #require(report.behindScheduleMilliseconds)
    #expect((985...995).contains(behind.max))
  }

  @Test("the same stall hides in a closed loop, which waits for it")
  func stallInClosedLoop() async throws {
    let report = try await report(.closed, Self.stallsOnce)
    #expect(report.requests == 1_001)
    #expect(report.latencyMilliseconds.p99 < 1.1)
    #expect(report.latencyMilliseconds.max == 1_000)
    #expect(report.behindScheduleMilliseconds == nil)
  }

  @Test("what could not be sent until the end is counted as failed, with the time it waited")
  func unsent() async throws {
    // 1 s each: at 10 a second for 2 s, and a drain of 1 s, three of twenty are sent.
    let report = try await report(.open(perSecond: 10), drain: 1) { _ in (.seconds(1), .succeeded) }
    #expect(report.requests == 20)
    #expect(report.failures.map(\.status) == ["NOT_SENT"])
    #expect(report.errors == 17)
    #expect(abs(report.achievedPerSecond - 1) < 0.001)
    // The third, due at 0.2 s, was answered at 3 s.
    #expect(report.latencyMilliseconds.max == 2_800)
    #expect(report.behindScheduleMilliseconds?.max == 2_700)
  }

  @Test("errors are counted by status, each with what the first one said")
  func errors() async throws {
    let report = try await report(.open(perSecond: 100), seconds: 1) { number in
      switch number % 10 {
      case 3: (.milliseconds(1), .failed(status: "NOT_FOUND", example: "no \(number)"))
      case 4, 5: (.milliseconds(1), .failed(status: "UNAVAILABLE", example: "down"))
      default: (.milliseconds(1), .succeeded)
      }
    }
    #expect(
      report.failures == [
        .init(status: "UNAVAILABLE", count: 20, example: "down"),
        .init(status: "NOT_FOUND", count: 10, example: "no 3"),
      ]
    )
    #expect(report.errorPercent == 30)
    #expect(report.routes.map(\.requests) == [80, 20])
    #expect(report.routes.reduce(0) { $0 + $1.errors } == 30)
  }
}
