package import NIOCore

/// How often and how fast one service is asked again.
package struct RetryPolicy: Sendable {
  package var attemptsMax: Int
  /// The longest pause before the second attempt; doubled for every further one.
  package var firstPause: TimeAmount
  package var pauseMax: TimeAmount
  /// How long one attempt may take.
  package var attemptTimeout: TimeAmount
  /// How long a call without a deadline may take altogether.
  package var callTimeout: TimeAmount

  package init(
    attemptsMax: Int = 4,
    firstPause: TimeAmount = .milliseconds(50),
    pauseMax: TimeAmount = .seconds(5),
    attemptTimeout: TimeAmount = .seconds(5),
    callTimeout: TimeAmount = .seconds(20)
  ) {
    precondition(attemptsMax >= 1, "a call is attempted at least once")
    self.attemptsMax = attemptsMax
    self.firstPause = firstPause
    self.pauseMax = pauseMax
    self.attemptTimeout = attemptTimeout
    self.callTimeout = callTimeout
  }

  /// Anywhere from nothing to the longest pause, so that those who failed together do not come
  /// back together.
  func pause(afterAttempts count: Int, jitter: Double) -> TimeAmount {
    let doublings = min(max(count - 1, 0), 20)
    let longest = min(firstPause.nanoseconds << Int64(doublings), pauseMax.nanoseconds)
    return .nanoseconds(Int64(Double(longest) * jitter))
  }
}
