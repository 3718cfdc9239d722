/// When a hedged call is sent once more, and what it ends with, without sending it.
///
///     first --delay or failure--> second --...--> the first answer, or a fatal error, ends all
struct HedgingState<Answer> {
  enum Action {
    /// Send one more attempt; so many were sent before.
    case send(previous: Int)
    /// Call `due` after a while, instead of when it was to be called before.
    case wakeUp(after: Duration)
    /// The call ends; attempts that are still under way are cancelled.
    case finish(Result<Answer, RPCError>)
  }

  private let policy: HedgingPolicy
  private var sent = 0
  private var underWay = 0
  private var isOver = false
  /// The server has asked for no more.
  private var isHeldBack = false
  /// It has asked for a while without another attempt, which the next wake-up ends.
  private var isPushedBack = false
  /// What the call ends with when nothing is under way any more.
  private var lastError: RPCError?

  init(_ policy: HedgingPolicy) {
    self.policy = policy
  }

  private var attemptsMax: Int { min(policy.attemptsMax, AttemptPolicy.attemptsMax) }

  mutating func begin() -> [Action] { send() }

  /// A wake-up; `throttle` says whether the server can take more.
  mutating func due(_ throttle: RetryThrottle) -> [Action] {
    guard !isOver else { return [] }
    isPushedBack = false
    if !isHeldBack, throttle.allows, sent < attemptsMax { return send() }
    return end()
  }

  mutating func succeeded(_ answer: Answer, throttle: inout RetryThrottle) -> [Action] {
    throttle.succeeded()
    return finish(.success(answer))
  }

  /// This attempt is the call, whatever it will end with.
  mutating func committed(to attempt: Answer) -> [Action] { finish(.success(attempt)) }

  mutating func failed(_ error: RPCError, throttle: inout RetryThrottle) -> [Action] {
    guard !isOver else { return [] }
    underWay -= 1
    lastError = error
    let pushback = Pushback(error)
    let isFatal = !policy.nonFatalCodes.contains(error.code)
    if !isFatal || pushback == .never { throttle.failed() }
    if isFatal { return finish(.failure(error)) }
    if pushback == .never || !throttle.allows { isHeldBack = true }
    guard !isHeldBack, sent < attemptsMax else { return end() }
    if case .after(let delay) = pushback {
      isPushedBack = true
      return [.wakeUp(after: delay)]
    }
    return isPushedBack ? [] : send()
  }

  /// The call is over when nothing is under way and nothing more will be.
  private mutating func end() -> [Action] {
    guard underWay == 0, let lastError else { return [] }
    return finish(.failure(lastError))
  }

  private mutating func send() -> [Action] {
    let previous = sent
    sent += 1
    underWay += 1
    let action = Action.send(previous: previous)
    return sent < attemptsMax ? [action, .wakeUp(after: policy.delay)] : [action]
  }

  private mutating func finish(_ result: Result<Answer, RPCError>) -> [Action] {
    guard !isOver else { return [] }
    isOver = true
    return [.finish(result)]
  }
}
