/// How long to wait between attempts to connect.
///
/// Grows from the first to the longest wait; each is shortened by up to a fifth at random, so that
/// clients of a restarted server do not come back all at once.
package struct Backoff: Sendable {
  package var first = Duration.milliseconds(50)
  package var multiplier = 2.0
  package var longest = Duration.seconds(1)

  package init() {}

  /// What gRPC's "Connection Backoff" asks of clients that share their server with many others.
  package static var specified: Backoff {
    var backoff = Backoff()
    backoff.first = .seconds(1)
    backoff.multiplier = 1.6
    backoff.longest = .seconds(120)
    return backoff
  }

  /// The wait after so many attempts that failed in a row; `random` is from 0 to 1.
  package func delay(afterFailures failures: Int, random: Double) -> Duration {
    var delay = first
    for _ in 1..<max(failures, 1) where delay < longest { delay = delay * multiplier }
    return min(delay, longest) * (1 - 0.2 * random)
  }
}
