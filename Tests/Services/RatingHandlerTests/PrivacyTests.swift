import Contracts
import RPC
import SingleTable
import Testing

@testable import RatingHandler

@Suite("Forgetting a user")
struct PrivacyTests {
  private func erase(_ bench: Bench, _ user: String = "lan") async throws -> Bool {
    try await bench.service.eraseMyData(EraseMyDataRequest(), context: .by(user)).complete
  }

  /// The second look, which comes when indexes list all that was written before the first.
  private func lookAgain(_ bench: Bench) async throws {
    bench.clock.advance(minutes: 1)
    await bench.service.eraser.round()
    #expect(try await wishes(bench).isEmpty)
  }

  private func wishes(_ bench: Bench) async throws -> [ErasureRecord] {
    try await bench.store.wishes(from: nil).records(ErasureRecord.self)
  }

  @Test("ratings leave the totals, every service is told, and nothing names the user any more")
  func everything() async throws {
    try await Bench.run { bench in
      for (user, stars) in [("lan", 5), ("minh", 3), ("hoa", 4)] as [(String, Int32)] {
        try await bench.rate(stars, by: user)
      }
      try await bench.rate(1, "pho-bo", by: "lan")
      try await bench.takeBack(by: "lan", "pho-bo")
      #expect(try await bench.summary().approval == .approved)

      #expect(try await erase(bench))
      let summary = try await bench.summary()
      #expect(summary.count == 2 && summary.sum == 7 && summary.verifiedCount == 2)
      #expect(summary.countByStars == [3: 1, 4: 1])
      #expect(summary.approval == .approved, "what it helped to bring about stays")
      #expect(bench.peers.forgotten == ["cooking lan", "ingredients lan", "recipes lan"])
      #expect(try await bench.store.known(recipe: "pho-bo", user: "lan") == nil)
      let news = try await bench.waiting().map { "\($0.delivery)" }
      #expect(!news.contains { $0.contains("lan") })

      #expect(try await erase(bench), "once more is fine")
      #expect(try await bench.summary() == summary)
      await bench.send()
      #expect(bench.peers.latestTotals?.count == 2)
      #expect(!bench.peers.ratings.contains { $0.userId == "lan" })
      try await lookAgain(bench)
      #expect(try await bench.summary() == summary)
    }
  }

  @Test("what an index lists too late is found by a second look, which takes nothing of later")
  func laggingIndex() async throws {
    try await Bench.run { bench in
      let table = LaggingTable(bench.store.table)
      let lagging = bench.on { _ in table }
      try await bench.rate(5, by: "lan")
      try await bench.rate(2, by: "minh")
      let forgottenAt = bench.clock.milliseconds
      #expect(try await erase(lagging))
      #expect(try await bench.store.known(recipe: "new", user: "lan") != nil)
      table.catchUp()

      bench.clock.advance(milliseconds: 6_000)
      try await bench.rate(4, "pho-bo", by: "lan")
      await lagging.service.eraser.round()
      #expect(try await bench.store.known(recipe: "new", user: "lan") != nil, "too early")
      try await lookAgain(lagging)
      #expect(try await bench.store.known(recipe: "new", user: "lan") == nil)
      #expect(try await bench.summary().sum == 2)
      #expect(try await bench.mine("lan", "pho-bo").stars == 4)
      await bench.send()
      #expect(bench.peers.ratings.contains { $0.userId == "lan" && $0.recipeId == "pho-bo" })
      #expect(
        bench.peers.forgotten == [
          "cooking lan", "ingredients lan", "ingredients lan until \(forgottenAt)",
          "recipes lan", "recipes lan until \(forgottenAt)",
        ]
      )
    }
  }

  @Test("a rating that is changed before the second look is one of later")
  func changedRating() async throws {
    try await Bench.run { bench in
      let table = LaggingTable(bench.store.table)
      let lagging = bench.on { _ in table }
      try await bench.rate(5, by: "lan")
      #expect(try await erase(lagging))
      table.catchUp()
      bench.clock.advance(milliseconds: 6_000)
      try await bench.rate(4, by: "lan")
      try await lookAgain(lagging)
      #expect(try await bench.mine("lan").stars == 4)
    }
  }

  @Test("a second look that fails is repeated, and no first one comes after it")
  func secondLookFails() async throws {
    try await Bench.run { bench in
      try await bench.rate(5, by: "lan")
      let first = ErasureRecord(user: "lan", at: bench.clock.milliseconds)
      try await bench.store.wish(first)
      #expect(try await bench.service.eraser.erase(first))
      // Another process, whose first look has found a service down.
      var late = first
      late.left = [.recipes]
      try await bench.store.note(late, of: first)
      bench.peers.change { $0.failures = ["EraseSuggestionData": .unavailable] }
      bench.clock.advance(minutes: 1)
      await bench.service.eraser.round()
      #expect(try await wishes(bench).map(\.left) == [[.recipes]])
      #expect(try await wishes(bench).map(\.doneAt) == [first.at])
      bench.peers.change { $0.failures = [:] }
      await bench.service.eraser.round()
      #expect(try await wishes(bench).isEmpty)
    }
  }

  @Test("a service that is down is asked again until it has forgotten, also after a restart")
  func serviceDown() async throws {
    try await Bench.run { bench in
      try await bench.rate(5, by: "lan")
      bench.peers.change { $0.failures = ["EraseSuggestionData": .unavailable] }
      #expect(try await erase(bench) == false)
      #expect(bench.peers.forgotten == ["cooking lan", "ingredients lan"])
      #expect(try await bench.summary().count == 0)
      #expect(try await wishes(bench).map(\.left) == [[.recipes]])

      let next = bench.restarted()
      await next.service.eraser.round()
      #expect(try await wishes(next).map(\.left) == [[.recipes]])
      bench.peers.change { $0.failures = [:] }
      await next.service.eraser.round()
      #expect(bench.peers.forgotten == ["cooking lan", "ingredients lan", "recipes lan"])
      try await lookAgain(next)
    }
  }

  @Test("a wish of later is not lost to one of before that is done")
  func laterWish() async throws {
    try await Bench.run { bench in
      let first = ErasureRecord(user: "lan", at: bench.clock.milliseconds)
      try await bench.store.wish(first)
      bench.clock.advance(minutes: 1)
      let second = ErasureRecord(user: "lan", at: bench.clock.milliseconds)
      try await bench.store.wish(second)
      #expect(try await bench.service.eraser.erase(first))
      #expect(try await wishes(bench) == [second])
    }
  }

  @Test("ratings of many at once beside the forgetting leave exact totals")
  func together() async throws {
    try await Bench.run { bench in
      for number in 0..<10 { try await bench.rate(2, by: "user-\(number)") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<10 {
          group.addTask {
            if number < 5 {
              _ = try await erase(bench, "user-\(number)")
            } else {
              try await bench.rate(4, by: "user-\(number)")
            }
          }
        }
        try await group.waitForAll()
      }
      let summary = try await bench.summary()
      #expect(summary.count == 5 && summary.sum == 20 && summary.countByStars == [4: 5])
    }
  }
}
