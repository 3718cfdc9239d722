import NIOCore

/// What is looked at now and then on a loop that has connections: idleness, spare ones, outliers.
struct Upkeep {
  /// Often enough for connections that were made for a burst.
  private static let intervalMax = Duration.seconds(60)

  private let interval: Duration
  private let sweepInterval: Duration
  private var idleness: Idleness?
  private var outliers: OutlierDetection?
  private var sweptAt: Deadline
  private var timer: Scheduled<Void>?

  init(_ options: ClientChannelOptions, at now: Deadline) {
    idleness = options.idleTimeout.map { Idleness(timeout: $0, at: now) }
    outliers = options.outlierDetection.map(OutlierDetection.init)
    sweepInterval = options.outlierDetection?.interval ?? Self.intervalMax
    interval = min(Self.intervalMax, options.idleTimeout ?? Self.intervalMax, sweepInterval)
    sweptAt = now
  }

  var isScheduled: Bool { timer != nil }

  mutating func schedule(on eventLoop: any EventLoop, _ body: @escaping @Sendable () -> Void) {
    timer = eventLoop.scheduleTask(in: .nanoseconds(interval.nanosecondsClamped), body)
  }

  /// Called as the timer fires, and at the end.
  mutating func cancel() {
    timer?.cancel()
    timer = nil
  }

  mutating func isIdle(at now: Deadline, calls: Int, open: Int) -> Bool {
    idleness?.isIdle(at: now, calls: calls, open: open) ?? false
  }

  /// The endpoints that get no calls from now on; nil when it is not yet time to say.
  mutating func sweep(
    at now: Deadline,
    _ tallies: () -> [Endpoint: OutlierDetection.Tally]
  ) -> Set<Endpoint>? {
    guard now >= sweptAt.advanced(by: sweepInterval) else { return nil }
    sweptAt = now
    return outliers?.sweep(tallies(), at: now)
  }
}
