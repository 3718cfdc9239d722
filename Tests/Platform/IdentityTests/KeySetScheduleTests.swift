import Foundation
import Testing

@testable import Identity

@Suite("When a key set is asked for again")
struct KeySetScheduleTests {
  private let start = Date(timeIntervalSince1970: 1_000_000)

  @Test("who gives up while loading leaves it to the next")
  func abandoned() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.next(isKnown: false, now: start) == .load)
    #expect(schedule.next(isKnown: false, now: start) == .wait)
    #expect(schedule.next(isKnown: true, now: start) == .use)
    schedule.abandoned()
    #expect(schedule.next(isKnown: false, now: start) == .load)
  }

  @Test("a failure is told until it is mended, and asked again after a pause")
  func failure() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.next(isKnown: false, now: start) == .load)
    schedule.failed(now: start)
    #expect(schedule.hasFailed)
    #expect(schedule.next(isKnown: false, now: start + 29.9) == .use)
    #expect(schedule.next(isKnown: false, now: start + 30) == .load)
    schedule.loaded(now: start + 30)
    #expect(!schedule.hasFailed)
  }

  @Test("an old set is asked for even when it has the key")
  func age() {
    var schedule = KeySetSchedule(now: start)
    #expect(schedule.next(isKnown: true, now: start + 3_599) == .use)
    #expect(schedule.next(isKnown: true, now: start + 3_600) == .load)
  }
}
