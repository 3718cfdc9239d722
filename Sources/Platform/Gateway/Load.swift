import Synchronization

/// What all connections of a gateway have in hand together.
final class Load: Sendable {
  private let calls = Atomic(0)
  private let bufferedBytes = Atomic(0)
  private let unsentBytes = Atomic(0)

  func beginCall(limit: Int) -> Bool { take(calls, 1, limit) }
  func endCall() { calls.subtract(1, ordering: .relaxed) }

  /// Bytes of bodies that are not complete yet.
  func hold(_ bytes: Int, limit: Int) -> Bool { take(bufferedBytes, bytes, limit) }
  func release(_ bytes: Int) { bufferedBytes.subtract(bytes, ordering: .relaxed) }

  /// Bytes of answers that no client has taken yet.
  func holdAnswer(_ bytes: Int, limit: Int) -> Bool { take(unsentBytes, bytes, limit) }
  func releaseAnswer(_ bytes: Int) { unsentBytes.subtract(bytes, ordering: .relaxed) }

  /// Nothing is in hand.
  var isIdle: Bool {
    calls.load(ordering: .relaxed) == 0 && bufferedBytes.load(ordering: .relaxed) == 0
      && unsentBytes.load(ordering: .relaxed) == 0
  }

  private func take(_ counter: borrowing Atomic<Int>, _ count: Int, _ limit: Int) -> Bool {
    let (_, now) = counter.add(count, ordering: .relaxed)
    if now <= limit { return true }
    counter.subtract(count, ordering: .relaxed)
    return false
  }
}
