/// The bounds of everything that repeats here, with the reason of each.
enum Limits {
  /// Rounds for what a batch left undone, with growing pauses: past them the table is too small.
  static let batchRoundsMax = 8
  /// Tries of a read of several items that meets a transaction; each is over in milliseconds.
  static let readConflictsMax = 8
  /// Tries of an update that meets an expired item, which somebody else may just be replacing.
  static let expiredItemRoundsMax = 4
  static let firstPauseMilliseconds: Int64 = 25
  static let pauseMillisecondsMax: Int64 = 1000
  /// Looks at a table that is being made, a second apart.
  static let creationLooksMax = 120
}
