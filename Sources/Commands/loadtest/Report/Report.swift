import Histogram

/// What a run found, as it is told: in numbers with their units, once as text and once as JSON.
struct Report: Sendable, Encodable, Equatable {
  struct Percentiles: Sendable, Encodable, Equatable {
    let p50, p90, p95, p99, p999, max: Double
  }

  struct OfRoute: Sendable, Encodable, Equatable {
    let route: String
    let requests: Int
    let errors: Int
    let latencyMilliseconds: Percentiles
  }

  struct Failure: Sendable, Encodable, Equatable {
    let status: String
    let count: Int
    let example: String
  }

  let name: String
  /// `open` or `closed`.
  let loop: String
  /// Only of an open loop.
  let wantedPerSecond: Double?
  let concurrency: Int
  let isInterrupted: Bool
  let durationSeconds: Double
  let requests: Int
  let errors: Int
  let errorPercent: Double
  let achievedPerSecond: Double
  /// From the intended start in an open loop, from sending in a closed one.
  let latencyMilliseconds: Percentiles
  /// How late requests were sent; only of an open loop.
  let behindScheduleMilliseconds: Percentiles?
  let routes: [OfRoute]
  let failures: [Failure]
  /// The limits that the run broke; empty when all is well.
  var broken: [String] = []

  init(
    _ measurement: Measurement,
    name: String,
    concurrency: Int,
    isInterrupted: Bool = false
  ) {
    let tally = measurement.tally
    self.name = name
    self.concurrency = concurrency
    self.isInterrupted = isInterrupted
    let planned = isInterrupted ? .zero : measurement.schedule.plannedLength ?? .zero
    durationSeconds = max(measurement.end, planned) / .seconds(1)
    requests = tally.requests
    errors = tally.errors
    errorPercent = requests == 0 ? 0 : 100 * Double(errors) / Double(requests)
    achievedPerSecond = durationSeconds > 0 ? Double(tally.sent) / durationSeconds : 0
    latencyMilliseconds = Percentiles(tally.latencies)
    switch measurement.schedule.pace {
    case .open(let rate):
      loop = "open"
      wantedPerSecond = rate
      behindScheduleMilliseconds = Percentiles(tally.lags)
    case .closed:
      loop = "closed"
      wantedPerSecond = nil
      behindScheduleMilliseconds = nil
    }
    routes = tally.routes.map { route in
      OfRoute(
        route: route.name,
        requests: route.requests,
        errors: route.errors,
        latencyMilliseconds: Percentiles(route.latencies)
      )
    }
    failures = tally.failures
      .map { Failure(status: $0.key, count: $0.value.count, example: $0.value.example) }
      .sorted { ($1.count, $0.status) < ($0.count, $1.status) }
  }

  /// Says which limits the run broke; a run without any request has shown nothing.
  mutating func judge(errorPercentMax: Double, p95MillisecondsMax: Double?) {
    broken = []
    if requests == 0 { broken.append("no request was answered") }
    if errorPercent > errorPercentMax {
      broken.append("errors \(errorPercent.rounded2) % > \(errorPercentMax.rounded2) %")
    }
    if let limit = p95MillisecondsMax, latencyMilliseconds.p95 > limit {
      broken.append("p95 \(latencyMilliseconds.p95.rounded2) ms > \(limit.rounded2) ms")
    }
  }
}

extension Report.Percentiles {
  init(_ histogram: Histogram<UInt64>) {
    func milliseconds(_ percentile: Double) -> Double {
      Double(histogram.valueAtPercentile(percentile)) / 1_000
    }
    self.init(
      p50: milliseconds(50),
      p90: milliseconds(90),
      p95: milliseconds(95),
      p99: milliseconds(99),
      p999: milliseconds(99.9),
      max: Double(histogram.maxRecorded) / 1_000
    )
  }
}
