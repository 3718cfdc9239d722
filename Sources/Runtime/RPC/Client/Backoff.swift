/// How long to wait between attempts to connect.
///
/// Doubles from the first to the longest wait; each is shortened by up to a fifth at random, so that
/// clients of a restarted server do not come back all at once.
package struct Backoff: Sendable {
  package var first = Duration.milliseconds(50)
  package var longest = Duration.seconds(1)

  package init() {}

  /// The wait after so many attempts that failed in a row; `random` is from 0 to 1.
  package func delay(afterFailures failures: Int, random: Double) -> Duration {
    // Beyond 20 doublings every sensible wait is at its longest.
    let doubled = first * (1 << min(failures - 1, 20))
    return min(doubled, longest) * (1 - 0.2 * random)
  }
}
