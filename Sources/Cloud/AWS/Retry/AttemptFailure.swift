/// What one attempt came to, sorted by what may follow it.
enum AttemptFailure: Sendable, Equatable {
  /// The service will answer the same again.
  case refused(ServiceError)
  /// Nothing was done, and a pause helps.
  case throttled(ServiceError)
  /// Nothing was done: the request did not leave.
  case notSent(reason: String)
  /// It may have taken effect.
  case broken(reason: String)
  case timedOut
  case cancelled
  /// Nothing was done: the service no longer takes these credentials.
  case credentialsExpired(ServiceError)
  /// Nothing was done: our clock is wrong by more than the service tolerates.
  case clockSkewed(ServiceError)
  /// Nothing was sent: there was nothing to sign with.
  case noCredentials(reason: String)
}

extension AttemptFailure {
  init(_ failure: HTTPFailure) {
    switch failure {
    case .notSent(let reason): self = .notSent(reason: reason)
    case .broken(let reason): self = .broken(reason: reason)
    case .timedOut: self = .timedOut
    case .cancelled: self = .cancelled
    }
  }

  /// The failure that an answer means; nil for an answer of success.
  init?(_ response: AWSResponse) {
    if (200..<300).contains(response.status) { return nil }
    let error = ServiceError(response)
    switch error.code {
    case _ where Self.throttlingCodes.contains(error.code): self = .throttled(error)
    case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired":
      self = .credentialsExpired(error)
    case "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture":
      self = .clockSkewed(error)
    case "InvalidSignatureException"
    where error.message.hasPrefix("Signature expired")
      || error.message.hasPrefix("Signature not yet current"):
      self = .clockSkewed(error)
    // The same transaction, sent before under the same token, is still on its way.
    case "TransactionInProgressException": self = .broken(reason: error.description)
    case _ where response.status == 429: self = .throttled(error)
    case _ where response.status >= 500 || response.status == 408 || error.code.isEmpty:
      self = .broken(reason: error.description)
    default: self = .refused(error)
    }
  }

  private static let throttlingCodes: Set<String> = [
    "ThrottlingException", "Throttling", "ThrottledException", "TooManyRequestsException",
    "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled",
    "RequestThrottledException", "LimitExceededException", "SlowDown",
    "ServiceUnavailableException", "ModelNotReadyException",
  ]
}
