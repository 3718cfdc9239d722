package import RPC

/// Finds out who calls, and whether the contract lets them: the same for servers and the gateway.
package struct Authenticator: Sendable {
  private let verifier: TokenVerifier
  private let policy: AccessPolicy

  package init(verifier: TokenVerifier, policy: AccessPolicy) {
    self.verifier = verifier
    self.policy = policy
  }

  /// The principal behind `authorization` (as in `Bearer eyJ…`), nil for a permitted stranger.
  ///
  /// An issuer that must be asked for its keys is waited for until `deadline`; where a call is served,
  /// its end ends the wait.
  ///
  /// - Throws: UNAUTHENTICATED or PERMISSION_DENIED with an `ErrorInfo` reason; UNAVAILABLE or
  ///   DEADLINE_EXCEEDED when the issuer does not say whether the token is good.
  package func authenticate(
    authorization: String?,
    path: String,
    by deadline: Deadline? = nil
  ) async throws(RPCError) -> Principal? {
    let principal = try await principal(of: authorization, by: deadline)
    if let refusal = policy.access(to: path).refusal(of: principal) { throw refusal }
    return principal
  }

  private func principal(
    of authorization: String?,
    by deadline: Deadline?
  ) async throws(RPCError) -> Principal? {
    guard let authorization else { return nil }
    guard let token = Self.bearerToken(authorization) else {
      throw .unauthenticated(
        "the authorization header must be: Bearer <token>",
        reason: "TOKEN_INVALID"
      )
    }
    if let principal = verifier.known(token) { return principal }
    do throws(TokenError) {
      return try await verifier.verify(token, by: deadline)
    } catch {
      switch error {
      case .expired:
        throw .unauthenticated("the token has expired", reason: "TOKEN_EXPIRED")
      case .invalid:
        throw .unauthenticated("the token is not valid", reason: "TOKEN_INVALID")
      case .undecided:
        throw RPCError(
          code: deadline.map { $0 <= .now } == true ? .deadlineExceeded : .unavailable,
          message: "the token cannot be checked: its issuer does not answer"
        )
      }
    }
  }

  /// RFC 6750 §2.1: the scheme's name is case-insensitive.
  static func bearerToken(_ authorization: String) -> String? {
    let text = authorization.utf8
    // To compare other text takes time that grows with the square of its length.
    guard text.allSatisfy({ $0 < 0x80 }), let space = text.firstIndex(of: UInt8(ascii: " ")),
      authorization[..<space].lowercased() == "bearer"
    else { return nil }
    let token = Substring(text[space...].drop { $0 == UInt8(ascii: " ") })
    return token.isEmpty ? nil : String(token)
  }
}

/// Sets the principal of every call, and refuses those that the contract does not permit.
package struct IdentityInterceptor: ServerInterceptor {
  private let authenticator: Authenticator

  package init(authenticator: Authenticator) {
    self.authenticator = authenticator
  }

  package func intercept(
    _ context: ServerContext,
    _ next: () async throws -> Void
  ) async throws {
    context.principal = try await authenticator.authenticate(
      authorization: context.metadata["authorization"],
      path: context.method.path
    )
    try await next()
  }
}
