import Glibc
package import NIOCore

/// Time and chance, injected so that tests decide what they are.
package struct AWSClock: Sendable {
  /// Seconds since 1970: what signatures and expiry are held against.
  package var epochSeconds: @Sendable () -> Int64
  /// What deadlines are held against.
  package var now: @Sendable () -> NIODeadline
  package var sleep: @Sendable (TimeAmount) async throws -> Void
  /// From 0 to 1, even.
  package var jitter: @Sendable () -> Double

  package init(
    epochSeconds: @escaping @Sendable () -> Int64 = { Int64(time(nil)) },
    now: @escaping @Sendable () -> NIODeadline = { .now() },
    sleep: @escaping @Sendable (TimeAmount) async throws -> Void = {
      try await Task.sleep(for: .nanoseconds($0.nanoseconds))
    },
    jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
  ) {
    self.epochSeconds = epochSeconds
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
  }

  /// The value of `body`, or nil when it is not there in time; it is cancelled then.
  nonisolated(nonsending) func within<Value: Sendable>(
    _ limit: TimeAmount,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask { [sleep] in
        try await sleep(limit)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}
