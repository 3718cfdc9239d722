import Contracts
import RPC
import SingleTable
import Testing

@testable import CookingHistory

@Suite("Favourites, numbers and ratings")
struct RecipesTests {
  @Test("a favourite keeps its first time, and is counted once")
  func favorite() async throws {
    try await Bench.run { bench in
      let first = try await Self.set(bench, "pho-bo")
      #expect(first.recipeTitle == "pho-bo vi")
      bench.clock.advance(minutes: 5)
      #expect(try await Self.set(bench, "pho-bo") == first)
      _ = try await Self.set(bench, "thit-kho-trung")
      #expect(try await Self.list(bench).map(\.recipeId) == ["thit-kho-trung", "pho-bo"])
      #expect(try await bench.stats().favoriteCount == 2)
      for _ in 0..<2 { try await Self.remove(bench, "pho-bo") }
      try await Self.remove(bench, "never#one")
      #expect(try await Self.list(bench).map(\.recipeId) == ["thit-kho-trung"])
      #expect(try await bench.stats().favoriteCount == 1)
      #expect(try await Self.list(bench, user: "minh").isEmpty)
    }
  }

  @Test("a list is in the caller's language, or in the stored one when nobody can translate")
  func titles() async throws {
    try await Bench.run { bench in
      _ = try await Self.set(bench, "pho-bo")
      #expect(try await Self.list(bench, language: "en").map(\.recipeTitle) == ["pho-bo en"])
      #expect(try await Self.list(bench, language: "vi").map(\.recipeTitle) == ["pho-bo vi"])
      await bench.server.drain(within: .seconds(1))
      #expect(try await Self.list(bench, language: "en").map(\.recipeTitle) == ["pho-bo vi"])
    }
  }

  @Test("the thousand and first favourite is refused")
  func tooMany() async throws {
    try await Bench.run { bench in
      try await bench.table.put(
        Item(CookingCounters.key(user: "lan"), ["favorites": .int(FavoriteRecord.countMax - 1)])
      )
      _ = try await Self.set(bench, "pho-bo")
      let error = try await #require(throws: RPCError.self) {
        _ = try await Self.set(bench, "thit-kho-trung")
      }
      #expect(error.code == .resourceExhausted)
      _ = try await Self.set(bench, "pho-bo")
      #expect(try await Self.list(bench).count == 1)
    }
  }

  @Test("the numbers follow what was cooked")
  func numbers() async throws {
    try await Bench.run { bench in
      #expect(try await bench.stats() == CookingStats())
      try await bench.cook("lan", "pho-bo", minutes: 30)
      try await bench.cook("lan", "thit-kho-trung", minutes: 45)
      #expect(try await bench.stats().mostCooked?.recipeId == "thit-kho-trung")
      try await bench.cook("lan", "pho-bo", minutes: 26)
      _ = try await bench.abandon(try await bench.start().id)
      _ = try await bench.start()
      let stats = try await bench.stats()
      #expect(stats.sessionCount == 5)
      #expect(stats.completedCount == 3)
      #expect(stats.abandonedCount == 1)
      #expect(stats.totalMinutes == 101)
      #expect(stats.averageMinutes == 33.7)
      #expect(stats.mostCooked?.recipeId == "pho-bo")
      #expect(stats.mostCooked?.recipeTitle == "pho-bo vi")
      #expect(stats.mostCooked?.count == 2)
      #expect(stats.averageRating == nil)
    }
  }

  @Test("only a completed session verifies, and only its own cook and recipe")
  func verify() async throws {
    try await Bench.run { bench in
      let session = try await bench.start()
      #expect(try await !bench.verify().verified)
      _ = try await bench.abandon(session.id)
      #expect(try await !bench.verify().verified)
      let completed = try await bench.cook()
      #expect(try await bench.verify().verified)
      #expect(try await bench.verify().completeTime == completed.endTime)
      #expect(try await !bench.verify("minh").verified)
      #expect(try await !bench.verify("lan", "thit-kho-trung").verified)
      #expect(try await !bench.verify("lan", "no#recipe").verified)
    }
  }

  @Test("sessions completed at once are all counted, and the latest end holds")
  func completionsAtOnce() async throws {
    try await Bench.run { bench in
      var ids: [String] = []
      for _ in 0..<20 { ids.append(try await bench.start().id) }
      bench.clock.advance(minutes: 3)
      let codes = await SessionTests.codes(20) { [ids] number in
        _ = try await bench.complete(ids[number])
      }
      #expect(codes.allSatisfy { $0 == .ok })
      let stats = try await bench.stats()
      #expect(stats.completedCount == 20 && stats.totalMinutes == 60)
      #expect(stats.mostCooked?.count == 20)
    }
  }

  @Test("news of ratings count once, in whatever order they come")
  func ratings() async throws {
    try await Bench.run { bench async throws in
      #expect(try await Self.rate(bench, "pho-bo", 4, version: 10) == true)
      #expect(try await Self.rate(bench, "pho-bo", 4, version: 10) == false)
      #expect(try await Self.rate(bench, "pho-bo", 1, version: 9) == false)
      #expect(try await Self.rate(bench, "thit-kho-trung", 3, version: 1) == true)
      #expect(try await bench.stats().averageRating == 3.5)
      #expect(try await bench.stats().ratingCount == 2)
      #expect(try await Self.rate(bench, "pho-bo", 5, version: 11) == true)
      #expect(try await bench.stats().averageRating == 4)
      #expect(try await Self.rate(bench, "pho-bo", nil, version: 12) == true)
      #expect(try await Self.rate(bench, "pho-bo", 5, version: 11) == false)
      #expect(try await bench.stats().averageRating == 3)
      #expect(try await bench.stats().ratingCount == 1)
      #expect(try await Self.rate(bench, "pho-bo", nil, version: 13) == true)
      #expect(try await bench.stats().ratingCount == 1)
    }
  }

  @Test("of deliveries at once the highest version holds")
  func ratingsAtOnce() async throws {
    try await Bench.run { bench in
      _ = await SessionTests.codes(30) { number in
        _ = try await Self.rate(bench, "pho-bo", Int32(number % 5 + 1), version: Int64(number + 1))
      }
      let stats = try await bench.stats()
      #expect(stats.ratingCount == 1)
      #expect(stats.averageRating == 5)
    }
  }
}

// MARK: - Parts

extension RecipesTests {
  static func set(_ bench: Bench, _ recipe: String) async throws -> Favorite {
    var request = SetFavoriteRequest()
    request.recipeId = recipe
    let response = try await bench.service.setFavorite(request, context: .by("lan"))
    return try #require(response.favorite)
  }

  static func remove(_ bench: Bench, _ recipe: String) async throws {
    var request = RemoveFavoriteRequest()
    request.recipeId = recipe
    _ = try await bench.service.removeFavorite(request, context: .by("lan"))
  }

  static func list(
    _ bench: Bench,
    user: String = "lan",
    language: String = "vi"
  ) async throws -> [Favorite] {
    var all: [Favorite] = []
    var request = ListFavoritesRequest()
    request.pageSize = 1
    repeat {
      let page = try await bench.service.listFavorites(
        request,
        context: .by(user, ["accept-language": language])
      )
      all += page.favorites
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty && all.count < 20
    return all
  }

  static func rate(
    _ bench: Bench,
    _ recipe: String,
    _ stars: Int32?,
    version: Int64
  ) async throws -> Bool {
    var request = SetPersonalRatingRequest()
    request.userId = "lan"
    request.recipeId = recipe
    request.stars = stars
    request.version = version
    return try await bench.service.setPersonalRating(request, context: .byService).applied
  }
}
