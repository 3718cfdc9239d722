/// Whether and when a call that failed is sent again, without sending it.
struct RetryState {
  private let policy: RetryPolicy
  /// Attempts that were sent and failed; the server hears of them (`grpc-previous-rpc-attempts`).
  private(set) var failures = 0
  /// Backs off anew from where a server has said when to come again.
  private var backoffs = 0

  init(_ policy: RetryPolicy) {
    self.policy = policy
  }

  /// An attempt ended before an answer began; nil when the call ends with its error.
  ///
  /// `random` is from 0 to 1; `remaining` is what the call's deadline leaves.
  mutating func failed(
    _ error: RPCError,
    throttle: inout RetryThrottle,
    remaining: Duration?,
    random: Double
  ) -> Duration? {
    let pushback = Pushback(error)
    let isRetryable = policy.codes.contains(error.code)
    if isRetryable || pushback == .never { throttle.failed() }
    guard isRetryable, pushback != .never, throttle.allows,
      failures + 1 < min(policy.attemptsMax, AttemptPolicy.attemptsMax)
    else { return nil }
    let delay: Duration
    if case .after(let asked) = pushback {
      delay = asked
      backoffs = 0
    } else {
      delay = backoff(random)
      backoffs += 1
    }
    // The error at hand says more than DEADLINE_EXCEEDED would.
    if let remaining, delay >= remaining { return nil }
    failures += 1
    return delay
  }

  private func backoff(_ random: Double) -> Duration {
    var delay = policy.initialBackoff
    for _ in 0..<backoffs where delay < policy.backoffMax { delay = delay * policy.multiplier }
    return min(delay, policy.backoffMax) * (0.8 + 0.4 * random)
  }
}
