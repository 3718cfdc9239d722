import RPC
import Testing

@testable import Identity

@Suite("Who may call", .timeLimit(.minutes(1)))
struct AuthenticatorTests {
  private static let paths: [String: Access] = [
    "/a/Anyone": .anyone, "/a/User": .user, "/a/Admin": .admin, "/a/Service": .service,
  ]

  @Test("text that is no token is refused in time that grows with its length")
  func hostileText() {
    let marks =
      String(repeating: "\u{301}", count: 1 << 18) + String(repeating: "\u{323}", count: 1 << 18)
    for text in ["x\(marks)", "Bearer x\(marks)", "Bearer \(marks)", "Bearer\(marks) x"] {
      #expect(Authenticator.bearerToken(text) == nil)
    }
    #expect(Authenticator.bearerToken("bearer  a.b.c") == "a.b.c")
  }

  struct Case: Sendable {
    let caller: String
    let allowed: Set<String>
  }

  @Test(
    "each kind of caller reaches exactly what the contract permits",
    arguments: [
      Case(caller: "nobody", allowed: ["/a/Anyone"]),
      Case(caller: "user", allowed: ["/a/Anyone", "/a/User", "/a/Unlisted"]),
      Case(caller: "admin", allowed: ["/a/Anyone", "/a/User", "/a/Unlisted", "/a/Admin"]),
      Case(caller: "service", allowed: ["/a/Anyone", "/a/User", "/a/Unlisted", "/a/Service"]),
    ]
  )
  func matrix(_ row: Case) async throws {
    let issuer = LocalIssuer()
    let authenticator = Authenticator(
      verifier: await TokenVerifier(trusting: issuer),
      policy: AccessPolicy(Self.paths)
    )
    let token: String? =
      switch row.caller {
      case "user": try await issuer.userToken(subject: "lan", validFor: 60)
      case "admin": try await issuer.userToken(subject: "root", roles: ["admin"], validFor: 60)
      case "service": try await issuer.serviceToken(service: "rating-handler", validFor: 60)
      default: nil
      }
    for path in Self.paths.keys.sorted() + ["/a/Unlisted"] {
      do throws(RPCError) {
        let principal = try await authenticator.authenticate(
          authorization: token.map { "Bearer " + $0 },
          path: path
        )
        #expect(row.allowed.contains(path), "\(row.caller) reached \(path)")
        #expect((principal == nil) == (token == nil))
      } catch {
        #expect(!row.allowed.contains(path), "\(row.caller) was refused \(path)")
        #expect(error.code == (token == nil ? .unauthenticated : .permissionDenied))
      }
    }
  }

  @Test(
    "a broken authorization header is UNAUTHENTICATED, even where a stranger may call",
    arguments: ["Basic abc", "Bearer", "Bearer ", "eyJ", "", "bearer not-a-token"]
  )
  func brokenHeader(header: String) async {
    let authenticator = Authenticator(
      verifier: await TokenVerifier(trusting: LocalIssuer()),
      policy: AccessPolicy(Self.paths)
    )
    let error = await #expect(throws: RPCError.self) {
      try await authenticator.authenticate(authorization: header, path: "/a/Anyone")
    }
    #expect(error?.code == .unauthenticated)
  }
}

@Suite("Identity on outgoing calls")
struct OutgoingIdentityTests {
  private let policy = AccessPolicy([
    "/a/Anyone": .anyone, "/a/User": .user, "/a/Admin": .admin, "/a/Service": .service,
  ])

  @Test("a user's token goes along; a service method gets the service's own")
  func outgoing() async throws {
    let issuer = LocalIssuer()
    let outgoing = OutgoingIdentity(
      policy: policy,
      source: LocalServiceTokens(issuer: issuer, service: "rating-handler")
    )
    let served = ServerContext(
      method: MethodDescriptor(service: "a", name: "B"),
      metadata: ["authorization": "Bearer of-the-user"]
    )
    try await ServerContext.$current.withValue(served) {
      #expect(try await outgoing.authorization(for: "/a/User") == "Bearer of-the-user")
      let value = try #require(try await outgoing.authorization(for: "/a/Service"))
      let verifier = await TokenVerifier(trusting: issuer)
      let principal = try await verifier.verify(String(value.dropFirst("Bearer ".count)))
      #expect(principal == Principal(subject: "rating-handler", kind: .service))
      #expect(try await outgoing.authorization(for: "/a/Service") == value)
    }
  }

  @Test("where no call is served, a service asks in its own name what users may ask")
  func ownWork() async throws {
    let issuer = LocalIssuer()
    let outgoing = OutgoingIdentity(
      policy: policy,
      source: LocalServiceTokens(issuer: issuer, service: "ai-suggestion")
    )
    let authenticator = Authenticator(
      verifier: await TokenVerifier(trusting: issuer),
      policy: policy
    )
    let principal = try await authenticator.authenticate(
      authorization: try await outgoing.authorization(for: "/a/User"),
      path: "/a/User"
    )
    #expect(principal == Principal(subject: "ai-suggestion", kind: .service))
    #expect(try await outgoing.authorization(for: "/a/Anyone") == nil)
    #expect(try await outgoing.authorization(for: "/a/Admin") == nil)
    // Whoever is served without a token is a stranger, and stays one.
    let served = ServerContext(method: MethodDescriptor(service: "a", name: "B"))
    let value = try await ServerContext.$current.withValue(served) {
      try await outgoing.authorization(for: "/a/User")
    }
    #expect(value == nil)
  }
}
