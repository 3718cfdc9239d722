/// How often a call may be sent (gRFC A6).
package indirect enum AttemptPolicy: Sendable, Equatable {
  /// Again after an attempt failed.
  case retry(RetryPolicy)
  /// Again before an attempt has ended; for methods that are idempotent only.
  case hedge(HedgingPolicy)

  /// A call is sent no more often than this, whatever its policy asks.
  static let attemptsMax = 5

  /// What a method gets whose contract says that it is idempotent and whose channel says nothing.
  static let idempotent = AttemptPolicy.retry(RetryPolicy())
}

package struct RetryPolicy: Sendable, Equatable {
  /// In all, the first included.
  package var attemptsMax = 3
  package var initialBackoff = Duration.milliseconds(50)
  package var backoffMax = Duration.seconds(1)
  package var multiplier = 2.0
  /// The codes after which a call is sent again.
  package var codes: Set<StatusCode> = [.unavailable]

  package init() {}
}

package struct HedgingPolicy: Sendable, Equatable {
  /// In all, the first included.
  package var attemptsMax = 2
  /// Between one attempt and the next.
  package var delay = Duration.milliseconds(100)
  /// The codes after which the other attempts go on.
  package var nonFatalCodes: Set<StatusCode> = [.unavailable]

  package init() {}
}
