import Synchronization

@testable import loadtest

/// Time that passes only when somebody sleeps or a server takes its time.
final class SimulatedClock: LoadClock {
  private let time = Mutex(Duration.zero)

  var now: Duration { time.withLock { $0 } }

  func sleep(until moment: Duration) {
    time.withLock { $0 = max($0, moment) }
  }

  func advance(by duration: Duration) {
    time.withLock { $0 += duration }
  }
}

/// Counts from 0.
final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
