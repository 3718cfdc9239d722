/// Every bound of the service that is not a rule of its contract, with its reason.
enum Limits {
  /// Sessions with their snapshots, some 2 KB each, read at once for an export: what a caller who
  /// reads slowly keeps in memory.
  static let exportPageSessions = 25
  /// How long the mark of an erasure stays: the outbox of the rating service delivers within
  /// seconds once it is up, and a service that is down for longer than this has been replaced.
  static let erasureMarkSeconds: Int64 = 24 * 60 * 60
}
