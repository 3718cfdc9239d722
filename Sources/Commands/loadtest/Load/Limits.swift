/// Bounds of a run, so that it ends by itself whatever it is told.
enum Limits {
  /// Ten minutes show a leak; what is longer belongs to a monitor.
  static let durationSecondsMax = 600.0
  /// Above what one event loop sends; a higher rate would only measure the sender.
  static let ratePerSecondMax = 100_000.0
  /// Half a minute at the highest rate that the servers answer.
  static let requestsMax = 5_000_000
  /// Calls in flight; each REST call in flight has a connection, and a process 1,024 files.
  static let concurrencyMax = 500
  /// HTTP/2 connections that the RPC calls share.
  static let connectionsMax = 100
  /// Tokens are signed before the start, some thousand a second.
  static let usersMax = 10_000
  /// The longest deadline of any service.
  static let timeoutSecondsMax = 60.0
  /// A token outlives the longest run and its last call.
  static let tokenSeconds = 3_600.0
  /// Characters of an error that are kept as its example.
  static let exampleCharactersMax = 200
}
