package import Foundation
import JWTKit
package import RPC
import Synchronization

/// Why a bearer token was refused.
package enum TokenError: Error, Equatable {
  /// Not a JWT, an unknown key, a wrong signature, a wrong issuer or a wrong kind of token.
  case invalid
  case expired
  /// Its key is not known, and the issuer could not be asked for a newer set.
  case undecided
}

/// Turns a bearer token into the principal whom it names.
///
/// Verified tokens are remembered until they expire: an ES256 check costs about as much as a
/// hundred calls of the runtime, and a caller sends the same token with each of them.
package final class TokenVerifier: Sendable {
  private struct Entry {
    let principal: Principal
    let expiresAt: Date
  }

  private struct Memory {
    var entries: [String: Entry] = [:]
    /// Of the key set that they were verified by.
    var generation = 0
  }

  private let ring: KeyRing
  private let issuer: String
  private let now: @Sendable () -> Date
  private let memory = Mutex(Memory())

  /// Trusts the keys of a JSON Web Key Set.
  package convenience init(
    issuer: String,
    jwks json: String,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws(KeySetError) {
    self.init(
      issuer: issuer,
      ring: KeyRing(try await KeySet(json: json), source: nil, now: now),
      now: now
    )
  }

  /// Trusts the keys that the issuer publishes; asks for them at once, and again while `run` does.
  package convenience init(
    issuer: String,
    published source: any KeySetSource,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws {
    let set = try await KeySet(json: source.keySet())
    self.init(issuer: issuer, ring: KeyRing(set, source: source, now: now), now: now)
  }

  /// Trusts what `issuer` signs.
  package convenience init(
    trusting issuer: LocalIssuer,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async {
    let ring = KeyRing(await KeySet(issuer), source: nil, now: now)
    self.init(issuer: LocalIssuer.name, ring: ring, now: now)
  }

  private init(issuer: String, ring: KeyRing, now: @escaping @Sendable () -> Date) {
    self.issuer = issuer
    self.ring = ring
    self.now = now
  }

  /// Follows the issuer's keys until the task is cancelled; tells `failed` of what fails.
  package func run(
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    failed: @escaping @Sendable (any Error) -> Void
  ) async {
    await ring.run(
      sleep: sleep,
      changed: { [self] generation in
        // The newer set may lack the key of what was verified before.
        memory.withLock { $0 = Memory(generation: generation) }
      },
      failed: failed
    )
  }

  /// The principal of a token verified earlier and not yet expired; never suspends.
  package func known(_ token: String) -> Principal? {
    guard let entry = memory.withLock({ $0.entries[token] }), entry.expiresAt > now() else {
      return nil
    }
    return entry.principal
  }

  /// Checks signature, issuer, kind and times.
  ///
  /// `undecided` when it needs a key that the issuer has not shown by the deadline.
  package func verify(
    _ token: String,
    by deadline: Deadline? = nil
  ) async throws(TokenError) -> Principal {
    if let principal = known(token) { return principal }
    guard token.utf8.count <= Limits.tokenBytesMax else { throw .invalid }
    let (claims, generation) = try await claims(of: token, by: deadline)
    guard claims.expiration.value > now() else { throw .expired }
    let principal = Principal(
      subject: claims.subject.value,
      kind: claims.isService ? .service : .user,
      roles: Set(claims.groups ?? [])
    )
    let entry = Entry(principal: principal, expiresAt: claims.expiration.value)
    remember(entry, token: token, generation: generation)
    return principal
  }

  /// What the token says, once its signature holds.
  private func claims(
    of token: String,
    by deadline: Deadline?
  ) async throws(TokenError) -> (TokenClaims, generation: Int) {
    // Tokens that are not for us cause no question to the issuer.
    let parser = DefaultJWTParser()
    guard let (header, said, _) = try? parser.parse(Array(token.utf8), as: TokenClaims.self),
      let name = header.kid, said.issuer.value == issuer, said.tokenUse == "access",
      !said.subject.value.isEmpty
    else { throw .invalid }
    switch await ring.keys(naming: name, by: deadline) {
    case .unknown: throw .invalid
    case .unreachable: throw .undecided
    case .known(let set, let generation):
      do {
        return (try await set.keys.verify(token, as: TokenClaims.self), generation)
      } catch {
        // Every cause is the same to the caller: which part was wrong would help a forger alone.
        throw .invalid
      }
    }
  }

  private func remember(_ entry: Entry, token: String, generation: Int) {
    memory.withLock { memory in
      // Else the set was replaced while the token was checked.
      guard generation == memory.generation else { return }
      if memory.entries.count >= Limits.rememberedTokensMax {
        memory.entries.removeAll(keepingCapacity: true)
      }
      memory.entries[token] = entry
    }
  }
}
