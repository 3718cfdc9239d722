import NIOCore

/// Decides after every failed attempt of one call whether there is another; no clock, no socket.
struct RetryMachine: Sendable {
  enum Repair: Sendable, Equatable {
    case credentials
    case clock
  }

  enum Action: Sendable, Equatable {
    case retry(after: TimeAmount, repair: Repair? = nil)
    case fail(AWSError)
  }

  private let policy: RetryPolicy
  private let isRepeatable: Bool
  let deadline: NIODeadline
  private var attempts = 0
  private var repairs = 0
  private var mayHaveTakenEffect = false
  /// What the last retry cost.
  private var paid = 0

  /// `isRepeatable` says whether a request that may have taken effect is sent again; no attempt
  /// begins after `deadline`, and none is left running.
  init(policy: RetryPolicy, isRepeatable: Bool, deadline: NIODeadline) {
    self.policy = policy
    self.isRepeatable = isRepeatable
    self.deadline = deadline
  }

  /// By when an attempt that begins now must have ended.
  func attemptDeadline(now: NIODeadline) -> NIODeadline {
    min(deadline, now + policy.attemptTimeout)
  }

  /// What follows; `jitter` is from 0 to 1, anew for every failure.
  mutating func attemptFailed(
    _ failure: AttemptFailure,
    now: NIODeadline,
    jitter: Double,
    quota: inout RetryQuota
  ) -> Action {
    attempts += 1
    switch failure {
    case .refused(let error): return .fail(.refused(error))
    case .noCredentials(let reason): return .fail(notDone(.unavailable(reason: reason)))
    case .cancelled: return .fail(.unknownOutcome(reason: "cancelled"))
    case .throttled(let error):
      return retry(or: notDone(.throttled(error)), now: now, jitter: jitter, quota: &quota)
    case .notSent(let reason):
      let error = notDone(.unavailable(reason: reason))
      return retry(or: error, now: now, jitter: jitter, quota: &quota)
    case .credentialsExpired(let error):
      return repaired(.credentials, or: error, now: now, quota: &quota)
    case .clockSkewed(let error): return repaired(.clock, or: error, now: now, quota: &quota)
    case .broken(let reason):
      mayHaveTakenEffect = true
      let error = AWSError.unknownOutcome(reason: reason)
      guard isRepeatable else { return .fail(error) }
      return retry(or: error, now: now, jitter: jitter, quota: &quota)
    case .timedOut:
      mayHaveTakenEffect = true
      guard now < deadline else { return .fail(.deadlineExceeded(mayHaveTakenEffect: true)) }
      let error = AWSError.unknownOutcome(reason: "no answer in time")
      guard isRepeatable else { return .fail(error) }
      let cost = RetryQuota.timeoutCost
      return retry(or: error, cost: cost, now: now, jitter: jitter, quota: &quota)
    }
  }

  /// What a call that was not even attempted again ends with.
  func deadlinePassed() -> AWSError { .deadlineExceeded(mayHaveTakenEffect: mayHaveTakenEffect) }

  /// What a call ends with whose task is cancelled between two attempts.
  func cancelled() -> AWSError { notDone(.unavailable(reason: "cancelled")) }

  /// Gives back what the last retry has cost, since the service works.
  func succeeded(quota: inout RetryQuota) {
    quota.refund(max(paid, RetryQuota.successRefund))
  }

  private func notDone(_ error: AWSError) -> AWSError {
    mayHaveTakenEffect ? .unknownOutcome(reason: "a repeat failed as well: \(error)") : error
  }

  private mutating func retry(
    or error: AWSError,
    cost: Int = RetryQuota.retryCost,
    now: NIODeadline,
    jitter: Double,
    quota: inout RetryQuota
  ) -> Action {
    let pause = policy.pause(afterAttempts: attempts, jitter: jitter)
    guard attempts < policy.attemptsMax, now + pause < deadline, quota.take(cost) else {
      return .fail(error)
    }
    paid = cost
    return .retry(after: pause)
  }

  /// Another attempt at once, with what was wrong put right.
  private mutating func repaired(
    _ repair: Repair,
    or error: ServiceError,
    now: NIODeadline,
    quota: inout RetryQuota
  ) -> Action {
    repairs += 1
    guard repairs <= Limits.repairsMax, now < deadline, quota.take(RetryQuota.retryCost) else {
      return .fail(.refused(error))
    }
    paid = RetryQuota.retryCost
    // Nothing was done, so it counts as no attempt.
    attempts -= 1
    return .retry(after: .zero, repair: repair)
  }
}
