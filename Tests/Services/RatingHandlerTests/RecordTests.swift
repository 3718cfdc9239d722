import RPC
import SingleTable
import Testing

@testable import RatingHandler

@Suite("Ratings and totals")
struct RecordTests {
  static func input(
    _ stars: Int,
    _ verification: RatingRecord.Verification = .cooked
  ) -> RatingRecord.Input {
    .init(
      recipeID: "new",
      user: "lan",
      stars: stars,
      comment: "ngon",
      verification: verification,
      isAuthor: false
    )
  }

  @Test("a later rating keeps the first time and has a higher version, also when time stands still")
  func replaced() {
    let first = RatingRecord(Self.input(4), replacing: nil, at: 1_000)
    let second = RatingRecord(Self.input(5), replacing: .rated(first), at: 1_000)
    let third = RatingRecord(Self.input(5), replacing: .rated(second), at: 500)
    #expect(first.version == 1_000 && second.version == 1_001 && third.version == 1_002)
    #expect([second, third].allSatisfy { $0.createdAt == 1_000 })
    #expect(third.updatedAt == 500)
  }

  @Test("a rating after one that was taken back is a first one, with a higher version")
  func afterTakenBack() {
    let first = RatingRecord(Self.input(4), replacing: nil, at: 1_000)
    let mark = RatingRecord.TakenBack(first, by: "r-1", at: 900)
    #expect(mark.version == 1_001)
    let again = RatingRecord(Self.input(4), replacing: .takenBack(mark), at: 950)
    #expect(again.version == 1_002 && again.createdAt == 950)
  }

  @Test("who had cooked it then has cooked it still, when nobody can say")
  func unknown() {
    let first = RatingRecord(Self.input(4, .cooked), replacing: nil, at: 1)
    let later = RatingRecord(Self.input(5, .unknown), replacing: .rated(first), at: 2)
    #expect(later.verification == .cooked)
    #expect(RatingRecord(Self.input(5, .unknown), replacing: nil, at: 2).verification == .unknown)
    let denied = RatingRecord(Self.input(5, .notCooked), replacing: .rated(first), at: 2)
    #expect(denied.verification == .notCooked)
  }

  @Test("is read as it was stored")
  func roundTrips() throws {
    let rating = RatingRecord(Self.input(4, .unknown), replacing: nil, at: 1_000)
    #expect(try RatingRecord.Known(rating.item()) == .rated(rating))
    let mark = RatingRecord.TakenBack(rating, by: "r-1", at: 2_000)
    #expect(try RatingRecord.Known(mark.item()) == .takenBack(mark))
    #expect(try RatingRecord.Known(nil) == nil)
    for delivery in [
      OutboxRow.Delivery.totals, .rating(user: "lan", stars: 4, version: 7),
      .rating(user: "lan", stars: nil, version: 8), .verification(user: "lan", version: 7),
    ] {
      var row = OutboxRow(id: "a", recipeID: "new", delivery)
      #expect(try OutboxRow(ItemReader(row.item())) == row)
      row.attempts = 2
      row.notBefore = 99
      #expect(try OutboxRow(ItemReader(row.item())) == row)
    }
  }

  @Test(
    "the mean has one decimal, halves up, and none without a rating",
    arguments: [
      ([], nil), ([4], 40), ([5, 4], 45), ([1, 2, 2], 17), ([4, 4, 4, 3], 38), ([1, 1, 1, 2], 13),
    ] as [([Int], Int?)]
  )
  func average(stars: [Int], tenths: Int?) {
    #expect(ApprovalTests.totals(stars).averageTenths == tenths)
  }

  @Test("totals lose what a replaced rating gave and gain what the new one gives")
  func change() {
    let old = ApprovalTests.rating(2)
    let new = ApprovalTests.rating(5, verification: .notCooked)
    var totals = ApprovalTests.totals([2, 4])
    totals = totals.adding(RatingChange(from: old, to: new))
    #expect(totals.count == 2 && totals.sum == 9)
    #expect(totals.byStars == [0, 0, 0, 1, 1])
    #expect(totals.verifiedCount == 1 && totals.verifiedSum == 4)
    totals = totals.adding(RatingChange(from: new, to: nil))
    #expect(totals.count == 1 && totals.sum == 4 && totals.byStars == [0, 0, 0, 1, 0])
  }
}

@Suite("The outbox, on paper")
struct OutboxPlanTests {
  private static func row(
    _ id: String,
    _ recipe: String,
    _ delivery: OutboxRow.Delivery,
    notBefore: Int64 = 0
  ) -> OutboxRow {
    var row = OutboxRow(id: id, recipeID: recipe, delivery)
    row.notBefore = notBefore
    return row
  }

  @Test("one call tells the totals of many ratings, and each rater's newest news")
  func plans() {
    let rows = [
      Self.row("1", "a", .totals), Self.row("2", "a", .rating(user: "lan", stars: 3, version: 1)),
      Self.row("3", "b", .totals), Self.row("4", "a", .totals),
      Self.row("5", "a", .rating(user: "lan", stars: 5, version: 2)),
      Self.row("6", "a", .rating(user: "minh", stars: 4, version: 1)),
      Self.row("7", "a", .verification(user: "minh", version: 1)),
      Self.row("8", "a", .rating(user: "minh", stars: 2, version: 0)),
      Self.row("9", "c", .totals, notBefore: 501),
    ]
    let plans = OutboxPlan.plans(for: rows, at: 500)
    #expect(plans.map(\.recipeID) == ["a", "b"])
    #expect(plans[0].totals.map(\.id) == ["1", "4"])
    #expect(plans[0].ratings.map(\.id) == ["5", "6"])
    #expect(plans[0].overtaken.map(\.id) == ["2", "8"])
    #expect(plans[0].verifications.map(\.id) == ["7"])
    #expect(plans[1].totals.map(\.id) == ["3"])
    #expect(OutboxPlan.plans(for: rows, at: 501).count == 3)
  }

  @Test("all rows of a recipe lie in one shard, in every process and for ever")
  func shards() {
    #expect(["pho-bo", "thit-kho-trung", ""].map(OutboxShard.of) == [2, 2, 1])
    #expect(Set((0..<100).map { OutboxShard.of(recipe: "recipe-\($0)") }) == OutboxShard.all)
  }

  @Test("pauses double up to five seconds, in the upper half of each")
  func pauses() {
    let least = (1...8).map { OutboxBackoff.pause(afterFailures: $0, spread: 0) }
    #expect(least == [50, 100, 200, 400, 800, 1_600, 2_500, 2_500].map { .milliseconds($0) })
    #expect(OutboxBackoff.pause(afterFailures: 1, spread: 1) == .milliseconds(100))
    #expect(OutboxBackoff.pause(afterFailures: 1_000, spread: 1) == .seconds(5))
  }

  @Test(
    "what failed decides who waits",
    arguments: [
      (.notFound, .settled), (.unavailable, .pausePeer), (.deadlineExceeded, .pausePeer),
      (.unauthenticated, .pausePeer), (.invalidArgument, .postponeRow), (.internal, .postponeRow),
      (.unknown, .postponeRow),
    ] as [(StatusCode, OutboxBackoff.Verdict)]
  )
  func verdicts(code: StatusCode, verdict: OutboxBackoff.Verdict) {
    #expect(OutboxBackoff.verdict(on: code) == verdict)
  }
}
