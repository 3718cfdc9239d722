/// Counts of durations in buckets, as gRPC's metrics prescribe them (gRFC A66).
struct LatencyHistogram: Sendable {
  /// Upper bounds in seconds; one more bucket takes what is longer.
  static let boundsSeconds: [Double] = [
    0, 0.000_01, 0.000_05, 0.000_1, 0.000_3, 0.000_6, 0.000_8, 0.001, 0.002, 0.003, 0.004, 0.005,
    0.006, 0.008, 0.01, 0.013, 0.016, 0.02, 0.025, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1, 0.13, 0.16,
    0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 2, 5, 10, 20, 50, 100,
  ]
  private static let boundsNanoseconds = boundsSeconds.map { UInt64($0 * 1_000_000_000) }

  private(set) var counts = [UInt64](repeating: 0, count: Self.boundsSeconds.count + 1)
  private(set) var sumNanoseconds: UInt64 = 0

  var count: UInt64 { counts.reduce(0, +) }

  mutating func record(nanoseconds: UInt64) {
    counts[Self.bucket(of: nanoseconds)] += 1
    sumNanoseconds &+= nanoseconds
  }

  /// The first bucket whose bound is not below the duration.
  static func bucket(of nanoseconds: UInt64) -> Int {
    var low = 0
    var high = boundsNanoseconds.count
    while low < high {
      let middle = (low + high) / 2
      if boundsNanoseconds[middle] < nanoseconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
