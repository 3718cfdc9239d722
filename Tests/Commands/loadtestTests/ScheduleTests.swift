import Testing

@testable import loadtest

@Suite("Schedules and mixes")
struct ScheduleTests {
  private func schedule(
    _ pace: Pace,
    seconds: Double = 2,
    requestsMax: Int = 1_000,
    drain: Double = 1
  ) -> Schedule {
    Schedule(
      pace: pace,
      duration: .seconds(seconds),
      requestsMax: requestsMax,
      drain: .seconds(drain)
    )
  }

  @Test("in an open loop requests are due at the rate, however late they are asked for")
  func openLoopTimes() {
    var open = schedule(.open(perSecond: 4))
    var starts: [Duration?] = []
    while let ticket = open.next(at: .seconds(2.5)) { starts.append(ticket.intendedStart) }
    #expect(starts == (0..<8).map { .milliseconds(250 * $0) })
    #expect(open.plannedLength == .seconds(2))
  }

  @Test(
    "a schedule has as many requests as rate and time make, within the limit",
    arguments: [
      (4.0, 2.0, 1_000, 8), (0.5, 2.0, 1_000, 1), (0.1, 1.0, 1_000, 1), (300.0, 2.0, 7, 7),
      (33.3, 0.1, 1_000, 3),
    ]
  )
  func requestsInAll(_ rate: Double, _ seconds: Double, _ limit: Int, _ wanted: Int) {
    let open = schedule(.open(perSecond: rate), seconds: seconds, requestsMax: limit)
    #expect(open.requestsMax == wanted)
  }

  @Test("an open loop sends what is due until the drain is over, and nothing after")
  func hardEnd() {
    var open = schedule(.open(perSecond: 4))
    #expect(open.next(at: .seconds(2.9))?.number == 0)
    #expect(open.next(at: .seconds(3)) == nil)
  }

  @Test(
    "what was due and not sent is counted, what was not due yet is not",
    arguments: [
      (0.0, 3..<3), (0.6, 3..<3), (0.75, 3..<3), (1.1, 3..<5), (2.0, 3..<8), (9.0, 3..<8),
    ]
  )
  func unsent(_ end: Double, _ wanted: Range<Int>) {
    var open = schedule(.open(perSecond: 4))
    for _ in 0..<3 { _ = open.next(at: .zero) }
    #expect(open.unsent(at: .seconds(end)) == wanted)
  }

  @Test("a closed loop ends with its time or its number of requests, and owes none")
  func closedLoop() {
    var closed = schedule(.closed, requestsMax: 2)
    #expect(closed.next(at: .zero) == .init(number: 0, intendedStart: nil))
    #expect(closed.next(at: .seconds(2)) == nil)
    #expect(closed.next(at: .seconds(1.9))?.number == 1)
    #expect(closed.next(at: .seconds(1.9)) == nil)
    #expect(closed.unsent(at: .seconds(2)).isEmpty)
    #expect(closed.plannedLength == nil)
  }

  @Test(
    "a mix gives each route its share, spread evenly",
    arguments: [
      ([1], "aaaa"), ([1, 1], "abab"), ([5, 1, 1], "aabacaa"), ([2, 1], "abaaba"),
    ]
  )
  func mix(_ weights: [Int], _ wanted: String) {
    var mix = Mix(weights: weights)
    let names = Array("abc")
    #expect(String(wanted.map { _ in names[mix.next()] }) == wanted)
  }
}
