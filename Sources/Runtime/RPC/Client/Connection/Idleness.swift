/// Whether a channel has been without calls for so long that its connections are a waste.
struct Idleness {
  private let timeout: Duration
  private var callsSeen = 0
  private var activeAt: Deadline

  init(timeout: Duration, at now: Deadline) {
    self.timeout = timeout
    self.activeAt = now
  }

  /// Looked at now and then: `calls` counts those made so far, `open` those under way.
  mutating func isIdle(at now: Deadline, calls: Int, open: Int) -> Bool {
    if calls != callsSeen || open > 0 {
      callsSeen = calls
      activeAt = now
    }
    return now >= activeAt.advanced(by: timeout)
  }
}
