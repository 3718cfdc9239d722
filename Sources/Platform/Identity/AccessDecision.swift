package import RPC

extension Access {
  /// Whether `principal` may call a method of this access; the error says what is missing.
  package func refusal(of principal: Principal?) -> RPCError? {
    switch (self, principal) {
    case (.anyone, _), (.user, .some):
      nil
    case (_, nil):
      .unauthenticated(
        "a bearer token is required in the authorization header",
        reason: "TOKEN_MISSING"
      )
    case (.admin, .some(let principal)):
      principal.kind == .user && principal.roles.contains(Self.adminRole)
        ? nil : .denied("the role admin is required", reason: "ADMIN_REQUIRED")
    case (.service, .some(let principal)):
      principal.kind == .service
        ? nil : .denied("this method is for services alone", reason: "SERVICE_REQUIRED")
    }
  }
}

extension RPCError {
  static func unauthenticated(_ message: String, reason: String) -> RPCError {
    RPCError(
      code: .unauthenticated,
      message: message,
      details: [.errorInfo(reason: reason, domain: "smart-cooking", metadata: [:])]
    )
  }

  static func denied(_ message: String, reason: String) -> RPCError {
    RPCError(
      code: .permissionDenied,
      message: message,
      details: [.errorInfo(reason: reason, domain: "smart-cooking", metadata: [:])]
    )
  }
}
