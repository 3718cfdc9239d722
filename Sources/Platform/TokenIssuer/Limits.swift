/// When tokens are asked for, and why then.
enum Limits {
  /// Longer than `OutgoingIdentity` wants a token to hold, so that it finds a new one.
  static let renewAheadSeconds: Int64 = 360
  /// After a failure: an issuer in trouble is not pressed, and minutes are left.
  static let retrySeconds: Int64 = 10
}
