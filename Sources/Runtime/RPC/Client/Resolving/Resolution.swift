/// When a channel asks for the addresses of its target, without asking.
///
///     settled --wanted--> resolving --answer--> settled
///        |                    ^
///        +--wanted too soon, or refresh--> scheduled --due--+
package struct Resolution {
  /// How often addresses are asked for.
  package struct Pace: Sendable {
    /// Between two questions, however many connections fail.
    package var leastInterval: Duration
    /// Asks again after this time though nothing failed; nil never does.
    package var refreshInterval: Duration?

    package init(leastInterval: Duration, refreshInterval: Duration?) {
      self.leastInterval = leastInterval
      self.refreshInterval = refreshInterval
    }

    /// The servers of names have caches; addresses that are added are noticed within half a minute.
    static let names = Pace(leastInterval: .seconds(1), refreshInterval: .seconds(30))
    static let files = Pace(leastInterval: .milliseconds(50), refreshInterval: .milliseconds(500))
  }

  enum Action: Equatable {
    case none
    case resolve
    case wakeUp(at: Deadline)
  }

  private let pace: Pace
  private let backoff: Backoff
  private var isResolving = false
  /// Somebody waits for an answer that was begun later than now.
  private(set) var isWanted = false
  private var isWantedAgain = false
  private var last: Deadline?
  private var scheduled: Deadline?
  private var failures = 0

  init(pace: Pace, backoff: Backoff) {
    self.pace = pace
    self.backoff = backoff
  }

  /// A call has no address to go to, or an address was found dead.
  mutating func wanted(at now: Deadline) -> Action {
    isWanted = true
    // The answer that is on its way may be older than what was found out: ask again after it.
    guard !isResolving else {
      isWantedAgain = true
      return .none
    }
    guard let last else { return resolve() }
    let earliest = last.advanced(by: pace.leastInterval)
    return earliest <= now ? resolve() : schedule(earliest)
  }

  mutating func succeeded(at now: Deadline) -> Action {
    settle(now)
    failures = 0
    if isWanted { return wanted(at: now) }
    return pace.refreshInterval.map { schedule(now.advanced(by: $0)) } ?? .none
  }

  mutating func failed(at now: Deadline, random: Double) -> Action {
    settle(now)
    failures += 1
    let delay = max(
      pace.leastInterval,
      backoff.delay(afterFailures: failures, random: random)
    )
    return schedule(now.advanced(by: delay))
  }

  /// A moment has come that `wakeUp` named; an idle channel needs no addresses.
  mutating func due(at now: Deadline, isNeeded: Bool = true) -> Action {
    guard let moment = scheduled, moment <= now else { return .none }
    scheduled = nil
    return isResolving || !(isNeeded || isWanted) ? .none : resolve()
  }

  private mutating func resolve() -> Action {
    isResolving = true
    return .resolve
  }

  private mutating func settle(_ now: Deadline) {
    isResolving = false
    isWanted = isWantedAgain
    isWantedAgain = false
    last = now
  }

  /// A wake-up that is due earlier serves as well.
  private mutating func schedule(_ moment: Deadline) -> Action {
    if let scheduled, scheduled <= moment { return .none }
    scheduled = moment
    return .wakeUp(at: moment)
  }
}
