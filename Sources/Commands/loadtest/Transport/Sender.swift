/// What became of a request.
enum Outcome: Sendable, Equatable {
  case succeeded
  /// `status` is what errors are counted by, `example` what one of them said.
  case failed(status: String, example: String)

  /// The status of a request that was due and that nobody was free to send.
  static let notSent = "NOT_SENT"
}

/// Sends requests to one server.
protocol Sender: Sendable {
  /// Makes the connections, so that the first requests do not pay for them; throws a `UsageError`
  /// when nobody answers.
  func connect() async throws
  func send(_ request: Request, worker: Int) async -> Outcome
  func close() async
}
