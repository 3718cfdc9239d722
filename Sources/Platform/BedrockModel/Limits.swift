import NIOCore

/// The bounds of a call of Bedrock, with the reason of each.
enum Limits {
  /// Of a whole answer: several times what the longest text we ask for can have.
  static let answerBytesMax = 256 << 10
  /// No model has a larger window; beyond it a count is no count, and money is counted with it.
  static let tokensMax = 10_000_000
  /// Sent again only when nothing was done: throttled, not ready, not connected.
  static let attemptsMax = 4
  static let firstPause = TimeAmount.milliseconds(200)
  static let pauseMax = TimeAmount.seconds(4)
  /// A recipe takes some ten seconds to write; the caller's deadline is usually earlier.
  static let attemptTimeout = TimeAmount.seconds(50)
}
