import Foundation
import Synchronization

/// A clock that moves when a test says so.
final class TestClock: Sendable {
  private let instant = Mutex(Date())

  var now: Date { instant.withLock { $0 } }

  func advance(seconds: TimeInterval) {
    instant.withLock { $0.addTimeInterval(seconds) }
  }
}
