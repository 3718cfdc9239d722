import Synchronization

/// Things that are dear to make, kept for their next use by whichever thread comes first.
///
/// A use costs thousands of times what the lock costs, and the pool holds as many as were in use at
/// the same moment rather than a full set for every event loop.
final class IdlePool<Element: AnyObject & Sendable>: Sendable {
  /// More are let go: messages are compressed one at a time on each core.
  private static var countMax: Int { 16 }

  private let elements = Mutex<[Element]>([])

  func take() -> Element? {
    elements.withLock { $0.popLast() }
  }

  func keep(_ element: Element) {
    elements.withLock { if $0.count < Self.countMax { $0.append(element) } }
  }
}
