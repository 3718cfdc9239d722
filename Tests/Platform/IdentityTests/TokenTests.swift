import Foundation
import JWTKit
import RPC
import Testing

@testable import Identity

@Suite("Tokens")
struct TokenTests {
  private let issuer = LocalIssuer()

  @Test("a user's token names its subject and roles")
  func userToken() async throws {
    let token = try await issuer.userToken(subject: "lan", roles: ["admin"], validFor: 60)
    let verifier = await TokenVerifier(trusting: issuer)
    let principal = try await verifier.verify(token)
    #expect(principal == Principal(subject: "lan", kind: .user, roles: ["admin"]))
    #expect(verifier.known(token) == principal)
  }

  @Test("a service's token names the service")
  func serviceToken() async throws {
    let token = try await issuer.serviceToken(service: "rating-handler", validFor: 60)
    let principal = try await TokenVerifier(trusting: issuer).verify(token)
    #expect(principal == Principal(subject: "rating-handler", kind: .service))
  }

  @Test("an expired token is refused, even when it was verified before")
  func expired() async throws {
    let token = try await issuer.userToken(subject: "lan", validFor: 60)
    let clock = TestClock()
    let verifier = await TokenVerifier(trusting: issuer, now: { clock.now })
    _ = try await verifier.verify(token)
    clock.advance(seconds: 61)
    #expect(verifier.known(token) == nil)
    await #expect(throws: TokenError.expired) { try await verifier.verify(token) }
  }

  @Test("another issuer's key, an altered payload and nonsense are refused")
  func forged() async throws {
    let verifier = await TokenVerifier(trusting: issuer)
    let foreign = try await LocalIssuer().userToken(subject: "lan", validFor: 60)
    let token = try await issuer.userToken(subject: "lan", validFor: 60)
    var parts = token.split(separator: ".").map(String.init)
    parts[1] = try await issuer.userToken(subject: "eve", validFor: 60)
      .split(separator: ".").map(String.init)[1]
    let altered = parts.joined(separator: ".")
    let unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + "."
    let long = String(repeating: "a", count: 9_000)
    for forged in [foreign, altered, unsigned, "nonsense", "", "a.b.c", long] {
      await #expect(throws: TokenError.invalid) { try await verifier.verify(forged) }
    }
  }

  @Test("an HMAC made with the public key is refused")
  func algorithmConfusion() async throws {
    let claims = TokenClaims(
      issuer: IssuerClaim(value: LocalIssuer.name),
      subject: SubjectClaim(value: "eve"),
      tokenUse: "access",
      issuedAt: IssuedAtClaim(value: Date()),
      expiration: ExpirationClaim(value: Date().addingTimeInterval(60)),
      groups: ["admin"],
      scope: nil
    )
    let keys = JWTKeyCollection()
    await keys.add(
      hmac: HMACKey(from: issuer.key.publicKey.pemRepresentation),
      digestAlgorithm: .sha256,
      kid: LocalIssuer.keyID
    )
    let forged = try await keys.sign(claims, kid: LocalIssuer.keyID)
    let verifier = await TokenVerifier(trusting: issuer)
    await #expect(throws: TokenError.invalid) { try await verifier.verify(forged) }
  }

  @Test("a folder may have a space, a percent sign and Vietnamese letters in its name")
  func folderName() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID()) bếp 100%20")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try LocalIssuer(folder: folder)
    let second = try LocalIssuer(folder: folder)
    #expect(first.key.pemRepresentation == second.key.pemRepresentation)
  }

  @Test("twenty processes that start at once agree on one key, which only the owner reads")
  func sharedKey() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 {
        group.addTask { try LocalIssuer(folder: folder).key.pemRepresentation }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(files == ["issuer.pem"])
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.appending(path: "issuer.pem").path()
    )
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
