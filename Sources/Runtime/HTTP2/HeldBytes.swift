/// Bytes in memory for the connections of one event loop together.
package final class HeldBytes {
  package fileprivate(set) var count = 0

  package init() {}
}

@available(*, unavailable) extension HeldBytes: Sendable {}

/// What one connection makes us keep: answers that it does not read, requests that it does not end.
struct Holding {
  private(set) var count = 0
  private let all: HeldBytes

  init(of all: HeldBytes) {
    self.all = all
  }

  mutating func add(_ bytes: Int) {
    count += bytes
    all.count += bytes
  }

  mutating func releaseAll() { add(-count) }
}
