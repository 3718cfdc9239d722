import Foundation
import JWTKit

/// What a token says; the claim names are Cognito's access tokens', which the local issuer follows.
///
///     {"iss":"smart-cooking-local","sub":"lan","token_use":"access","iat":…,"exp":…,
///      "cognito:groups":["admin"],"scope":"smart-cooking/service"}
struct TokenClaims: JWTPayload {
  /// The scope of a client-credentials token: the bearer is one of our services.
  static let serviceScope = "smart-cooking/service"

  var issuer: IssuerClaim
  var subject: SubjectClaim
  var tokenUse: String
  var issuedAt: IssuedAtClaim
  var expiration: ExpirationClaim
  var groups: [String]?
  var scope: String?

  enum CodingKeys: String, CodingKey {
    case issuer = "iss"
    case subject = "sub"
    case tokenUse = "token_use"
    case issuedAt = "iat"
    case expiration = "exp"
    case groups = "cognito:groups"
    case scope
  }

  var isService: Bool {
    (scope ?? "").split(separator: " ").contains { $0 == Self.serviceScope }
  }

  /// JWTKit asks after it has checked the signature; times are checked by `TokenVerifier`, which
  /// has the clock.
  func verify(using algorithm: some JWTAlgorithm) throws {}
}
