import Contracts
import RPC
import Testing

@testable import RatingHandler

@Suite("What ratings refuse")
struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fields: [String]
    let call: @Sendable (Bench) async throws -> Void

    init(
      _ name: String,
      _ fields: [String],
      _ call: @escaping @Sendable (Bench) async throws -> Void
    ) {
      testDescription = name
      self.fields = fields
      self.call = call
    }
  }

  static let cases: [Case] = [
    Case("no recipe, no stars", ["recipe_id", "stars"]) { try await $0.rate(0, "", by: "lan") },
    Case("six stars", ["stars"]) { try await $0.rate(6, by: "lan") },
    Case("less than no stars", ["stars"]) { try await $0.rate(-1, by: "lan") },
    Case("a long comment", ["comment"]) {
      try await $0.rate(3, by: "lan", comment: String(repeating: "ớ", count: 501))
    },
    Case("own rating of nothing", ["recipe_id"]) { _ = try await $0.mine("lan", "") },
    Case("taking nothing back", ["recipe_id"]) { try await $0.takeBack(by: "lan", "") },
    Case("summary of nothing", ["recipe_id"]) { _ = try await $0.summary("") },
    Case("decision on nothing", ["recipe_id", "approval"]) {
      try await $0.override(.unspecified, "")
    },
    Case("decision without a name", ["approval"]) { try await $0.override(.unrecognized(7)) },
    Case("a long reason", ["reason"]) {
      var request = OverrideApprovalRequest()
      request.recipeId = "new"
      request.approval = .approved
      request.reason = String(repeating: "r", count: 501)
      _ = try await $0.service.overrideApproval(request, context: .by("admin"))
    },
    Case("ratings of nothing", ["recipe_id"]) {
      _ = try await $0.service.listRecipeRatings(
        ListRecipeRatingsRequest(),
        context: .by("lan")
      )
    },
    Case("a negative page", ["page_size"]) {
      var request = ListMyRatingsRequest()
      request.pageSize = -1
      _ = try await $0.service.listMyRatings(request, context: .by("lan"))
    },
    Case("a forged page token", ["page_token"]) {
      var request = ListMyRatingsRequest()
      request.pageToken = "AAAA"
      _ = try await $0.service.listMyRatings(request, context: .by("lan"))
    },
  ]

  @Test("names every broken rule and changes nothing", arguments: cases)
  func refused(_ refused: Case) async throws {
    try await Bench.run { bench in
      let thrown = try await #require(throws: (any Error).self) { try await refused.call(bench) }
      let error = RPCError(from: thrown)
      #expect(error.code == .invalidArgument)
      #expect(error.details.flatMap(\.violations).map(\.field) == refused.fields)
      #expect(error.details.flatMap(\.violations).allSatisfy { !$0.description.isEmpty })
      #expect(try await bench.summary().count == 0)
      #expect(try await bench.waiting().isEmpty)
    }
  }

  @Test("five hundred characters are a comment, whatever their bytes")
  func longestComment() async throws {
    try await Bench.run { bench in
      let comment = String(repeating: "ớ", count: 500)
      let response = try await bench.rate(3, by: "lan", comment: comment)
      #expect(response.rating?.comment == comment)
    }
  }

  @Test("a recipe that nobody has is not found", arguments: ["bun-cha", "OUTBOX#0", "new#USER"])
  func noRecipe(id: String) async throws {
    try await Bench.run { bench in
      for call in [
        { try await bench.rate(5, id, by: "lan") }, { try await bench.override(.approved, id) },
      ] as [() async throws -> Any] {
        let error = try await #require(throws: RPCError.self) { _ = try await call() }
        #expect(error.code == .notFound)
        #expect(error.message.contains(id))
      }
      let summary = try await bench.summary(id)
      #expect(summary.count == 0 && summary.average == nil && summary.approval == .unspecified)
      var request = ListRecipeRatingsRequest()
      request.recipeId = id
      let list = try await bench.service.listRecipeRatings(request, context: .by("lan"))
      #expect(list.ratings.isEmpty)
      #expect(try await bench.waiting().isEmpty)
    }
  }

  @Test("a recipe service that is down is named with the reason, and works when it is back")
  func peerDown() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["GetRecipe": .unavailable] }
      let error = try await #require(throws: RPCError.self) { try await bench.rate(5, by: "lan") }
      #expect(error.code == .unavailable)
      #expect(error.message == "ai-suggestion: told to fail")
      #expect(
        error.details.contains(
          .errorInfo(
            reason: "PEER_UNAVAILABLE",
            domain: "smart-cooking",
            metadata: ["peer": "ai-suggestion"]
          )
        )
      )
      #expect(try await bench.summary().count == 0)
      bench.peers.change { $0.failures = [:] }
      #expect(try await bench.rate(5, by: "lan").created)
    }
  }

  @Test("what went wrong in the recipe service is not told")
  func peerBroken() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["GetRecipe": .unknown] }
      let error = try await #require(throws: RPCError.self) { try await bench.rate(5, by: "lan") }
      #expect(error.code == .internal)
      #expect(error.message == "ai-suggestion failed unexpectedly")
    }
  }
}

extension StatusDetail {
  fileprivate var violations: [FieldViolation] {
    if case .badRequest(let violations) = self { violations } else { [] }
  }
}
