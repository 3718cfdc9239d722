import Synchronization

/// A clock that stands still until it is moved.
final class Clock: Sendable {
  private let seconds = Mutex<Int64>(1_800_000_000)

  var now: Int64 { seconds.withLock { $0 } }
  func advance(by delta: Int64) { seconds.withLock { $0 += delta } }
}
