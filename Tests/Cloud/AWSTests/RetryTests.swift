import NIOCore
import Testing

@testable import AWS

@Suite("Retries")
struct RetryTests {
  private let error = ServiceError(status: 400, code: "ThrottlingException", message: "")
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

  private func machine(isRepeatable: Bool, seconds: Int64 = 100) -> RetryMachine {
    RetryMachine(
      policy: RetryPolicy(attemptsMax: 3, firstPause: .milliseconds(100), pauseMax: .seconds(1)),
      isRepeatable: isRepeatable,
      deadline: start + .seconds(seconds)
    )
  }

  @Test("what may have taken effect is sent again only where that does no harm")
  func repeats() {
    let failures: [(AttemptFailure, ifRepeatable: Bool, otherwise: Bool)] = [
      (.refused(error), false, false), (.throttled(error), true, true),
      (.notSent(reason: "x"), true, true), (.broken(reason: "x"), true, false),
      (.timedOut, true, false), (.cancelled, false, false),
      (.credentialsExpired(error), true, true), (.clockSkewed(error), true, true),
      (.noCredentials(reason: "x"), false, false),
    ]
    for (failure, ifRepeatable, otherwise) in failures {
      for (isRepeatable, expected) in [(true, ifRepeatable), (false, otherwise)] {
        var machine = machine(isRepeatable: isRepeatable)
        var quota = RetryQuota()
        let action = machine.attemptFailed(failure, now: start, jitter: 1, quota: &quota)
        var isRetried = false
        if case .retry = action { isRetried = true }
        #expect(isRetried == expected, "\(failure), repeatable: \(isRepeatable)")
      }
    }
  }

  @Test("pauses grow twofold up to their bound, and chance shortens them")
  func pauses() {
    let policy = RetryPolicy(firstPause: .milliseconds(100), pauseMax: .milliseconds(350))
    #expect(policy.pause(afterAttempts: 1, jitter: 1) == .milliseconds(100))
    #expect(policy.pause(afterAttempts: 2, jitter: 1) == .milliseconds(200))
    #expect(policy.pause(afterAttempts: 3, jitter: 1) == .milliseconds(350))
    #expect(policy.pause(afterAttempts: 1000, jitter: 1) == .milliseconds(350))
    #expect(policy.pause(afterAttempts: 2, jitter: 0.25) == .milliseconds(50))
    #expect(policy.pause(afterAttempts: 2, jitter: 0) == .zero)
  }

  @Test("no attempt begins after the deadline, and none runs past it")
  func deadline() {
    var late = machine(isRepeatable: true, seconds: 0)
    var quota = RetryQuota()
    #expect(
      late.attemptFailed(.throttled(error), now: start, jitter: 1, quota: &quota)
        == .fail(.throttled(error))
    )
    var timedOut = machine(isRepeatable: true, seconds: 1)
    #expect(timedOut.attemptDeadline(now: start) == start + .seconds(1))
    let end = start + .seconds(1)
    #expect(
      timedOut.attemptFailed(.timedOut, now: end, jitter: 1, quota: &quota)
        == .fail(.deadlineExceeded(mayHaveTakenEffect: true))
    )
  }

  @Test("after an attempt that may have taken effect no later failure says that nothing was done")
  func doubtStays() {
    for failure in [
      AttemptFailure.throttled(error), .notSent(reason: "x"), .noCredentials(reason: "x"),
    ] {
      var machine = machine(isRepeatable: true)
      var quota = RetryQuota()
      _ = machine.attemptFailed(.broken(reason: "x"), now: start, jitter: 0, quota: &quota)
      var action = machine.attemptFailed(failure, now: start, jitter: 0, quota: &quota)
      if case .retry = action {
        action = machine.attemptFailed(failure, now: start, jitter: 0, quota: &quota)
      }
      guard case .fail(.unknownOutcome) = action else {
        Issue.record("\(failure): \(action)")
        continue
      }
      #expect(machine.deadlinePassed() == .deadlineExceeded(mayHaveTakenEffect: true))
    }
  }

  @Test("an empty quota ends retries until calls succeed again")
  func quota() {
    var quota = RetryQuota()
    var retries = 0
    for _ in 0..<1000 {
      var machine = machine(isRepeatable: true)
      while case .retry = machine.attemptFailed(
        .throttled(error),
        now: start,
        jitter: 0,
        quota: &quota
      ) { retries += 1 }
    }
    #expect(retries == RetryQuota.capacity / RetryQuota.retryCost)
    for _ in 0..<RetryQuota.retryCost { machine(isRepeatable: true).succeeded(quota: &quota) }
    var machine = machine(isRepeatable: true)
    let action = machine.attemptFailed(.throttled(error), now: start, jitter: 0, quota: &quota)
    #expect(action == .retry(after: .zero))
  }

  @Test("credentials and clock are put right twice and not for ever")
  func repairs() {
    var machine = machine(isRepeatable: false)
    var quota = RetryQuota()
    let expired = AttemptFailure.credentialsExpired(error)
    for _ in 0..<2 {
      let action = machine.attemptFailed(expired, now: start, jitter: 1, quota: &quota)
      #expect(action == .retry(after: .zero, repair: .credentials))
    }
    let last = machine.attemptFailed(expired, now: start, jitter: 1, quota: &quota)
    #expect(last == .fail(.refused(error)))
  }

  @Test("answers are sorted by what may follow them")
  func answers() {
    func failure(_ status: Int, _ type: String, message: String = "") -> AttemptFailure? {
      let body = "{\"__type\":\"a.b#\(type)\",\"message\":\"\(message)\"}"
      return AttemptFailure(AWSResponse(status: status, body: Array(body.utf8)))
    }
    #expect(failure(200, "") == nil)
    guard case .throttled? = failure(400, "ThrottlingException"),
      case .throttled? = failure(429, "ModelNotReadyException"),
      case .broken? = failure(500, "InternalServerError"),
      case .broken? = failure(400, "TransactionInProgressException"),
      case .broken? = AttemptFailure(AWSResponse(status: 403, body: Array("<html>".utf8))),
      case .credentialsExpired? = failure(403, "ExpiredTokenException"),
      case .clockSkewed? = failure(
        403,
        "InvalidSignatureException",
        message: "Signature expired: 1 is now earlier than 2"
      ),
      case .refused? = failure(403, "InvalidSignatureException"),
      case .refused(let refused)? = failure(400, "ValidationException", message: "no")
    else {
      Issue.record("an answer is sorted wrongly")
      return
    }
    #expect(refused.code == "ValidationException")
    #expect(refused.message == "no")
    let header = AWSRequest.Field("x-amzn-errortype", "AccessDeniedException:http://x")
    #expect(
      ServiceError(AWSResponse(status: 403, headers: [header])).code == "AccessDeniedException"
    )
  }
}
