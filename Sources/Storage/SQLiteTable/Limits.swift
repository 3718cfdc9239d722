/// What the backend bounds besides the table's own limits, and why there.
enum Limits {
  /// Writes that share one commit: enough to spread an fsync thin, few enough to stay below
  /// some 20 ms of lock for another process.
  static let batchWritesMax = 512
  /// Writes waiting for the writer; beyond, callers are told to slow down.
  static let queuedWritesMax = 8192
  /// Bytes waiting for the writer, so that large items cannot fill the memory.
  static let queuedBytesMax = 64 * 1024 * 1024
  /// A read waits only while another process opens or recovers the file.
  static let readWaitMilliseconds: Int32 = 2000
  /// Read connections kept for reuse; more are opened when more threads read at once.
  static let idleReadersMax = 16
  /// Files up to 32 MB are checked whole when opened, which takes some ten milliseconds.
  static let wholeCheckBytesMax: Int64 = 32 * 1024 * 1024
  /// The write-ahead log is moved into the file when it has grown to this: pages that change again and
  /// again meanwhile are moved once, and the commit that does it takes some 40 ms longer.
  static let checkpointBytes: Int64 = 16 * 1024 * 1024
  /// The write-ahead log is cut back to this size after a checkpoint.
  static let logBytesMax = 32 * 1024 * 1024
  /// Expired items are removed this often at most, so many at a time.
  static let sweepIntervalSeconds: Int64 = 60
  static let sweepItemsMax: Int64 = 256
  /// How long an operator's work waits for a writer's lock.
  static let operatorWaitMilliseconds: Int32 = 10_000
  /// Problems of a file that are told; more say nothing new.
  static let problemsMax = 100
}
