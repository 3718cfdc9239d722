import Histogram

/// Counts outcomes and keeps their latencies, whether they succeed or fail.
struct Tally: Sendable {
  struct OfRoute: Sendable {
    let name: String
    fileprivate(set) var latencies = Tally.histogram()
    fileprivate(set) var errors = 0

    var requests: Int { Int(latencies.totalCount) }
  }

  struct Failure: Sendable {
    fileprivate(set) var count = 0
    /// What the first one said.
    let example: String
  }

  private(set) var routes: [OfRoute]
  private(set) var latencies = Self.histogram()
  /// How long after its intended start each request was sent.
  private(set) var lags = Self.histogram()
  private(set) var failures: [String: Failure] = [:]

  init(routes: [String]) {
    self.routes = routes.map { OfRoute(name: $0) }
  }

  /// Requests that were sent or that there was no time to send.
  var requests: Int { Int(latencies.totalCount) }
  var sent: Int { requests - (failures[Outcome.notSent]?.count ?? 0) }
  var errors: Int { routes.reduce(0) { $0 + $1.errors } }

  mutating func record(_ route: Int, latency: Duration, behind: Duration, _ outcome: Outcome) {
    latencies.record(Self.microseconds(latency))
    lags.record(Self.microseconds(behind))
    routes[route].latencies.record(Self.microseconds(latency))
    guard case .failed(let status, let example) = outcome else { return }
    routes[route].errors += 1
    let short = String(example.prefix(Limits.exampleCharactersMax))
    failures[status, default: Failure(example: short)].count += 1
  }

  private static let microsecondsMax: UInt64 = 3_600_000_000

  private static func microseconds(_ duration: Duration) -> UInt64 {
    UInt64(max(0, min(duration / .microseconds(1), Double(microsecondsMax))))
  }

  /// Microseconds up to an hour, which no run reaches, to three digits.
  fileprivate static func histogram() -> Histogram<UInt64> {
    Histogram(
      lowestDiscernibleValue: 1,
      highestTrackableValue: microsecondsMax,
      numberOfSignificantValueDigits: .three
    )
  }
}
