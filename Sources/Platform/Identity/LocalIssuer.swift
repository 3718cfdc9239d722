package import Foundation
import JWTKit

/// Signs tokens on a desk, where no Cognito is: an ES256 key in the data folder.
///
/// All processes that share the folder share the key, so they trust each other's tokens.
package struct LocalIssuer: Sendable {
  package static let name = "smart-cooking-local"
  static let keyID: JWKIdentifier = "local"

  let key: ES256PrivateKey

  /// A key of its own, for tests.
  package init() {
    key = ES256PrivateKey()
  }

  /// Reads `folder/issuer.pem`, and makes it first when there is none.
  package init(folder: URL) throws {
    let pem = try KeptSecret.read("issuer.pem", in: folder) {
      Data(ES256PrivateKey().pemRepresentation.utf8)
    }
    key = try ES256PrivateKey(pem: pem)
  }

  /// A user's token.
  package func userToken(
    subject: String,
    roles: [String] = [],
    validFor seconds: TimeInterval,
    now: Date = Date()
  ) async throws -> String {
    try await sign(subject: subject, groups: roles, scope: nil, seconds: seconds, now: now)
  }

  /// The token with which one of our services calls another in its own name.
  package func serviceToken(
    service: String,
    validFor seconds: TimeInterval,
    now: Date = Date()
  ) async throws -> String {
    try await sign(
      subject: service,
      groups: nil,
      scope: TokenClaims.serviceScope,
      seconds: seconds,
      now: now
    )
  }

  private func sign(
    subject: String,
    groups: [String]?,
    scope: String?,
    seconds: TimeInterval,
    now: Date
  ) async throws -> String {
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: key, kid: Self.keyID)
    let claims = TokenClaims(
      issuer: IssuerClaim(value: Self.name),
      subject: SubjectClaim(value: subject),
      tokenUse: "access",
      issuedAt: IssuedAtClaim(value: now),
      expiration: ExpirationClaim(value: now.addingTimeInterval(seconds)),
      groups: groups,
      scope: scope
    )
    return try await keys.sign(claims, kid: Self.keyID)
  }
}
