/// Every bound of the service that is not a rule of its contract, with its reason.
enum Limits {
  /// How long another process's change of the list may stay unseen: one small read each.
  static let listRefreshSeconds = 2.0
  /// Foods of one transaction; a transaction holds 100 writes, one of them the list's version.
  static let foodsPerTransaction = 50
  /// How long word to admins waits at most while they can be told.
  static let alertRoundSeconds = 5.0
  /// Alerts read at once.
  static let alertsAtOnceMax = 25
  /// Longer than telling takes; an alert of a process that died in between waits so long.
  static let alertClaimMilliseconds: Int64 = 60_000
  /// Rows deleted at once while a user is forgotten.
  static let erasedAtOnceMax = 100
  /// Looks at what is left of a user who goes on adding while being forgotten; then the one who
  /// asked for it tries again.
  static let erasureRoundsMax = 100
}
