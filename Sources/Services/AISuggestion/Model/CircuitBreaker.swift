import RPC

/// Whether a model is worth asking; time is a parameter.
///
///     closed --failuresMax in a row--> open --openSeconds--> half open --success--> closed
///                                       ^______________________| failure
struct CircuitBreaker: Sendable {
  private enum State { case closed, open(until: Deadline), halfOpen(since: Deadline) }

  private var state = State.closed
  private var failures = 0

  /// Half open lets one call through, which decides; one that never came back is replaced.
  mutating func admits(at now: Deadline) -> Bool {
    switch state {
    case .closed: return true
    case .open(let end):
      guard end <= now else { return false }
    case .halfOpen(let start):
      guard start.advanced(by: Limits.breakerOpenTime) <= now else { return false }
    }
    state = .halfOpen(since: now)
    return true
  }

  mutating func succeeded() {
    state = .closed
    failures = 0
  }

  mutating func failed(at now: Deadline) {
    failures += 1
    if case .halfOpen = state { return open(at: now) }
    if failures >= Limits.breakerFailuresMax { open(at: now) }
  }

  private mutating func open(at now: Deadline) {
    state = .open(until: now.advanced(by: Limits.breakerOpenTime))
    failures = 0
  }
}
