import RPC
import SingleTable
import Testing

@testable import RatingHandler

@Suite("A verification that comes between reading and writing a rating")
struct VerificationRaceTests {
  /// A store on which the waiting verification of lan's rating is settled before the next write.
  private func interrupted(_ bench: Bench) async throws -> RatingStore {
    bench.peers.change { $0.failures = ["VerifyCook": .unavailable] }
    try await bench.rate(5, by: "lan")
    let row = try #require(
      try await bench.waiting().first {
        if case .verification = $0.delivery { true } else { false }
      }
    )
    return RatingStore(
      table: InterruptedTable(bench.store.table) {
        do {
          let changed = try await bench.store.verify(
            row,
            as: .cooked,
            at: bench.clock.milliseconds,
            ids: UUIDv7Generator()
          )
          #expect(changed)
        } catch { Issue.record(error) }
      }
    )
  }

  @Test("the rater is counted once, with the stars of the new rating")
  func ratedAgain() async throws {
    try await Bench.run { bench in
      let store = try await interrupted(bench)
      _ = try await store.rate(
        RatingRecord.Input(
          recipeID: "new",
          user: "lan",
          stars: 3,
          comment: "",
          verification: .cooked,
          isAuthor: false
        ),
        initial: Approval(state: .pending, decider: .ratings),
        at: bench.clock.milliseconds,
        ids: UUIDv7Generator(),
        deadline: nil
      )
      let totals = try await bench.store.totals(recipe: "new")
      #expect(totals.count == 1 && totals.sum == 3)
      #expect(totals.verifiedCount == 1 && totals.verifiedSum == 3)
    }
  }

  @Test("a rating that is taken back leaves nothing in the totals")
  func takenBack() async throws {
    try await Bench.run { bench in
      let store = try await interrupted(bench)
      let left = try await store.takeBack(
        recipe: "new",
        user: "lan",
        request: "r-1",
        at: bench.clock.milliseconds,
        ids: UUIDv7Generator(),
        deadline: nil
      )
      #expect(left?.count == 0 && left?.verifiedCount == 0)
      let totals = try await bench.store.totals(recipe: "new")
      #expect(totals.count == 0 && totals.sum == 0)
      #expect(totals.verifiedCount == 0 && totals.verifiedSum == 0)
    }
  }
}
