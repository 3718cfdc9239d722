import Contracts
import RPC
import SingleTable
import Testing

@testable import RatingHandler

@Suite("The outbox")
struct OutboxTests {
  @Test("a rating is told at once, while the service runs")
  func kick() async throws {
    try await Bench.run { bench in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await bench.service.sender.run() }
        for number in 0..<3 { try await bench.rate(5, by: "user-\(number)") }
        await bench.peers.until { $0.latestTotals?.approval == .approved && $0.ratings.count >= 3 }
        group.cancelAll()
        try await group.waitForAll()
      }
      let totals = try #require(bench.peers.latestTotals)
      #expect(totals.recipeId == "new" && totals.version == 3)
      #expect(totals.sum == 15 && totals.count == 3)
      #expect(totals.verifiedSum == 15 && totals.verifiedCount == 3)
      #expect(Set(bench.peers.ratings.map(\.userId)) == ["user-0", "user-1", "user-2"])
      #expect(bench.peers.ratings.allSatisfy { $0.stars == 5 && $0.version > 0 })
    }
  }

  @Test("what a killed process left behind is sent after the restart")
  func restart() async throws {
    try await Bench.run { bench in
      for number in 0..<3 { try await bench.rate(4, by: "user-\(number)") }
      try await bench.takeBack(by: "user-2")
      #expect(bench.peers.totals.isEmpty && bench.peers.ratings.isEmpty)

      let next = bench.restarted()
      await next.send()
      #expect(bench.peers.totals.map(\.version) == [4])
      #expect(bench.peers.latestTotals?.approval == .approved)
      #expect(bench.peers.ratings.count == 3)
      #expect(bench.peers.ratings.first { $0.userId == "user-2" }?.stars == nil)
      #expect(try await next.waiting().isEmpty)
    }
  }

  @Test("a receiver that is down fails no rating, and gets everything when it is back")
  func receiverDown() async throws {
    try await Bench.run { bench in
      bench.peers.change {
        $0.failures = ["ApplyRating": .unavailable, "SetPersonalRating": .unavailable]
      }
      for number in 0..<3 { try await bench.rate(5, by: "user-\(number)") }
      await bench.send()
      #expect(try await bench.summary().approval == .approved)
      #expect(try await bench.waiting().count == 6)

      bench.peers.change { $0.failures = [:] }
      let next = bench.restarted()
      await next.send()
      #expect(bench.peers.latestTotals?.version == 3)
      #expect(bench.peers.ratings.count == 3)
      #expect(try await next.waiting().isEmpty)
    }
  }

  @Test("a service that is down is left alone for a while, the other one is told meanwhile")
  func pause() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["ApplyRating": .unavailable] }
      try await bench.rate(5, by: "lan")
      await bench.send()
      #expect(bench.peers.ratings.map(\.userId) == ["lan"])
      #expect(try await bench.waiting().map(\.delivery) == [.totals])
      // Nothing was written for the wait: the row is as it was.
      #expect(try await bench.waiting().map(\.attempts) == [0])
    }
  }

  @Test("a row that is refused waits by itself, and others go through")
  func refusedRow() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["ApplyRating": .internal] }
      try await bench.rate(5, by: "lan")
      await bench.send()
      let row = try #require(try await bench.waiting().first)
      #expect(row.attempts == 1 && row.notBefore > bench.clock.milliseconds)
      bench.peers.change { $0.failures = [:] }
      try await bench.rate(4, "pho-bo", by: "lan")
      await bench.send()
      #expect(bench.peers.totals.map(\.recipeId) == ["pho-bo"])
      bench.clock.advance(minutes: 1)
      await bench.send()
      #expect(bench.peers.totals.map(\.recipeId) == ["pho-bo", "new"])
      #expect(try await bench.waiting().isEmpty)
    }
  }

  @Test("news of a recipe that is gone are dropped")
  func goneRecipe() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["ApplyRating": .notFound] }
      try await bench.rate(5, by: "lan")
      await bench.send()
      #expect(try await bench.waiting().isEmpty)
    }
  }

  @Test("several processes send from one outbox without harm")
  func senders() async throws {
    try await Bench.run { bench in
      for number in 0..<10 { try await bench.rate(4, by: "user-\(number)") }
      let others = (0..<4).map { _ in bench.restarted() }
      await withTaskGroup(of: Void.self) { group in
        for other in others { group.addTask { await other.send() } }
      }
      #expect(try await bench.waiting().isEmpty)
      #expect(bench.peers.latestTotals?.version == 10)
      #expect(Set(bench.peers.ratings.map(\.userId)).count == 10)
    }
  }

  @Test("a rating is taken while nobody can say who cooked, and verified later")
  func verifiedLater() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["VerifyCook": .unavailable] }
      for number in 0..<3 {
        let response = try await bench.rate(5, by: "user-\(number)")
        #expect(response.created && response.rating?.verified == false)
      }
      #expect(try await bench.summary().approval == .pending)
      bench.peers.change {
        $0.failures = [:]
        $0.cooks = ["user-0", "user-1", "user-2"]
      }
      let next = bench.restarted()
      await next.send()
      let summary = try await next.summary()
      #expect(summary.verifiedCount == 3 && summary.count == 3 && summary.sum == 15)
      #expect(summary.approval == .approved)
      #expect(try await next.mine("user-1").verified)
      await next.send()
      #expect(bench.peers.latestTotals?.approval == .approved)
      #expect(bench.peers.latestTotals?.verifiedCount == 3)
      #expect(try await next.waiting().isEmpty)
    }
  }

  @Test("a verification that comes too late changes nothing")
  func overtakenVerification() async throws {
    try await Bench.run { bench in
      bench.peers.change { $0.failures = ["VerifyCook": .unavailable] }
      try await bench.rate(5, by: "lan")
      try await bench.rate(5, by: "minh")
      bench.peers.change {
        $0.failures = [:]
        $0.cooks = []
      }
      try await bench.rate(3, by: "lan")
      try await bench.takeBack(by: "minh")
      bench.peers.change { $0.cooks = nil }
      await bench.restarted().send()
      let summary = try await bench.summary()
      #expect(summary.verifiedCount == 0 && summary.count == 1 && summary.sum == 3)
      #expect(try await bench.waiting().isEmpty)
    }
  }
}
