/// The bounds of everything that repeats, waits or grows here, with the reason of each.
enum Limits {
  /// Deepest nesting of a document: DynamoDB's 32 levels are two each on the wire.
  static let jsonDepthMax = 128
  /// DynamoDB answers up to 16 MB as stored; escapes and base64 make it more on the wire.
  static let responseBytesMax = 32 << 20
  /// A pool that holds more than a burst of one process needs would only queue inside the service.
  static let connectionsPerHostMax = 64
  /// Shorter than services keep an idle connection, so that none is used just as it is closed.
  static let idleSeconds: Int64 = 15
  /// A connection inside a region takes milliseconds.
  static let connectSeconds: Int64 = 2
  /// Credentials, keys and tokens are asked of something near; a machine without it must not wait long.
  static let fetchTimeoutSeconds: Int64 = 2
  static let fetchAttemptsMax = 3
  /// Such a document is a few kilobytes.
  static let fetchBytesMax = 64 << 10
  /// Credentials are renewed this long before they expire, by one caller beside the others.
  static let refreshAheadSeconds: Int64 = 300
  /// Credentials this near to their end are not used: the request takes time as well.
  static let expiryMarginSeconds: Int64 = 15
  /// After a failed renewal nobody asks again for so long, while the old credentials hold.
  static let refreshPauseSeconds: Int64 = 10
  /// Corrections of the clock and renewals of credentials that one call can cause.
  static let repairsMax = 2
}
