/// What moving tables bounds, and why there.
enum Limits {
  /// Batches on their way to the target at once: enough to share commits and hide round trips,
  /// few enough to leave room for others.
  static let batchesAtOnceMax = 8
  /// Tries of a batch whose answers are lost: more mean that the way there is broken.
  static let batchAttemptsMax = 4
  /// Items between two reports of progress.
  static let progressItems = 10_000
  /// Problems that are told; more say nothing new.
  static let problemsMax = 100
  /// Bytes read from a file of lines at once.
  static let readBytes = 1 << 20
  /// The longest line: an item of 400 KB whose every byte is escaped, and names of types.
  static let lineBytesMax = 8 << 20
}
