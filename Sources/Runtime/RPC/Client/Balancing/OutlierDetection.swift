/// Takes calls away from endpoints that fail more of them than the others do (gRFC A50).
///
/// Looks at the calls of one interval at a time.
package struct OutlierDetection {
  package struct Options: Sendable {
    package var interval = Duration.seconds(10)
    /// An endpoint stays out for this long, times how often it was put out lately.
    package var baseEjection = Duration.seconds(30)
    package var ejectionMax = Duration.seconds(300)
    /// The share of endpoints that may be out; one always may.
    package var ejectedPercentMax = 10
    /// Below the mean success rate by this many standard deviations; nil does not look.
    package var deviations: Double? = 1.9
    /// This share of calls failed; nil does not look.
    package var failurePercent: Int? = 85
    /// With fewer endpoints that had enough calls nothing is compared.
    package var endpointsMin = 5
    /// With fewer calls an endpoint is not judged.
    package var callsMin = 50

    package init() {}
  }

  /// The calls of an endpoint in one interval.
  struct Tally {
    var successes = 0
    var failures = 0

    var calls: Int { successes + failures }
    var successRate: Double { Double(successes) / Double(max(calls, 1)) }
  }

  private struct Ejection {
    var since: Deadline?
    /// How often the endpoint was put out, less the intervals it has been good since.
    var times = 0
  }

  private let options: Options
  private var ejections: [Endpoint: Ejection] = [:]

  init(_ options: Options) {
    self.options = options
  }

  /// At the end of an interval: the endpoints that are out from now on.
  mutating func sweep(_ tallies: [Endpoint: Tally], at now: Deadline) -> Set<Endpoint> {
    ejections = ejections.filter { tallies[$0.key] != nil }
    let judged = tallies.filter { $0.value.calls >= options.callsMin }
    if judged.count >= options.endpointsMin {
      let worst = judged.sorted { $0.value.successRate < $1.value.successRate }
      let threshold = threshold(judged.values.map(\.successRate))
      for (endpoint, tally) in worst where isOutlier(tally, threshold) {
        eject(endpoint, of: tallies.count, at: now)
      }
    }
    restore(at: now)
    return Set(ejections.filter { $0.value.since != nil }.keys)
  }

  /// The success rate below which an endpoint stands out.
  private func threshold(_ rates: [Double]) -> Double {
    guard let deviations = options.deviations else { return -1 }
    let mean = rates.reduce(0, +) / Double(rates.count)
    let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count)
    return mean - deviations * variance.squareRoot()
  }

  private func isOutlier(_ tally: Tally, _ threshold: Double) -> Bool {
    if tally.successRate < threshold { return true }
    guard let percent = options.failurePercent else { return false }
    return (1 - tally.successRate) * 100 > Double(percent)
  }

  private mutating func eject(_ endpoint: Endpoint, of count: Int, at now: Deadline) {
    guard ejections[endpoint]?.since == nil else { return }
    let out = ejections.values.count { $0.since != nil }
    guard out == 0 || (out + 1) * 100 <= options.ejectedPercentMax * count else { return }
    ejections[endpoint, default: Ejection()].since = now
    ejections[endpoint]?.times += 1
  }

  private mutating func restore(at now: Deadline) {
    for (endpoint, ejection) in ejections {
      guard let since = ejection.since else {
        ejections[endpoint]?.times = max(0, ejection.times - 1)
        continue
      }
      let most = max(options.baseEjection, options.ejectionMax)
      let time = min(options.baseEjection * ejection.times, most)
      if since.advanced(by: time) <= now { ejections[endpoint]?.since = nil }
    }
  }
}
