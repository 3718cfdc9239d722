import NIOCore

/// The moment by which a call must have ended, on this machine's monotonic clock.
package struct Deadline: Sendable, Hashable, Comparable {
  package let uptimeNanoseconds: UInt64

  package init(uptimeNanoseconds: UInt64) {
    self.uptimeNanoseconds = uptimeNanoseconds
  }

  /// Now, for measuring from.
  package static var now: Deadline {
    Deadline(uptimeNanoseconds: NIODeadline.now().uptimeNanoseconds)
  }

  /// Later than anything that happens.
  static let never = Deadline(uptimeNanoseconds: latest)

  package static func after(_ duration: Duration) -> Deadline { now.advanced(by: duration) }

  package func advanced(by duration: Duration) -> Deadline {
    let nanoseconds = duration.nanosecondsClamped
    let moment =
      nanoseconds < 0
      ? uptimeNanoseconds.subtractingReportingOverflow(nanoseconds.magnitude)
      : uptimeNanoseconds.addingReportingOverflow(nanoseconds.magnitude)
    let edge: UInt64 = nanoseconds < 0 ? 0 : Self.latest
    return Deadline(
      uptimeNanoseconds: moment.overflow ? edge : min(moment.partialValue, Self.latest)
    )
  }

  /// What is left at a moment; negative once passed.
  package func remaining(at moment: Deadline = .now) -> Duration {
    .nanoseconds(Int64(uptimeNanoseconds) - Int64(moment.uptimeNanoseconds))
  }

  package static func < (left: Deadline, right: Deadline) -> Bool {
    left.uptimeNanoseconds < right.uptimeNanoseconds
  }

  // Event loops keep time in a signed 64-bit number of nanoseconds.
  private static let latest = UInt64(Int64.max)
}

extension Duration {
  /// Whole nanoseconds, at most what 64 bits hold (292 years).
  var nanosecondsClamped: Int64 {
    let (seconds, attoseconds) = components
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return seconds < 0 ? .min : .max }
    let (sum, sumOverflow) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
    return sumOverflow ? (seconds < 0 ? .min : .max) : sum
  }
}
