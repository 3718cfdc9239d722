package import RPC
package import SingleTable

/// How often, and after which pauses, a write is tried again when others change the same items.
package struct WriteRetry: Sendable {
  /// A hundred callers on one item at once have each had their turn by then.
  package static let attemptsMax = 40
  private static let firstPause = Duration.microseconds(500)
  private static let pauseMax = Duration.milliseconds(200)
  /// The more wait for one item, the longer each try takes: pauses that grow with it let all through.
  private static let pauseMaxInTries = 4

  /// The longest pause after the given number of lost tries, of which the last took so long; the real
  /// one is anywhere below it, so that those who met once do not meet again.
  package static func pauseMax(afterAttempts count: Int, lastTook took: Duration) -> Duration {
    let doublings = min(max(count - 1, 0), 16)
    return min(max(firstPause, took) * (1 << doublings), max(pauseMax, took * pauseMaxInTries))
  }
}

/// Tries until it is done, the tries are used up, or the deadline leaves no time for another.
///
/// An attempt answers nil when what it had read was changed by somebody else before it could
/// write: the next one reads again. A conflict or a throttled table counts as the same.
///
/// - Throws: the last contention, which is ABORTED or UNAVAILABLE to a caller; any other error of
///   the attempt at once.
package nonisolated(nonsending) func retryingWrites<Value: Sendable>(
  until deadline: Deadline?,
  _ attempt: nonisolated(nonsending) () async throws -> Value?
) async throws -> Value {
  var lost = TableError.transactionConflict
  for count in 1...WriteRetry.attemptsMax {
    let start = ContinuousClock.now
    do {
      if let value = try await attempt() { return value }
    } catch let error as TableError where error.isContention {
      lost = error
    }
    let longest = WriteRetry.pauseMax(afterAttempts: count, lastTook: .now - start)
    let pause = longest * Double.random(in: 0...1)
    if let deadline, deadline.remaining() <= pause { break }
    try await Task.sleep(for: pause)
  }
  throw lost
}

extension TableError {
  /// Nothing was written because others were faster; the same write may succeed in a moment.
  package var isContention: Bool {
    switch self {
    case .transactionConflict, .throttled: true
    case .transactionCancelled(let reasons):
      reasons.allSatisfy { $0 == .none || $0 == .transactionConflict || $0 == .throttled }
    case .conditionFailed, .validation, .outsideSlice, .malformedItem, .unavailable: false
    }
  }
}

extension Table {
  /// Writes all or nothing; false when one of the items is no longer what its condition expects.
  package nonisolated(nonsending) func wroteUnchanged(
    _ writes: [Write]
  ) async throws(TableError) -> Bool {
    do throws(TableError) {
      try await transactWrite(writes)
      return true
    } catch {
      guard case .transactionCancelled(let reasons) = error,
        reasons.contains(where: \.isConditionFailed)
      else { throw error }
      return false
    }
  }
}
