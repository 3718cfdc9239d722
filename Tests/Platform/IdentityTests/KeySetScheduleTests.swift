import Foundation
import Testing

@testable import Identity

@Suite("When a key set is asked for again")
struct KeySetScheduleTests {
  private let start = Date(timeIntervalSince1970: 1_000_000)

  @Test("twenty who lack a key cause one load, and the next one after a pause")
  func wanted() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.begin(now: start) == false)
    for _ in 0..<20 { #expect(schedule.want(now: start) == true) }
    #expect(schedule.begin(now: start) == true)
    #expect(schedule.begin(now: start) == false)
    // The load that runs may bring it.
    #expect(schedule.want(now: start) == true)
    schedule.loaded(now: start + 1)
    #expect(!schedule.isAwaited)
    #expect(schedule.want(now: start + 29.9) == false)
    #expect(schedule.begin(now: start + 29.9) == false)
    #expect(schedule.want(now: start + 30) == true)
    #expect(schedule.begin(now: start + 30) == true)
  }

  @Test("a failure is told until it is mended, and asked again after a pause")
  func failure() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.want(now: start) == true)
    #expect(schedule.begin(now: start) == true)
    schedule.failed()
    #expect(schedule.hasFailed)
    #expect(schedule.want(now: start + 29.9) == false)
    #expect(schedule.want(now: start + 30) == true)
    #expect(schedule.begin(now: start + 30) == true)
    schedule.loaded(now: start + 30)
    #expect(!schedule.hasFailed)
  }

  @Test(
    "an old set is asked for though nobody lacks a key, and again after a pause while that fails"
  )
  func age() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.begin(now: start + 3_599) == false)
    #expect(schedule.begin(now: start + 3_600) == true)
    schedule.failed()
    #expect(schedule.begin(now: start + 3_629) == false)
    #expect(schedule.begin(now: start + 3_630) == true)
  }

  @Test("a clock that is set back holds no question up")
  func setBack() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.want(now: start) == true)
    #expect(schedule.begin(now: start) == true)
    schedule.loaded(now: start)
    #expect(schedule.want(now: start - 86_400) == true)
    #expect(schedule.begin(now: start - 86_400) == true)
  }
}
