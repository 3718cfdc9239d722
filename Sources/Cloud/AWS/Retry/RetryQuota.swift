/// What retries may cost altogether: a bucket that failures empty and successes fill again.
///
/// While a service is down every call would multiply its load; with an empty bucket each call is
/// made once and no more.
package struct RetryQuota: Sendable {
  package static let capacity = 500
  static let retryCost = 5
  /// Waiting for nothing costs more than hearing a refusal.
  static let timeoutCost = 10
  static let successRefund = 1

  private(set) var tokens = Self.capacity

  package init() {}

  /// Takes the price of one retry; false when it is not there.
  mutating func take(_ cost: Int) -> Bool {
    guard tokens >= cost else { return false }
    tokens -= cost
    return true
  }

  mutating func refund(_ tokens: Int) {
    self.tokens = min(Self.capacity, self.tokens + tokens)
  }
}
