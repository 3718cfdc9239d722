import Contracts
import RPC
import SingleTable
import Testing

@testable import CookingHistory

@Suite("Forgetting a user")
struct PrivacyTests {
  private func erase(_ bench: Bench, _ user: String = "lan", until version: Int64 = 0) async throws
  {
    _ = try await bench.service.eraseCookingData(
      EraseCookingDataRequest(userId: user, ratingVersion: version),
      context: .byService
    )
  }

  private func rate(_ bench: Bench, version: Int64) async throws -> Bool {
    let request = SetPersonalRatingRequest(
      userId: "lan",
      recipeId: "pho-bo",
      stars: 5,
      version: version
    )
    return try await bench.service.setPersonalRating(request, context: .byService).applied
  }

  @Test("sessions, favourites and numbers are gone, and somebody else's stay")
  func everything() async throws {
    try await Bench.run { bench in
      for user in ["lan", "minh"] {
        try await bench.cook(user)
        _ = try await bench.start(user, key: "tonight")
        _ = try await bench.service.setFavorite(
          SetFavoriteRequest(recipeId: "pho-bo"),
          context: .by(user)
        )
      }
      for _ in 0..<2 { try await erase(bench) }
      #expect(try await bench.stats() == CookingStats())
      #expect(try await bench.stats("minh").sessionCount == 2)
      #expect(try await bench.verify().verified == false)
      let left = try await bench.table.query(Query(partition: "COOKING#lan"))
      #expect(left.items.compactMap(\.key?.sort) == ["ERASED"])
      // A new start is as of somebody new, also with a key of before.
      _ = try await bench.start(key: "tonight")
      #expect(try await bench.stats().sessionCount == 1)
    }
  }

  @Test("news of a rating of before bring nothing back, those of later do")
  func lateNews() async throws {
    try await Bench.run { bench in
      #expect(try await rate(bench, version: 10))
      try await erase(bench, until: 10)
      #expect(try await rate(bench, version: 9) == false)
      #expect(try await rate(bench, version: 10) == false)
      #expect(try await bench.stats().ratingCount == 0)
      #expect(try await rate(bench, version: 11))
      #expect(try await bench.stats().ratingCount == 1)
      // The first wish comes once more, behind a later one.
      try await erase(bench, until: 20)
      try await erase(bench, until: 10)
      #expect(try await rate(bench, version: 20) == false)
      bench.clock.advance(minutes: 24 * 60 + 1)
      let mark = try await bench.table.get(ErasureMark.key(user: "lan"))
      #expect(mark == nil)
    }
  }

  @Test("names every broken rule")
  func rules() async throws {
    try await Bench.run { bench in
      do {
        try await erase(bench, "", until: -1)
        Issue.record("was not refused")
      } catch let error as RPCError {
        #expect(error.code == .invalidArgument)
        #expect(error.message.contains("user_id") && error.message.contains("1 more"))
      }
    }
  }
}
