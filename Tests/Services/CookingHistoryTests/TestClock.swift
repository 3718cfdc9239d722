import ServiceKit
import Synchronization

/// A time of day that moves only when a test says so.
final class TestClock: Sendable {
  private let now = Mutex<Int64>(1_750_000_000_000)

  var milliseconds: Int64 { now.withLock { $0 } }
  var service: ServiceClock { ServiceClock { self.milliseconds } }

  func advance(minutes: Int64 = 0, milliseconds: Int64 = 0) {
    now.withLock { $0 += minutes * 60_000 + milliseconds }
  }
}
