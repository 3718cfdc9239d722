import Foundation
import JWTKit
import RPC
import Synchronization
import Testing

@testable import Identity

@Suite("Keys that an issuer replaces")
struct KeyRingTests {
  /// An issuer whose keys the test replaces, and who may be down.
  private final class Issuer: KeySetSource {
    struct Down: Error {}

    private struct State {
      var keys: [String: ES256PrivateKey] = [:]
      var isDown = false
      var asked = 0
    }

    private let state = Mutex(State())

    init(_ names: String...) { replaceKeys(names) }

    var asked: Int { state.withLock { $0.asked } }

    func replaceKeys(_ names: [String]) {
      state.withLock { state in
        let kept = state.keys
        state.keys = [:]
        for name in names { state.keys[name] = kept[name] ?? ES256PrivateKey() }
      }
    }

    func set(isDown: Bool) { state.withLock { $0.isDown = isDown } }

    func keySet() async throws -> String {
      let (keys, isDown) = state.withLock { state in
        state.asked += 1
        return (state.keys, state.isDown)
      }
      if isDown { throw Down() }
      // Others come in meanwhile.
      await Task.yield()
      let list = keys.compactMap { name, key in
        key.publicKey.parameters.map {
          #"{"kty":"EC","crv":"P-256","alg":"ES256","kid":"\#(name)","x":"\#($0.x)","y":"\#($0.y)"}"#
        }
      }
      return #"{"keys":[{"kty":"oct","kid":"strange"},\#(list.joined(separator: ","))]}"#
    }

    func token(_ key: String, subject: String = "lan") async throws -> String {
      let signer = JWTKeyCollection()
      let mine = state.withLock { $0.keys[key] } ?? ES256PrivateKey()
      await signer.add(ecdsa: mine, kid: JWKIdentifier(string: key))
      let claims = TokenClaims(
        issuer: IssuerClaim(value: "https://pool"),
        subject: SubjectClaim(value: subject),
        tokenUse: "access",
        issuedAt: IssuedAtClaim(value: Date()),
        expiration: ExpirationClaim(value: Date().addingTimeInterval(86_400)),
        groups: nil,
        scope: nil
      )
      return try await signer.sign(claims, kid: JWKIdentifier(string: key))
    }
  }

  private let clock = TestClock()

  private func verifier(_ issuer: Issuer) async throws -> TokenVerifier {
    let clock = clock
    return try await TokenVerifier(issuer: "https://pool", published: issuer) { clock.now }
  }

  @Test("a token of a new key is taken at once, and twenty of them cost one question")
  func rotation() async throws {
    let issuer = Issuer("old")
    let verifier = try await verifier(issuer)
    _ = try await verifier.verify(try await issuer.token("old"))
    issuer.replaceKeys(["old", "new"])
    let tokens = try await (0..<20).asyncMap { try await issuer.token("new", subject: "u\($0)") }
    let subjects = try await withThrowingTaskGroup(of: String.self) { group in
      for token in tokens { group.addTask { try await verifier.verify(token).subject } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(subjects.count == 20)
    #expect(issuer.asked == 2)
  }

  @Test("tokens of invented keys cost one question in half a minute")
  func forgeries() async throws {
    let issuer = Issuer("old")
    let verifier = try await verifier(issuer)
    for round in 1...3 {
      for number in 0..<10 {
        let forged = try await issuer.token("forged-\(number)")
        await #expect(throws: TokenError.invalid) { try await verifier.verify(forged) }
      }
      #expect(issuer.asked == 1 + round)
      clock.advance(seconds: 31)
    }
  }

  @Test("a token of another issuer causes no question")
  func foreign() async throws {
    let issuer = Issuer("old")
    let verifier = try await verifier(issuer)
    let foreign = try await LocalIssuer().userToken(subject: "lan", validFor: 60)
    await #expect(throws: TokenError.invalid) { try await verifier.verify(foreign) }
    #expect(issuer.asked == 1)
  }

  @Test("a withdrawn key is trusted for an hour at most, also in tokens that are remembered")
  func withdrawal() async throws {
    let issuer = Issuer("old", "stolen")
    let verifier = try await verifier(issuer)
    let stolen = try await issuer.token("stolen")
    _ = try await verifier.verify(stolen)
    issuer.replaceKeys(["old"])
    clock.advance(seconds: 3_600)
    #expect(verifier.known(stolen) != nil)
    _ = try await verifier.verify(try await issuer.token("old"))
    #expect(verifier.known(stolen) == nil)
    await #expect(throws: TokenError.invalid) { try await verifier.verify(stolen) }
  }

  @Test("while the issuer is down its known keys hold, and others are not called wrong")
  func outage() async throws {
    let issuer = Issuer("old")
    let verifier = try await verifier(issuer)
    issuer.replaceKeys(["old", "new"])
    issuer.set(isDown: true)
    clock.advance(seconds: 7_200)
    _ = try await verifier.verify(try await issuer.token("old"))
    let token = try await issuer.token("new")
    await #expect(throws: TokenError.undecided) { try await verifier.verify(token) }
    #expect(issuer.asked == 2)
    issuer.set(isDown: false)
    clock.advance(seconds: 31)
    _ = try await verifier.verify(token)
  }

  @Test("at the start an issuer that is down, or has no keys, is an error")
  func start() async throws {
    let issuer = Issuer("old")
    issuer.set(isDown: true)
    await #expect(throws: Issuer.Down.self) { try await verifier(issuer) }
    await #expect(throws: KeySetError.empty) { try await verifier(Issuer()) }
    await #expect(throws: KeySetError.malformed) {
      try await TokenVerifier(issuer: "x", jwks: "{}")
    }
  }
}

extension Range<Int> {
  fileprivate func asyncMap<Value>(
    _ transform: (Int) async throws -> Value
  ) async rethrows -> [Value] {
    var values: [Value] = []
    for number in self { values.append(try await transform(number)) }
    return values
  }
}
