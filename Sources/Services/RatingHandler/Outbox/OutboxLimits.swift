/// What the outbox allows itself.
enum OutboxLimits {
  /// Rows read at once; what lies behind them is read next.
  static let pageRows = 100
  /// Recipes told about at once, so that a backlog does not become a flood when a service is back.
  static let recipesAtOnce = 8
  /// A receiver that takes longer is treated as one that is down.
  static let callTimeout: Duration = .seconds(3)
  /// Between rounds over all shards, which find what another process left behind.
  static let round: Duration = .seconds(2)
}
