/// Where the connection of one event loop to its target stands, without making it.
///
///     idle --call--> connecting --ready--> ready --lost, GOAWAY--> idle
///                        |  ^
///                  failed|  |back-off over, with calls waiting
///                        v  |
///                     backingOff
struct Connectivity {
  enum State: Equatable {
    case idle, connecting, ready, backingOff, closed
  }

  enum Action: Equatable {
    case none
    case connect
    case scheduleRetry(Duration)
  }

  private(set) var state = State.idle
  private(set) var failures = 0
  private(set) var lastFailure = ""
  private let backoff: Backoff

  init(backoff: Backoff) {
    self.backoff = backoff
  }

  /// A call wants to be sent.
  mutating func callArrived() -> Action {
    guard state == .idle else { return .none }
    state = .connecting
    return .connect
  }

  mutating func connected() {
    guard state == .connecting else { return }
    state = .ready
    failures = 0
  }

  mutating func connectFailed(_ why: String, random: Double) -> Action {
    guard state == .connecting else { return .none }
    state = .backingOff
    failures += 1
    lastFailure = why
    return .scheduleRetry(backoff.delay(afterFailures: failures, random: random))
  }

  mutating func retryDue(hasWaiting: Bool) -> Action {
    guard state == .backingOff else { return .none }
    state = hasWaiting ? .connecting : .idle
    return hasWaiting ? .connect : .none
  }

  /// The ready connection takes no further calls.
  mutating func lost() {
    if state == .ready { state = .idle }
  }

  mutating func close() {
    state = .closed
  }
}
