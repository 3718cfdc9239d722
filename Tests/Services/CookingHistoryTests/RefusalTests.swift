import Contracts
import RPC
import SingleTable
import Testing

@testable import CookingHistory

@Suite("What the history refuses")
struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fields: [String]
    let call: @Sendable (CookingHistoryService) async throws -> Void

    init(
      _ name: String,
      _ fields: [String],
      _ call: @escaping @Sendable (CookingHistoryService) async throws -> Void
    ) {
      testDescription = name
      self.fields = fields
      self.call = call
    }
  }

  static let lan: @Sendable () -> ServerContext = { .by("lan") }

  static let cases: [Case] = [
    Case("start without a recipe", ["recipe_id"]) {
      _ = try await $0.startCooking(StartCookingRequest(), context: lan())
    },
    Case("key with a space", ["idempotency_key"]) {
      var request = StartCookingRequest()
      request.recipeId = "pho-bo"
      request.idempotencyKey = "a key"
      _ = try await $0.startCooking(request, context: lan())
    },
    Case("key that is too long", ["idempotency_key"]) {
      var request = StartCookingRequest()
      request.recipeId = "pho-bo"
      request.idempotencyKey = String(repeating: "k", count: 129)
      _ = try await $0.startCooking(request, context: lan())
    },
    Case("two different keys", ["idempotency_key"]) {
      var request = StartCookingRequest()
      request.recipeId = "pho-bo"
      request.idempotencyKey = "a"
      _ = try await $0.startCooking(request, context: .by("lan", ["idempotency-key": "b"]))
    },
    Case("session without an id", ["id"]) {
      _ = try await $0.getSession(GetSessionRequest(), context: lan())
    },
    Case("completion without an id", ["id"]) {
      _ = try await $0.completeCooking(CompleteCookingRequest(), context: lan())
    },
    Case("abandoning without an id", ["id"]) {
      _ = try await $0.abandonCooking(AbandonCookingRequest(), context: lan())
    },
    Case("forgetting without an id", ["id"]) {
      _ = try await $0.deleteSession(DeleteSessionRequest(), context: lan())
    },
    Case("status without a name", ["status"]) {
      var request = ListSessionsRequest()
      request.status = .unrecognized(9)
      _ = try await $0.listSessions(request, context: lan())
    },
    Case("negative page", ["page_size"]) {
      var request = ListSessionsRequest()
      request.pageSize = -1
      _ = try await $0.listSessions(request, context: lan())
    },
    Case("forged page token", ["page_token"]) {
      var request = ListSessionsRequest()
      request.pageToken = "AAAA"
      _ = try await $0.listSessions(request, context: lan())
    },
    Case("favourite without a recipe", ["recipe_id"]) {
      _ = try await $0.setFavorite(SetFavoriteRequest(), context: lan())
    },
    Case("no favourite without a recipe", ["recipe_id"]) {
      _ = try await $0.removeFavorite(RemoveFavoriteRequest(), context: lan())
    },
    Case("forged token of favourites", ["page_token"]) {
      var request = ListFavoritesRequest()
      request.pageToken = "AAAA"
      _ = try await $0.listFavorites(request, context: lan())
    },
    Case("verification of nothing", ["user_id", "recipe_id"]) {
      _ = try await $0.verifyCook(VerifyCookRequest(), context: .byService)
    },
    Case("rating of nothing", ["user_id", "recipe_id", "version"]) {
      _ = try await $0.setPersonalRating(SetPersonalRatingRequest(), context: .byService)
    },
    Case("six stars", ["stars"]) {
      var request = SetPersonalRatingRequest()
      request.userId = "lan"
      request.recipeId = "pho-bo"
      request.stars = 6
      request.version = 1
      _ = try await $0.setPersonalRating(request, context: .byService)
    },
  ]

  @Test("names every broken rule and changes nothing", arguments: cases)
  func refused(_ refused: Case) async throws {
    try await Bench.run { bench in
      let thrown = try await #require(throws: (any Error).self) {
        try await refused.call(bench.service)
      }
      let error = RPCError(from: thrown)
      #expect(error.code == .invalidArgument)
      #expect(error.details.flatMap(\.violations).map(\.field) == refused.fields)
      #expect(error.details.flatMap(\.violations).allSatisfy { !$0.description.isEmpty })
      #expect(try await bench.stats() == CookingStats())
      #expect(bench.book.asked.isEmpty)
    }
  }

  @Test("a recipe that nobody has is not found", arguments: ["bun-cha", "no#recipe", "Ph\u{1EDF}"])
  func noRecipe(id: String) async throws {
    try await Bench.run { bench in
      var favorite = SetFavoriteRequest()
      favorite.recipeId = id
      let attempts: [() async throws -> Void] = [
        { _ = try await bench.start("lan", id) },
        { _ = try await bench.service.setFavorite(favorite, context: .by("lan")) },
      ]
      for attempt in attempts {
        let error = try await #require(throws: RPCError.self) { try await attempt() }
        #expect(error.code == .notFound)
        #expect(error.message.contains(id))
      }
      #expect(try await bench.stats() == CookingStats())
    }
  }

  @Test("a call without a user is UNAUTHENTICATED, one by a service PERMISSION_DENIED")
  func callers() async throws {
    try await Bench.run { bench in
      let nobody = ServerContext(method: MethodDescriptor(service: "test", name: "Test"))
      for (context, code) in [
        (nobody, StatusCode.unauthenticated), (.byService, .permissionDenied),
      ] {
        let error = try await #require(throws: RPCError.self) {
          _ = try await bench.start("lan", "pho-bo", context: context)
        }
        #expect(error.code == code)
      }
    }
  }

  @Test("a recipe service that is down is named with the reason, and a start works when it is back")
  func peerDown() async throws {
    try await Bench.run { bench in
      await bench.server.drain(within: .seconds(1))
      let error = try await #require(throws: RPCError.self) { _ = try await bench.start(key: "k") }
      #expect(error.code == .unavailable)
      #expect(error.message.hasPrefix("ai-suggestion: "))
      #expect(
        error.details.contains(
          .errorInfo(
            reason: "PEER_UNAVAILABLE",
            domain: "smart-cooking",
            metadata: ["peer": "ai-suggestion"]
          )
        )
      )
      #expect(try await bench.stats() == CookingStats())

      let (server, _) = try await bench.book.serve(port: bench.port)
      // The channel finds the address again by itself; the caller tries again, as it was told.
      var session: CookingSession?
      let patience = Deadline.after(.seconds(20))
      while session == nil, patience.remaining() > .zero {
        session = try? await bench.start(key: "k")
      }
      #expect(session != nil)
      #expect(try await bench.stats().sessionCount == 1)
      await server.drain(within: .seconds(1))
    }
  }
}

extension StatusDetail {
  fileprivate var violations: [FieldViolation] {
    if case .badRequest(let violations) = self { violations } else { [] }
  }
}
