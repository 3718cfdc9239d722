package import Foundation
import JWTKit
package import RPC
import Synchronization

/// Why a bearer token was refused.
package enum TokenError: Error, Equatable {
  /// Not a JWT, an unknown key, a wrong signature, a wrong issuer or a wrong kind of token.
  case invalid
  case expired
}

/// Turns a bearer token into the principal whom it names.
///
/// Verified tokens are remembered until they expire: an ES256 check costs about as much as a
/// hundred calls of the runtime, and a caller sends the same token with each of them.
package final class TokenVerifier: Sendable {
  /// Tokens remembered at once; past it the memory starts afresh, which costs one check a caller.
  private static let rememberedMax = 10_000
  /// A longer token is refused unread.
  private static let tokenBytesMax = 8_192

  private struct Remembered {
    let principal: Principal
    let expiresAt: Date
  }

  private let keys: JWTKeyCollection
  private let issuer: String
  private let now: @Sendable () -> Date
  private let remembered = Mutex<[String: Remembered]>([:])

  /// Trusts the keys of a JSON Web Key Set, as Cognito publishes at `/.well-known/jwks.json`.
  package convenience init(
    issuer: String,
    jwks json: String,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    let keys = JWTKeyCollection()
    try await keys.add(jwksJSON: json)
    self.init(issuer: issuer, keys: keys, now: now)
  }

  /// Trusts what `issuer` signs.
  package convenience init(
    trusting issuer: LocalIssuer,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async {
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: issuer.key.publicKey, kid: LocalIssuer.keyID)
    self.init(issuer: LocalIssuer.name, keys: keys, now: now)
  }

  private init(issuer: String, keys: JWTKeyCollection, now: @escaping @Sendable () -> Date) {
    self.issuer = issuer
    self.keys = keys
    self.now = now
  }

  /// The principal of a token verified earlier and not yet expired; never suspends.
  package func known(_ token: String) -> Principal? {
    guard let entry = remembered.withLock({ $0[token] }), entry.expiresAt > now() else {
      return nil
    }
    return entry.principal
  }

  /// Checks signature, issuer, kind and times.
  package func verify(_ token: String) async throws(TokenError) -> Principal {
    if let principal = known(token) { return principal }
    guard token.utf8.count <= Self.tokenBytesMax else { throw .invalid }
    let claims: TokenClaims
    do {
      claims = try await keys.verify(token, as: TokenClaims.self)
    } catch {
      // Every cause is the same to the caller: which part was wrong would help a forger alone.
      throw .invalid
    }
    guard claims.issuer.value == issuer, claims.tokenUse == "access",
      !claims.subject.value.isEmpty
    else { throw .invalid }
    guard claims.expiration.value > now() else { throw .expired }
    let principal = Principal(
      subject: claims.subject.value,
      kind: claims.isService ? .service : .user,
      roles: Set(claims.groups ?? [])
    )
    remember(principal, token: token, until: claims.expiration.value)
    return principal
  }

  private func remember(_ principal: Principal, token: String, until expiresAt: Date) {
    remembered.withLock { remembered in
      if remembered.count >= Self.rememberedMax { remembered.removeAll(keepingCapacity: true) }
      remembered[token] = Remembered(principal: principal, expiresAt: expiresAt)
    }
  }
}
