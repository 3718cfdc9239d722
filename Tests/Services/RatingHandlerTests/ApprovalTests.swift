import SingleTable
import Testing

@testable import RatingHandler

@Suite("Approval")
struct ApprovalTests {
  static let pending = Approval(state: .pending, decider: .ratings)

  static func rating(
    _ stars: Int,
    _ user: String = "lan",
    verification: RatingRecord.Verification = .cooked,
    isAuthor: Bool = false
  ) -> RatingRecord {
    RatingRecord(
      .init(
        recipeID: "new",
        user: user,
        stars: stars,
        comment: "",
        verification: verification,
        isAuthor: isAuthor
      ),
      replacing: nil,
      at: 1_000
    )
  }

  static func totals(
    _ stars: [Int],
    verification: RatingRecord.Verification = .cooked,
    approval: Approval = pending
  ) -> RatingTotals {
    var totals = RatingTotals()
    totals.approval = approval
    for star in stars {
      totals = totals.adding(
        RatingChange(from: nil, to: rating(star, verification: verification))
      )
    }
    return totals
  }

  @Test(
    "needs a mean of 4 over three verified raters",
    arguments: [
      ([], .stays), ([4], .stays), ([5, 5], .stays), ([4, 5, 4], .approves), ([3, 4, 3], .stays),
      ([4, 4, 4], .approves), ([5, 5, 1], .stays), ([5, 5, 2], .approves), ([4, 4, 4, 3], .stays),
      ([4, 4, 4, 3, 5], .approves),
    ] as [([Int], ApprovalRule.Decision)]
  )
  func approval(stars: [Int], decision: ApprovalRule.Decision) {
    #expect(ApprovalRule.decide(Self.totals(stars)) == decision)
  }

  @Test(
    "does not count who has not cooked, nor the author",
    arguments: [RatingRecord.Verification.notCooked, .unknown]
  )
  func unverified(verification: RatingRecord.Verification) {
    #expect(ApprovalRule.decide(Self.totals([5, 5, 5], verification: verification)) == .stays)
    var totals = Self.totals([5, 5])
    totals = totals.adding(RatingChange(from: nil, to: Self.rating(5, isAuthor: true)))
    #expect(totals.count == 3 && totals.verifiedCount == 2)
    #expect(ApprovalRule.decide(totals) == .stays)
  }

  @Test(
    "is withdrawn below 3.5 over ten raters, verified or not",
    arguments: [
      (Array(repeating: 3, count: 9), .stays),
      (Array(repeating: 3, count: 10), .rejects),
      ([3, 3, 3, 3, 3, 4, 4, 4, 4, 4], .stays),
      ([3, 3, 3, 3, 3, 3, 4, 4, 4, 4], .rejects),
      (Array(repeating: 1, count: 12), .rejects),
    ] as [([Int], ApprovalRule.Decision)]
  )
  func demotion(stars: [Int], decision: ApprovalRule.Decision) {
    let approved = Approval(state: .approved, decider: .ratings)
    for verification in [RatingRecord.Verification.cooked, .notCooked] {
      let totals = Self.totals(stars, verification: verification, approval: approved)
      #expect(ApprovalRule.decide(totals) == decision)
    }
  }

  @Test(
    "is not the ratings' when the cookbook or an admin decides, and not twice",
    arguments: [
      Approval(state: .pending, decider: .admin), Approval(state: .approved, decider: .admin),
      Approval(state: .rejected, decider: .admin), Approval(state: .approved, decider: .cookbook),
      Approval(state: .rejected, decider: .ratings),
    ]
  )
  func fixed(approval: Approval) {
    for stars in [Array(repeating: 5, count: 12), Array(repeating: 1, count: 12)] {
      #expect(ApprovalRule.decide(Self.totals(stars, approval: approval)) == .stays)
    }
  }

  @Test("the table lets exactly the right decision through, whatever the numbers")
  func conditions() throws {
    var seed = SeededRandom()
    for _ in 0..<400 {
      let state = [Approval.State.pending, .approved, .rejected].randomElement(using: &seed)
      let decider = [Approval.Decider.ratings, .admin].randomElement(using: &seed)
      let approval = Approval(state: state ?? .pending, decider: decider ?? .ratings)
      var item: Item?
      var totals = RatingTotals()
      for step in 0..<Int.random(in: 1...14, using: &seed) {
        let old = Bool.random(using: &seed) && step > 3 ? Self.random(&seed) : nil
        let change = RatingChange(from: old, to: Self.random(&seed))
        var after = totals.adding(change)
        if after.approval == nil { after.approval = approval }
        let right = ApprovalRule.decide(after)
        for decision in [ApprovalRule.Decision.stays, .approves, .rejects] {
          let write = RatingTotals.write(
            recipe: "new",
            change,
            deciding: decision,
            initial: approval
          )
          let holds = write.condition?.evaluate(item) ?? true
          #expect(holds == (decision == right), "seed \(seed.seed), step \(step)")
        }
        let write = RatingTotals.write(recipe: "new", change, deciding: right, initial: approval)
        item = try write.apply(to: item)
        totals = try RatingTotals(item)
        after.approval = totals.approval
        #expect(totals == after, "seed \(seed.seed), step \(step)")
      }
    }
  }

  private static func random(_ seed: inout SeededRandom) -> RatingRecord {
    rating(
      Int.random(in: 1...5, using: &seed),
      verification: Bool.random(using: &seed) ? .cooked : .notCooked
    )
  }
}

/// Numbers that come again with the same seed.
struct SeededRandom: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64 = .random(in: 0...UInt64.max)) {
    self.seed = seed
    state = seed
  }

  // SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
