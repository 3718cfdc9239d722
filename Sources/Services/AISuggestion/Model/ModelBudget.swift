import ServiceKit
import SingleTable

/// What models may cost in a calendar month (UTC), all users together.
///
/// Money is set aside before a call and settled after it, so that the budget is never passed: not by
/// calls at once, and not by a process that dies between the two, whose money counts as spent.
struct ModelBudget: Sendable {
  let store: SuggestionStore
  let clock: ServiceClock
  let monthMaxMicroUSD: Int64

  /// Money that is set aside.
  struct Reservation: Sendable {
    fileprivate let month: Month
    let microUSD: Int64
  }

  /// Nil when so much does not fit into what is left of the month.
  func reserve(_ microUSD: Int64) async throws -> Reservation? {
    let month = Month(at: clock.seconds)
    let isFree = microUSD == 0
    guard isFree || microUSD <= monthMaxMicroUSD else { return nil }
    if !isFree {
      let fits = try await store.reserve(microUSD, in: month, max: monthMaxMicroUSD)
      guard fits else { return nil }
    }
    return Reservation(month: month, microUSD: microUSD)
  }

  /// Gives back what the call did not cost.
  func settle(_ reservation: Reservation, costMicroUSD: Int64) async throws {
    let rest = reservation.microUSD - costMicroUSD
    if rest != 0 { try await store.giveBack(rest, in: reservation.month) }
  }
}
