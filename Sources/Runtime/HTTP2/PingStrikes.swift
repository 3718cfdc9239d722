/// Counts pings that come sooner than they may, as gRPC's servers do (gRFC A8).
///
/// Two are forgiven, and all by an answer of ours: a client measures by pings what it receives.
struct PingStrikes {
  private let interval: UInt64
  private var lastAt: UInt64?
  private var strikes = 0

  private static let forgiven = 2

  init(intervalSeconds: Int) {
    interval = UInt64(intervalSeconds) * 1_000_000_000
  }

  /// False when there were too many.
  mutating func ping(at now: UInt64) -> Bool {
    if let lastAt, now < lastAt + interval { strikes += 1 }
    lastAt = now
    return strikes <= Self.forgiven
  }

  mutating func answered() {
    lastAt = nil
    strikes = 0
  }
}
