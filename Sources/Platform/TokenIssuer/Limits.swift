/// When tokens are asked for, what of an answer is believed, and why.
enum Limits {
  /// Cognito's own limit; a longer life is not counted on.
  static let lifetimeSecondsMax: Int64 = 86_400
  /// What `TokenVerifier` takes.
  static let tokenBytesMax = 8_192
  /// RFC 6749 §5.2 has codes of up to 22 letters; what is longer is no code, and in no log.
  static let errorBytesMax = 64
  /// Longer than `OutgoingIdentity` wants a token to hold, so that it finds a new one.
  static let renewAheadSeconds: Int64 = 360
  /// After a failure: an issuer in trouble is not pressed, and minutes are left.
  static let retrySeconds: Int64 = 10
}
