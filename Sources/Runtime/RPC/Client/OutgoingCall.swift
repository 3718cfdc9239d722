/// A call of any kind, as its loop sees it: something to send, to end, or to keep waiting.
protocol OutgoingCall: DeadlineHolder {
  var head: CallHead { get }
  /// Its place among the calls that wait for a connection; -1 when it is not there.
  var waitingIndex: Int { get set }

  /// Opens a stream; false when the connection takes none.
  func open(on connection: ClientConnection) -> Bool
  var isOver: Bool { get }
  /// No stream could be opened: ends the call, or has it sent again if that is allowed.
  func attemptFailed(_ error: RPCError)
  /// Ends the call from our side.
  func abandon(_ error: RPCError)
}

/// What a call says before its first message.
struct CallHead {
  let method: MethodDescriptor
  var metadata: Metadata
  let deadline: Deadline?
  let waitsForReady: Bool
  let compression: Compression
  /// Nil for a call that is sent once.
  let attempts: AttemptPolicy?
  /// How often it was sent before, for the server to know.
  var previousAttempts = 0

  init(
    method: MethodDescriptor,
    metadata: Metadata = Metadata(),
    deadline: Deadline? = nil,
    waitsForReady: Bool = false,
    attempts: AttemptPolicy? = nil,
    compression: Compression = .identity
  ) {
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
    self.waitsForReady = waitsForReady
    self.attempts = attempts
    self.compression = compression
  }

  /// Servers whose clock is a little ahead cancel what has no time left.
  var isPastDeadline: Bool { deadline.map { $0 <= .now } ?? false }

  /// The connection as an error names it, and which attempt it was when there were others.
  func describe(_ connection: ClientConnection?) -> String {
    let peer = connection?.description ?? ""
    return previousAttempts == 0 ? peer : "\(peer) at attempt \(previousAttempts + 1)"
  }

  /// The state of its retries; nil for a call that has none.
  var retry: RetryState? {
    guard case .retry(let policy) = attempts else { return nil }
    return RetryState(policy)
  }
}

extension RetryState {
  /// `failed` for a call on its loop, with the time that it has left.
  mutating func failed(_ error: RPCError, _ head: CallHead, _ loop: ClientLoop) -> Duration? {
    failed(
      error,
      throttle: &loop.throttle,
      remaining: head.deadline?.remaining(),
      random: .random(in: 0...1)
    )
  }
}
