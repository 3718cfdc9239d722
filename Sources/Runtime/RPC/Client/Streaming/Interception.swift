/// The interceptors around a streaming call, which run beside it in a task of their own.
///
/// The innermost of them waits for the end of the call; readers hear of that end once the outermost
/// has returned.
struct Interception {
  private var task: Task<Void, Never>?
  private(set) var isRunning = false
  private var hasSent = false
  private var failure: RPCError?

  mutating func begin() {
    isRunning = true
  }

  mutating func began(_ task: Task<Void, Never>) {
    if isRunning { self.task = task } else { task.cancel() }
  }

  /// The innermost waits for the end of the call.
  mutating func sent() {
    hasSent = true
  }

  /// The outermost has returned; what it threw is what readers hear.
  mutating func returned(_ error: RPCError?) {
    if isRunning { failure = error }
    isRunning = false
    task = nil
  }

  /// The caller gave the call up: nobody waits for the interceptors any more.
  mutating func abandon() {
    // One that waits for the end of the call is told it instead.
    if !hasSent { task?.cancel() }
    isRunning = false
    task = nil
  }

  /// What readers hear of an outcome; nil while they wait for it.
  func outcome(_ outcome: Result<Metadata, RPCError>?) -> Result<Metadata, RPCError>? {
    guard let outcome, !isRunning else { return nil }
    return failure.map { .failure($0) } ?? outcome
  }
}
