import RPC

/// How long to leave a service, or a row, alone after failures.
enum OutboxBackoff {
  /// After the given number of failures in a row: doubles from 100 ms to 5 s.
  ///
  /// `spread`, from 0 to 1, moves it within its upper half, so that several processes do not come
  /// back together.
  static func pause(afterFailures count: Int, spread: Double) -> Duration {
    let doublings = min(max(count - 1, 0), 10)
    let whole = min(100 << doublings, 5_000)
    return .milliseconds(whole / 2) + .milliseconds(whole / 2) * spread
  }

  /// What a failed delivery says about the next one.
  enum Verdict: Equatable {
    /// The receiver has nothing to apply the news to.
    case settled
    /// The service is not to be reached: nothing else will be delivered there either.
    case pausePeer
    /// This row is at fault, others may go through.
    case postponeRow
  }

  static func verdict(on code: StatusCode) -> Verdict {
    switch code {
    case .notFound: .settled
    case .unavailable, .deadlineExceeded, .resourceExhausted, .cancelled, .unauthenticated,
      .permissionDenied, .unimplemented:
      .pausePeer
    default: .postponeRow
    }
  }
}
