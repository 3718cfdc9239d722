/// What the checking of tokens bounds, and why there.
enum Limits {
  /// Tokens remembered at once; past it the memory starts afresh, which costs one check a caller.
  static let rememberedTokensMax = 10_000
  /// A longer token is refused unread.
  static let tokenBytesMax = 8_192
  /// How often it is asked whether the key set is old; a look costs nothing.
  static let keySetLook = Duration.seconds(30)
  /// Calls that wait for a key at once, each of which anybody can cause; a rotation has far fewer.
  static let keyWaitersMax = 1_000
}
