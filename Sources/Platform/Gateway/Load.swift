import Synchronization

/// The calls that all connections of a gateway have at work together.
final class Load: Sendable {
  private let calls = Atomic(0)

  func beginCall(limit: Int) -> Bool {
    let (_, now) = calls.add(1, ordering: .relaxed)
    if now <= limit { return true }
    endCall()
    return false
  }

  func endCall() { calls.subtract(1, ordering: .relaxed) }

  /// Nothing is at work.
  var isIdle: Bool { calls.load(ordering: .relaxed) == 0 }
}
