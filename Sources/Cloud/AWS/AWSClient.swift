package import NIOCore
import Synchronization

/// A client of one service in one region: signs each request, sends it over a pooled connection,
/// and tries again where that is right.
///
/// The protocol of the service is the caller's: it makes the bytes of an `AWSRequest` and reads
/// those of an `AWSResponse`. So a model is invoked:
///
///     let bedrock = AWSClient(
///       service: "bedrock",
///       region: region,
///       endpoint: Endpoint(service: "bedrock-runtime", region: region),
///       credentials: credentials,     // one CredentialCache for the process
///       pool: pool,                   // one HTTPPool for the process
///       policy: RetryPolicy(attemptTimeout: .seconds(50))
///     )
///     let response = try await bedrock.send(
///       AWSRequest(
///         path: "/model/\(URIEncoding.encode(model))/invoke",
///         headers: [.init("content-type", "application/json")],
///         body: document
///       ),
///       isRepeatable: false,          // a second answer would be paid as well
///       deadline: .uptimeNanoseconds(deadline.uptimeNanoseconds)
///     )
///     let answer = try JSON(parsing: response.body)
///
/// An answer that is not one of success is thrown as `AWSError`.
package final class AWSClient: Sendable {
  private let signature: SignatureV4
  private let endpoint: Endpoint
  private let credentials: CredentialCache
  private let pool: HTTPPool
  private let policy: RetryPolicy
  private let responseBytesMax: Int
  private let clock: AWSClock
  private let quota = Mutex(RetryQuota())
  /// How far the service's clock is ahead of ours, once it has complained.
  private let clockOffsetSeconds = Atomic<Int64>(0)

  /// Sends nothing yet.
  ///
  /// `service` is the name that signatures have for it, as in `dynamodb` or `bedrock`; without an
  /// endpoint it is asked at its own in the region. An answer longer than `responseBytesMax` is
  /// broken off and counts as none; without it, one longer than any service's.
  package init(
    service: String,
    region: Region,
    endpoint: Endpoint? = nil,
    credentials: CredentialCache,
    pool: HTTPPool,
    policy: RetryPolicy = RetryPolicy(),
    responseBytesMax: Int? = nil,
    clock: AWSClock = AWSClock()
  ) {
    signature = SignatureV4(service: service, region: region)
    self.endpoint = endpoint ?? Endpoint(service: service, region: region)
    self.credentials = credentials
    self.pool = pool
    self.policy = policy
    self.responseBytesMax = responseBytesMax ?? Limits.responseBytesMax
    self.clock = clock
  }

  /// Sends the request until it is answered, its tries are used up, or its time is.
  ///
  /// `isRepeatable` says whether the request may be sent again after an attempt that may have taken
  /// effect: a read, or a write that carries a token by which the service knows it again. What is
  /// known not to have taken effect is sent again in any case. Nothing is sent or awaited after
  /// `deadline`, which without one is the policy's `callTimeout` from now.
  package nonisolated(nonsending) func send(
    _ request: AWSRequest,
    isRepeatable: Bool,
    deadline: NIODeadline? = nil
  ) async throws(AWSError) -> AWSResponse {
    try await send(request, isRepeatable: isRepeatable, deadline: deadline) { $0 }
  }

  /// The same for an answer that is read at once: what `read` cannot read did not arrive whole.
  package nonisolated(nonsending) func send<Answer: Sendable>(
    _ request: AWSRequest,
    isRepeatable: Bool,
    deadline: NIODeadline? = nil,
    reading read: (AWSResponse) -> Answer?
  ) async throws(AWSError) -> Answer {
    var machine = RetryMachine(
      policy: policy,
      isRepeatable: isRepeatable,
      deadline: deadline ?? clock.now() + policy.callTimeout
    )
    while clock.now() < machine.deadline {
      var attempt = await attempt(request, deadline: machine.attemptDeadline(now: clock.now()))
      if attempt.failure == nil {
        if let answer = read(attempt.response) {
          quota.withLock { machine.succeeded(quota: &$0) }
          return answer
        }
        attempt.failure = .broken(reason: "unreadable answer")
      }
      guard let failure = attempt.failure else { continue }
      let action = quota.withLock { quota in
        machine.attemptFailed(failure, now: clock.now(), jitter: clock.jitter(), quota: &quota)
      }
      switch action {
      case .fail(let error): throw error
      case .retry(let pause, let repair):
        if repair == .clock { setClock(by: attempt.response) }
        if repair == .credentials, let used = attempt.credentials { credentials.reject(used) }
        do {
          if pause > .zero { try await clock.sleep(pause) }
        } catch { throw machine.cancelled() }
      }
    }
    throw machine.deadlinePassed()
  }

  private struct Attempt {
    var failure: AttemptFailure?
    var credentials: Credentials?
    var response = AWSResponse(status: 0)
  }

  private nonisolated(nonsending) func attempt(
    _ request: AWSRequest,
    deadline: NIODeadline
  ) async -> Attempt {
    let credentials: Credentials
    do throws(CredentialError) {
      credentials = try await self.credentials.current(deadline: deadline)
    } catch { return Attempt(failure: .noCredentials(reason: error.description)) }
    let headers = signature.headers(
      for: request,
      host: endpoint.host,
      credentials: credentials,
      epochSeconds: clock.epochSeconds() + clockOffsetSeconds.load(ordering: .relaxed)
    )
    do throws(HTTPFailure) {
      let response = try await pool.send(
        request,
        to: endpoint,
        headers: headers,
        deadline: deadline,
        bytesMax: responseBytesMax
      )
      return Attempt(
        failure: AttemptFailure(response),
        credentials: credentials,
        response: response
      )
    } catch { return Attempt(failure: AttemptFailure(error), credentials: credentials) }
  }

  private func setClock(by response: AWSResponse) {
    guard let theirs = response[header: "date"].flatMap(HTTPDate.epochSeconds) else { return }
    clockOffsetSeconds.store(theirs - clock.epochSeconds(), ordering: .relaxed)
  }
}
