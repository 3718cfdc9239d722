import Foundation
import JWTKit
import RPC
import Synchronization
import Testing

@testable import Identity

@Suite("Keys that an issuer replaces", .timeLimit(.minutes(1)))
struct KeyRingTests {
  /// An issuer whose keys the test replaces, and who may be down.
  private final class Issuer: KeySetSource {
    struct Down: Error {}

    private struct State {
      var keys: [String: ES256PrivateKey] = [:]
      var isDown = false
      var asked = 0
      var isSlow = false
      /// Whoever is kept waiting.
      var held: [CheckedContinuation<Void, Never>] = []
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

    /// Answers no more until `answer`.
    func hold() { state.withLock { $0.isSlow = true } }

    func answer() {
      let held = state.withLock { state in
        state.isSlow = false
        defer { state.held = [] }
        return state.held
      }
      for question in held { question.resume() }
    }

    func keySet() async throws -> String {
      state.withLock { $0.asked += 1 }
      await withCheckedContinuation { continuation in
        let isHeld = state.withLock { state in
          if state.isSlow { state.held.append(continuation) }
          return state.isSlow
        }
        if !isHeld { continuation.resume() }
      }
      let (keys, isDown) = state.withLock { ($0.keys, $0.isDown) }
      if isDown { throw Down() }
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

  /// Runs a test with a verifier that follows its issuer, and looks whether its set is old when the
  /// test says so.
  private func following(
    _ issuer: Issuer,
    failed: @escaping @Sendable (any Error) -> Void = { _ in },
    _ body: (TokenVerifier, _ look: Look) async throws -> Void
  ) async throws {
    let verifier = try await verifier(issuer)
    let look = Look()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await verifier.run(sleep: { _ in try await look.wait() }, failed: failed)
      }
      defer { group.cancelAll() }
      // It is followed from the first pause on.
      #expect(await soon { look.isAwaited })
      try await body(verifier, look)
    }
  }

  /// A pause that the test ends.
  private final class Look: Sendable {
    private let waiting = Mutex<CheckedContinuation<Void, any Error>?>(nil)

    var isAwaited: Bool { waiting.withLock { $0 != nil } }

    func now() {
      waiting.withLock { waiting in
        defer { waiting = nil }
        return waiting
      }?.resume()
    }

    func wait() async throws {
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          let isOver = waiting.withLock { waiting in
            if !Task.isCancelled { waiting = continuation }
            return Task.isCancelled
          }
          if isOver { continuation.resume(throwing: CancellationError()) }
        }
      } onCancel: {
        waiting.withLock { waiting in
          defer { waiting = nil }
          return waiting
        }?.resume(throwing: CancellationError())
      }
    }
  }

  @Test("a token of a new key is taken at once, and twenty of them cost one question")
  func rotation() async throws {
    let issuer = Issuer("old")
    try await following(issuer) { verifier, _ in
      _ = try await verifier.verify(try await issuer.token("old"))
      issuer.replaceKeys(["old", "new"])
      var tokens: [String] = []
      for number in 0..<20 { tokens.append(try await issuer.token("new", subject: "u\(number)")) }
      issuer.hold()
      let subjects = try await withThrowingTaskGroup(of: String.self) { group in
        for token in tokens { group.addTask { try await verifier.verify(token).subject } }
        #expect(await soon { issuer.asked == 2 })
        issuer.answer()
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(subjects.count == 20)
      #expect(issuer.asked == 2)
    }
  }

  @Test("tokens of invented keys cost one question in half a minute, and forget no other token")
  func forgeries() async throws {
    let issuer = Issuer("old")
    try await following(issuer) { verifier, _ in
      let honest = try await issuer.token("old")
      _ = try await verifier.verify(honest)
      for round in 1...3 {
        for number in 0..<10 {
          let forged = try await issuer.token("forged-\(number)")
          await #expect(throws: TokenError.invalid) { try await verifier.verify(forged) }
        }
        #expect(issuer.asked == 1 + round)
        clock.advance(seconds: 31)
      }
      #expect(verifier.known(honest) != nil)
    }
  }

  @Test("who leaves while the issuer is asked leaves at once, and the others get its answer")
  func leaving() async throws {
    let issuer = Issuer("old")
    try await following(issuer) { verifier, _ in
      issuer.replaceKeys(["old", "new"])
      issuer.hold()
      let token = try await issuer.token("new")
      let forged = try await issuer.token("forged")
      try await withThrowingTaskGroup(of: String.self) { others in
        others.addTask { try await verifier.verify(token).subject }
        for _ in 0..<20 {
          // Each begins to wait, or is cancelled before; both end here.
          await withTaskGroup { group in
            group.addTask { _ = try? await verifier.verify(forged) }
            group.cancelAll()
          }
        }
        #expect(await soon { issuer.asked == 2 })
        issuer.answer()
        let subject = try await others.next()
        #expect(subject == "lan")
      }
      #expect(issuer.asked == 2)
    }
  }

  @Test("who waits and is cancelled ends before the issuer answers; beyond a thousand nobody waits")
  func waiting() async throws {
    let issuer = Issuer("old")
    let ring = KeyRing(
      try await KeySet(json: issuer.keySet()),
      source: issuer,
      now: { Date() }
    )
    let look = Look()
    issuer.hold()
    await withTaskGroup { group in
      group.addTask {
        await ring.run(sleep: { _ in try await look.wait() }, changed: { _ in }, failed: { _ in })
      }
      #expect(await soon { look.isAwaited })
      await withTaskGroup { callers in
        for _ in 0..<Limits.keyWaitersMax {
          callers.addTask { _ = await ring.keys(naming: "new") }
        }
        #expect(await soon { ring.waitingCount == Limits.keyWaitersMax })
        if case .unreachable = await ring.keys(naming: "new") {
        } else {
          Issue.record("one more waits for nothing")
        }
        callers.cancelAll()
      }
      #expect(ring.waitingCount == 0)
      #expect(issuer.asked == 2)
      group.cancelAll()
      issuer.answer()
    }
    #expect(ring.waitingCount == 0)
  }

  @Test("a token of another issuer causes no question")
  func foreign() async throws {
    let issuer = Issuer("old")
    try await following(issuer) { verifier, _ in
      let foreign = try await LocalIssuer().userToken(subject: "lan", validFor: 60)
      await #expect(throws: TokenError.invalid) { try await verifier.verify(foreign) }
      #expect(issuer.asked == 1)
    }
  }

  @Test("a withdrawn key is trusted for an hour, also in a token that is remembered")
  func withdrawal() async throws {
    let issuer = Issuer("old", "stolen")
    try await following(issuer) { verifier, look in
      let stolen = try await issuer.token("stolen")
      _ = try await verifier.verify(stolen)
      issuer.replaceKeys(["old"])
      clock.advance(seconds: 3_590)
      look.now()
      #expect(await soon { look.isAwaited })
      #expect(issuer.asked == 1)
      #expect(verifier.known(stolen) != nil)
      clock.advance(seconds: 10)
      look.now()
      #expect(await soon { verifier.known(stolen) == nil })
      await #expect(throws: TokenError.invalid) { try await verifier.verify(stolen) }
    }
  }

  @Test(
    "while the issuer is down its known keys hold without a wait, and others are not called wrong"
  )
  func outage() async throws {
    let issuer = Issuer("old")
    let told = Mutex(0)
    try await following(issuer, failed: { _ in told.withLock { $0 += 1 } }) { verifier, look in
      issuer.replaceKeys(["old", "new"])
      issuer.set(isDown: true)
      issuer.hold()
      clock.advance(seconds: 7_200)
      look.now()
      #expect(await soon { issuer.asked == 2 })
      _ = try await verifier.verify(try await issuer.token("old"))
      issuer.answer()
      #expect(await soon { told.withLock { $0 } == 1 })
      let token = try await issuer.token("new")
      await #expect(throws: TokenError.undecided) { try await verifier.verify(token) }
      #expect(issuer.asked == 2)
      issuer.set(isDown: false)
      clock.advance(seconds: 31)
      _ = try await verifier.verify(token)
    }
  }

  @Test("before and after it is followed, a key that is not known is not called wrong")
  func notFollowed() async throws {
    let issuer = Issuer("old")
    let before = try await verifier(issuer)
    issuer.replaceKeys(["old", "new"])
    let token = try await issuer.token("new")
    await #expect(throws: TokenError.undecided) { try await before.verify(token) }
    var after: TokenVerifier?
    try await following(issuer) { verifier, _ in after = verifier }
    issuer.replaceKeys(["old", "newer"])
    let newer = try await issuer.token("newer")
    await #expect(throws: TokenError.undecided) { try await after?.verify(newer) }
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

/// Asks until it holds, for ten seconds at most.
private func soon(_ holds: () -> Bool) async -> Bool {
  let end = ContinuousClock.now.advanced(by: .seconds(10))
  while !holds() {
    if ContinuousClock.now > end { return false }
    await Task.yield()
  }
  return true
}
