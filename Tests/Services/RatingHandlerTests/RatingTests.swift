import Contracts
import Protobuf
import RPC
import SingleTable
import Testing

@testable import RatingHandler

@Suite("Rating")
struct RatingTests {
  /// Many who wait for each other take longer on a slow table than one call may.
  private static let waitMax = Duration.seconds(60)

  @Test("the first rating answers 201, a later one replaces it")
  func replace() async throws {
    try await Bench.run { bench in
      let first = ServerContext.by("lan")
      let created = try await bench.rate(2, by: "lan", comment: "nhạt", context: first)
      #expect(first.responseMetadata["x-http-status"] == "201")
      #expect(created.created)
      #expect(created.rating?.verified == true && created.rating?.mine == true)
      #expect(created.summary?.average == 2 && created.summary?.count == 1)
      bench.clock.advance(minutes: 5)

      let second = ServerContext.by("lan")
      let changed = try await bench.rate(5, by: "lan", context: second)
      #expect(second.responseMetadata["x-http-status"] == nil)
      #expect(!changed.created)
      #expect(changed.rating?.comment == "")
      #expect(changed.rating?.createTime == created.rating?.createTime)
      #expect(changed.rating?.updateTime?.seconds == bench.clock.milliseconds / 1_000)
      let summary = try #require(changed.summary)
      #expect(summary.count == 1 && summary.sum == 5 && summary.countByStars == [5: 1])
      #expect(summary.verifiedCount == 1 && summary.approval == .pending)
      #expect(try await bench.mine("lan") == changed.rating)
    }
  }

  @Test(
    "vector 4: ratings one after the other approve when they should",
    arguments: [
      ([4], 4.0, false), ([5, 5], 5.0, false), ([4, 5, 4], 4.3, true), ([3, 4, 3], 3.3, false),
      ([4, 4, 4], 4.0, true),
    ] as [([Int32], Double, Bool)]
  )
  func vector4(stars: [Int32], average: Double, isApproved: Bool) async throws {
    try await Bench.run { bench in
      var last: RatingSummary?
      for (number, star) in stars.enumerated() {
        last = try await bench.rate(star, by: "user-\(number)").summary
        #expect(last?.approval == (isApproved && number == 2 ? .approved : .pending))
      }
      #expect(last?.average == average)
      #expect(try await bench.summary() == last)
    }
  }

  @Test("vector 7: raters at once lose nothing, and approve once", arguments: [20, 100])
  func vector7(raters: Int) async throws {
    try await Bench.run { bench in
      // Any three of fours and fives approve; nothing after that takes it back.
      let responses = try await withThrowingTaskGroup(of: RateRecipeResponse.self) { group in
        for number in 0..<raters {
          group.addTask {
            let user = "user-\(number)"
            let context = ServerContext.by(user, within: Self.waitMax)
            return try await bench.rate(Int32(4 + number % 2), by: user, context: context)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(responses.filter(\.created).count == raters)
      let summary = try await bench.summary()
      let half = Int32(raters / 2)
      #expect(summary.count == Int32(raters) && summary.verifiedCount == Int32(raters))
      #expect(summary.sum == 9 * half)
      #expect(summary.countByStars == [4: half, 5: half])
      #expect(summary.approval == .approved && summary.average == 4.5)
      // One version for each rating: the approval was part of one of them.
      let totals = try await bench.store.totals(recipe: "new")
      #expect(totals.version == Int64(raters))
      await bench.send()
      #expect(bench.peers.latestTotals?.version == totals.version)
      #expect(bench.peers.latestTotals?.approval == .approved)
      #expect(bench.peers.ratings.count == raters)
      #expect(try await bench.waiting().isEmpty)
    }
  }

  @Test("an author's rating and those of people who have not cooked approve nothing")
  func unverified() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.cooks = ["author", "a", "b"] }
      for user in ["author", "a", "b", "c", "d"] { try await bench.rate(5, by: user) }
      let summary = try await bench.summary()
      #expect(summary.count == 5 && summary.verifiedCount == 2 && summary.approval == .pending)
      #expect(try await bench.mine("author").verified)
      #expect(try await !bench.mine("c").verified)
      bench.peers.change { $0.cooks = nil }
      #expect(try await bench.rate(4, by: "c").summary?.approval == .approved)
    }
  }

  @Test("ten bad ratings take an approved recipe out, and it does not come back by ratings")
  func demotion() async throws {
    try await Bench.run { bench in
      for number in 0..<3 { try await bench.rate(5, by: "fan-\(number)") }
      #expect(try await bench.summary().approval == .approved)
      for number in 0..<6 { try await bench.rate(1, by: "user-\(number)") }
      #expect(try await bench.summary().approval == .approved)
      #expect(try await bench.rate(1, by: "user-6").summary?.approval == .rejected)
      for number in 0..<7 { try await bench.rate(5, by: "user-\(number)") }
      let summary = try await bench.summary()
      #expect(summary.average == 5 && summary.approval == .rejected)
    }
  }

  @Test("a recipe of the cookbook stays approved whatever its ratings")
  func cookbook() async throws {
    try await Bench.run { bench in
      for number in 0..<12 { try await bench.rate(1, "pho-bo", by: "user-\(number)") }
      #expect(try await bench.summary("pho-bo").approval == .approved)
      #expect(try await bench.override(.rejected, "pho-bo").approval == .rejected)
      #expect(try await bench.override(.pending, "pho-bo").approval == .approved)
    }
  }

  @Test("an admin's decision holds against ratings until it is given back")
  func override() async throws {
    try await Bench.run { bench in
      #expect(try await bench.override(.rejected).approval == .rejected)
      for number in 0..<4 { try await bench.rate(5, by: "user-\(number)") }
      #expect(try await bench.summary().approval == .rejected)
      #expect(try await bench.override(.pending).approval == .pending)
      #expect(try await bench.rate(5, by: "user-4").summary?.approval == .approved)

      #expect(try await bench.override(.approved).approval == .approved)
      for number in 0..<12 { try await bench.rate(1, by: "user-\(number)") }
      let summary = try await bench.summary()
      #expect(summary.approval == .approved && summary.count == 12)
      await bench.send()
      #expect(bench.peers.latestTotals?.approval == .approved)
    }
  }

  @Test("a rating taken back is gone, an approval that it helped to bring about stays")
  func takeBack() async throws {
    try await Bench.run { bench in
      for number in 0..<3 { try await bench.rate(5, by: "user-\(number)") }
      let response = try await bench.takeBack(by: "user-1")
      let summary = try #require(response.summary)
      #expect(summary.count == 2 && summary.sum == 10 && summary.verifiedCount == 2)
      #expect(summary.approval == .approved)
      for call in [
        { _ = try await bench.takeBack(by: "user-1") }, { _ = try await bench.mine("user-1") },
      ] as [() async throws -> Void] {
        let error = try await #require(throws: RPCError.self) { try await call() }
        #expect(error.code == .notFound)
      }
      #expect(try await Self.list(bench, "user-1").isEmpty)
      await bench.send()
      let news = bench.peers.ratings.filter { $0.userId == "user-1" }
      #expect(news.map(\.stars) == [nil])

      #expect(try await bench.rate(3, by: "user-1").created)
      await bench.send()
      let later = bench.peers.ratings.filter { $0.userId == "user-1" }
      #expect(later.last?.stars == 3)
      #expect(later[1].version > later[0].version)
    }
  }

  @Test("what is written is answered, whatever the table does behind it")
  func answersFromTheWrite() async throws {
    try await Bench.run { bench in
      for number in 0..<2 { try await bench.rate(5, by: "user-\(number)") }
      let context = ServerContext.by("lan")
      let rated = try await bench.on(BlindTable.init).rate(4, by: "lan", context: context)
      #expect(rated.created && context.responseMetadata["x-http-status"] == "201")
      #expect(rated.summary?.approval == .approved)
      #expect(try await bench.summary() == rated.summary)
      let taken = try await bench.on(BlindTable.init).takeBack(by: "lan")
      #expect(taken.summary?.count == 2 && taken.summary?.sum == 10)
      #expect(try await bench.summary() == taken.summary)
    }
  }

  @Test("a call that comes again has taken the rating back, another one finds none")
  func takeBackAgain() async throws {
    try await Bench.run { bench in
      try await bench.rate(4, by: "minh")
      try await bench.rate(5, by: "lan")
      let taken = try await bench.takeBack(by: "lan", context: .by("lan", request: "r-1"))
      let again = try await bench.takeBack(by: "lan", context: .by("lan", request: "r-1"))
      #expect(again.summary == taken.summary && again.summary?.count == 1)
      for (user, request) in [("lan", "r-2"), ("hoa", "r-1")] {
        let error = try await #require(throws: RPCError.self) {
          try await bench.takeBack(by: user, context: .by(user, request: request))
        }
        #expect(error.code == .notFound)
      }
      // Rated once more, it is another one that goes.
      try await bench.rate(3, by: "lan")
      try await bench.takeBack(by: "lan", context: .by("lan", request: "r-1"))
      #expect(try await bench.summary().count == 1)
    }
  }

  @Test("one person's changes at once leave one rating, and totals of it alone")
  func onePerson() async throws {
    try await Bench.run { bench in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<30 {
          group.addTask {
            let context = ServerContext.by("lan", within: Self.waitMax)
            try await bench.rate(Int32(number % 5 + 1), by: "lan", context: context)
          }
        }
        try await group.waitForAll()
      }
      let rating = try await bench.mine("lan")
      let summary = try await bench.summary()
      #expect(summary.count == 1 && summary.sum == rating.stars)
      #expect(summary.countByStars == [rating.stars: 1])
      await bench.send()
      #expect(bench.peers.ratings.max { $0.version < $1.version }?.stars == rating.stars)
    }
  }

  @Test("lists hold each rating once, tell whose are the caller's, and nobody else's name")
  func lists() async throws {
    try await Bench.run { bench in
      for number in 0..<5 {
        try await bench.rate(Int32(number + 1), by: "user-\(number)")
        bench.clock.advance(minutes: 1)
        try await bench.rate(4, "pho-bo", by: "user-\(number)")
      }
      try await bench.takeBack(by: "user-3")
      #expect(try await Self.list(bench, "user-1").map(\.recipeId) == ["pho-bo", "new"])
      bench.clock.advance(minutes: 1)
      try await bench.rate(5, by: "user-1")
      #expect(try await Self.list(bench, "user-1").map(\.recipeId) == ["new", "pho-bo"])

      var ratings: [Rating] = []
      var request = ListRecipeRatingsRequest()
      request.recipeId = "new"
      request.pageSize = 2
      repeat {
        let page = try await bench.service.listRecipeRatings(request, context: .by("user-2"))
        ratings += page.ratings
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty && ratings.count < 20
      #expect(ratings.map(\.stars).sorted() == [1, 3, 5, 5])
      #expect(ratings.filter(\.mine).map(\.stars) == [3])
    }
  }

  static func list(_ bench: Bench, _ user: String) async throws -> [Rating] {
    var ratings: [Rating] = []
    var request = ListMyRatingsRequest()
    request.pageSize = 1
    repeat {
      let page = try await bench.service.listMyRatings(request, context: .by(user))
      ratings += page.ratings
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty && ratings.count < 20
    return ratings
  }
}
