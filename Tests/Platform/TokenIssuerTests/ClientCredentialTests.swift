import AWS
import Identity
import NIOCore
import NIOPosix
import RPC
import ScriptedHTTP
import Synchronization
import TestIssuer
import Testing

@testable import TokenIssuer

@Suite("A service's own token")
struct ClientCredentialTests {
  private static let group = MultiThreadedEventLoopGroup.singleton

  private func credentials(
    _ url: String,
    secret: String = TestIssuer.client.secret
  ) throws -> ClientCredentials {
    ClientCredentials(
      tokenAddress: try #require(ResourceAddress(url)),
      id: TestIssuer.client.id,
      secret: secret,
      scope: TestIssuer.scope
    )
  }

  private func withPool(_ body: (HTTPPool) async throws -> Void) async throws {
    let pool = HTTPPool(group: Self.group)
    do {
      try await body(pool)
      try await pool.close()
    } catch {
      try await pool.close()
      throw error
    }
  }

  @Test("credentials get a token that proves a service, and wrong ones get the issuer's word")
  func issued() async throws {
    let issuer = try await TestIssuer()
    try await withPool { pool in
      let tokens = ClientCredentialTokens(try credentials(issuer.tokenURL), pool: pool)
      #expect(try await tokens.renew() == 3_600 - 360)
      let address = try #require(ResourceAddress(issuer.keysURL))
      let verifier = try await TokenVerifier(
        issuer: issuer.name,
        published: PublishedKeySet(address, pool: pool)
      )
      let principal = try await verifier.verify(try await tokens.token().token)
      #expect(principal == Principal(subject: TestIssuer.client.id, kind: .service))

      let wrong = ClientCredentialTokens(
        try credentials(issuer.tokenURL, secret: "guessed"),
        pool: pool
      )
      let error = await #expect(throws: IssuerError.self) { try await wrong.renew() }
      #expect(error?.reason == "answered 400 invalid_client")
      let call = await #expect(throws: RPCError.self) { try await wrong.token() }
      #expect(call?.code == .unavailable)
      #expect(call?.message == "this process has no token to call other services with")
      #expect(call?.cause as? IssuerError == error)
      #expect(!"\(try credentials(issuer.tokenURL))".contains(TestIssuer.client.secret))
    }
  }

  @Test("a new key is found by the first token of it")
  func rotated() async throws {
    let issuer = try await TestIssuer()
    try await withPool { pool in
      let address = try #require(ResourceAddress(issuer.keysURL))
      let verifier = try await TokenVerifier(
        issuer: issuer.name,
        published: PublishedKeySet(address, pool: pool)
      )
      let old = try await issuer.userToken("lan", groups: ["admin"])
      #expect(
        try await verifier.verify(old) == Principal(subject: "lan", kind: .user, roles: ["admin"])
      )
      try await issuer.rotate()
      let new = try await issuer.userToken("minh")
      try await withThrowingTaskGroup(of: Void.self) { group in
        let follows = AsyncStream.makeStream(of: Void.self)
        group.addTask {
          await verifier.run(
            sleep: { pause in
              follows.continuation.finish()
              try await Task.sleep(for: pause)
            },
            failed: { Issue.record("\($0)") }
          )
        }
        defer { group.cancelAll() }
        for await _ in follows.stream {}
        let subject = try await verifier.verify(new).subject
        #expect(subject == "minh")
        await #expect(throws: TokenError.invalid) { try await verifier.verify(old) }
      }
    }
  }

  @Test(
    "an answer that is no token is an error, whatever it is",
    arguments: [
      "", "{}", "null", #"{"access_token":"t","token_type":"Bearer"}"#,
      #"{"access_token":"t","token_type":"mac","expires_in":60}"#,
      #"{"access_token":"","token_type":"Bearer","expires_in":60}"#,
      #"{"access_token":"t\nx: y","token_type":"Bearer","expires_in":60}"#,
      #"{"access_token":"t","token_type":"Bearer","expires_in":0}"#,
      #"{"access_token":7,"token_type":"Bearer","expires_in":60}"#,
      #"{"access_token":"t","token_type":"Bearer","expires_in":9223372036854775808}"#,
    ]
  )
  func malformed(_ document: String) async throws {
    try await FaultyService.run(upstream: "http://127.0.0.1:1") { _, _ in
      .answered(Array(document.utf8))
    } _: { service in
      try await withPool { pool in
        let tokens = ClientCredentialTokens(try credentials(service.url), pool: pool)
        let error = await #expect(throws: IssuerError.self) { try await tokens.renew() }
        #expect(error?.asked == service.url + "/")
        await #expect(throws: RPCError.self) { try await tokens.token() }
      }
    }
  }

  @Test("a life that no clock can count is cut, and an error that is no code is not told")
  func bounds() throws {
    let long = #"{"access_token":"t","token_type":"Bearer","expires_in":9223372036854775807}"#
    #expect(TokenDocument(Array(long.utf8))?.lifetimeSeconds == 86_400)
    #expect(TokenDocument.error(Array(#"{"error":"invalid_scope"}"#.utf8)) == "invalid_scope")
    for wrong in [String(repeating: "x", count: 65), "a\u{1}b", "lỗi"] {
      #expect(TokenDocument.error(Array("{\"error\":\"\(wrong)\"}".utf8)) == nil)
    }
  }

  private static let document =
    #"{"access_token":"t","token_type":"bearer","expires_in":600,"scope":"x"}"#

  @Test("what may pass is tried again at once, up to three times")
  func passing() async throws {
    try await FaultyService.run(upstream: "http://127.0.0.1:1") { number, _ in
      switch number {
      case 0: .refused(status: 503, code: "busy")
      case 1: .dropped(isDone: false)
      default: .answered(Array(Self.document.utf8))
      }
    } _: { service in
      try await withPool { pool in
        let clock = AWSClock(sleep: { _ in })
        let tokens = ClientCredentialTokens(
          try credentials(service.url),
          pool: pool,
          clock: clock
        )
        #expect(try await tokens.renew() == 300)
        #expect(try await tokens.token().token == "t")
        #expect(service.seen.count == 3)
      }
    }
  }

  @Test("a token is renewed before its end, kept while the issuer is down, and never used after")
  func renewal() async throws {
    let now = Mutex<Int64>(1_000)
    let waits = Mutex<[Int64]>([])
    let told = Mutex(0)
    let clock = AWSClock(
      epochSeconds: { now.withLock { $0 } },
      sleep: { pause in
        // Pauses between the tries of one question are left out.
        guard pause.nanoseconds >= 1_000_000_000 else { return }
        let seconds = pause.nanoseconds / 1_000_000_000
        now.withLock { $0 += seconds }
        let count = waits.withLock { waits in
          waits.append(seconds)
          return waits.count
        }
        if count > 32 { throw CancellationError() }
      }
    )
    try await FaultyService.run(upstream: "http://127.0.0.1:1") { number, _ in
      number < 2 ? .answered(Array(Self.document.utf8)) : .refused(status: 400, code: "down")
    } _: { service in
      try await withPool { pool in
        let tokens = ClientCredentialTokens(
          try credentials(service.url),
          pool: pool,
          clock: clock
        )
        let first = try await tokens.renew()
        await tokens.run(after: first) { _ in
          told.withLock { $0 += 1 }
        }
        // Twice a new token; then a question every ten seconds, and the old token for its 600.
        #expect(waits.withLock { $0 } == [300, 300] + Array(repeating: 10, count: 31))
        #expect(told.withLock { $0 } == 31)
        #expect(now.withLock { $0 } == 1_000 + 910)
        now.withLock { $0 = 1_000 + 300 + 599 }
        #expect(try await tokens.token().token == "t")
        now.withLock { $0 += 1 }
        let error = await #expect(throws: RPCError.self) { try await tokens.token() }
        #expect(error?.code == .unavailable)
      }
    }
  }
}
