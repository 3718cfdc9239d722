/// Keeps retries from adding to the load of a server that fails (gRFC A6, "Throttling").
///
/// Every failure costs a token and every success earns a share of one; with half of the tokens gone
/// nothing is sent again.
package struct RetryThrottle {
  package struct Budget: Sendable, Equatable {
    package var tokensMax: Double
    package var tokenRatio: Double

    package init(tokensMax: Double = 10, tokenRatio: Double = 0.1) {
      self.tokensMax = tokensMax
      self.tokenRatio = tokenRatio
    }
  }

  private let budget: Budget
  private(set) var tokens: Double

  init(_ budget: Budget) {
    self.budget = budget
    self.tokens = budget.tokensMax
  }

  var allows: Bool { tokens > budget.tokensMax / 2 }

  mutating func failed() { tokens = max(0, tokens - 1) }

  mutating func succeeded() { tokens = min(budget.tokensMax, tokens + budget.tokenRatio) }
}
