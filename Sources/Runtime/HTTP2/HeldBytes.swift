/// Bytes in memory for the connections of one event loop together.
package final class HeldBytes {
  package fileprivate(set) var count = 0

  package init() {}
}

@available(*, unavailable) extension HeldBytes: Sendable {}

/// What one connection makes us keep: answers that it does not read, requests that it does not end.
@safe struct Holding {
  private(set) var count = 0
  private let all: Unmanaged<HeldBytes>

  /// The owner of this keeps `all` alive.
  init(of all: HeldBytes) {
    unsafe self.all = .passUnretained(all)
  }

  mutating func add(_ bytes: Int) {
    count += bytes
    // SAFETY: the session holds it, and lives longer; twice for every call, so without counting.
    unsafe all._withUnsafeGuaranteedRef { $0.count += bytes }
  }

  mutating func releaseAll() { add(-count) }
}
