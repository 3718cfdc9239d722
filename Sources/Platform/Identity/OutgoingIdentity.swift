package import Foundation
package import RPC
import Synchronization

/// Where a service gets the token that proves which service it is.
package protocol ServiceTokenSource: Sendable {
  /// A fresh token and when it expires.
  func token() async throws -> (token: String, expiresAt: Date)
}

/// Mints service tokens with the local key.
package struct LocalServiceTokens: ServiceTokenSource {
  private static let lifetimeSeconds: TimeInterval = 3_600
  private let issuer: LocalIssuer
  private let service: String

  package init(issuer: LocalIssuer, service: String) {
    self.issuer = issuer
    self.service = service
  }

  package func token() async throws -> (token: String, expiresAt: Date) {
    let now = Date()
    let token = try await issuer.serviceToken(
      service: service,
      validFor: Self.lifetimeSeconds,
      now: now
    )
    return (token, now.addingTimeInterval(Self.lifetimeSeconds))
  }
}

/// Puts the `authorization` on outgoing calls.
///
/// A method meant for services gets the service's own token; any other gets the token of the user
/// whose call is being served, so that the callee verifies the user itself. Where no call is served,
/// the service works for itself, and asks in its own name what a user may ask.
package final class OutgoingIdentity: ClientInterceptor {
  /// A token is renewed this long before it expires, so that none expires on the way.
  private static let renewalSeconds: TimeInterval = 300

  private let policy: AccessPolicy
  private let source: any ServiceTokenSource
  private let current = Mutex<(token: String, expiresAt: Date)?>(nil)

  package init(policy: AccessPolicy, source: any ServiceTokenSource) {
    self.policy = policy
    self.source = source
  }

  package func intercept(
    _ context: ClientContext,
    _ next: () async throws -> Void
  ) async throws {
    // What the caller has put there itself stands.
    if context.metadata["authorization"] == nil,
      let value = try await authorization(for: context.method.path)
    {
      context.metadata.append("authorization", value)
    }
    try await next()
  }

  /// The value of the `authorization` header for a call of `path`, nil for none.
  func authorization(for path: String) async throws -> String? {
    let served = ServerContext.current
    switch policy.access(to: path) {
    case .service: break
    case .user where served == nil: break
    case .anyone, .user, .admin: return served?.metadata["authorization"]
    }
    return "Bearer \(try await serviceToken())"
  }

  private func serviceToken() async throws -> String {
    let renewAt = Date().addingTimeInterval(Self.renewalSeconds)
    if let held = current.withLock({ $0 }), held.expiresAt > renewAt { return held.token }
    let fresh = try await source.token()
    current.withLock { $0 = fresh }
    return fresh.token
  }
}

/// For a process that has no way to prove which service it is.
package struct NoServiceTokens: ServiceTokenSource {
  package init() {}

  package func token() async throws -> (token: String, expiresAt: Date) {
    throw RPCError(
      code: .unavailable,
      message: "this process has no identity to call other services with"
    )
  }
}
