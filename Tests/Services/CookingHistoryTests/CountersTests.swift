import SingleTable
import Testing

@testable import CookingHistory

@Suite("What a user has cooked, in numbers")
struct CountersTests {
  @Test(
    "a mean has one decimal, halves up, and none over nothing",
    arguments: [
      (0, 0, nil), (10, 0, nil), (0, 3, 0), (10, 1, 100), (10, 3, 33), (20, 3, 67), (1, 4, 3),
      (3, 4, 8), (1, 20, 1), (9, 2, 45), (14, 4, 35), (4, 1, 40), (11, 3, 37),
    ] as [(Int, Int, Int?)]
  )
  func mean(sum: Int, count: Int, tenths: Int?) {
    #expect(CookingCounters.tenths(of: sum, over: count) == tenths)
  }

  @Test(
    "a rating counts by what it changes",
    arguments: [
      (nil, 4, 4, 1), (4, 5, 1, 0), (5, 2, -3, 0), (3, nil, -3, -1), (nil, nil, 0, 0), (2, 2, 0, 0),
    ] as [(Int?, Int?, Int, Int)]
  )
  func rated(old: Int?, new: Int?, sum: Int, count: Int) {
    #expect(
      CookingCounters.rated(from: old, to: new) == CookingCounters(ratingSum: sum, ratings: count)
    )
  }

  @Test("a forgotten session takes away all that it ever added")
  func forgotten() throws {
    let cooking = SessionRecordTests.session(startedAt: 0)
    let completed = try cooking.ended(as: .completed, at: 25 * 60_000)
    let abandoned = try cooking.ended(as: .abandoned, at: 25 * 60_000)
    #expect(CookingCounters.forgotten(cooking) == CookingCounters(sessions: -1))
    #expect(
      CookingCounters.forgotten(completed)
        == CookingCounters(sessions: -1, completed: -1, minutes: -25)
    )
    #expect(
      CookingCounters.forgotten(abandoned) == CookingCounters(sessions: -1, abandoned: -1)
    )
  }

  @Test("the most cooked recipe is the latest of those completed most often")
  func mostCooked() {
    func cooked(_ id: String, _ count: Int, _ lastAt: Int64) -> CookedRecipe {
      CookedRecipe(recipeID: id, title: id, count: count, lastAt: lastAt)
    }
    #expect(CookedRecipe.most(of: []) == nil)
    #expect(CookedRecipe.most(of: [cooked("a", 1, 9), cooked("b", 2, 1)])?.recipeID == "b")
    #expect(CookedRecipe.most(of: [cooked("a", 2, 5), cooked("b", 2, 4)])?.recipeID == "a")
    #expect(CookedRecipe.most(of: [cooked("b", 2, 4), cooked("a", 2, 5)])?.recipeID == "a")
  }

  @Test("news of a rating hold only when they are newer")
  func supersedes() {
    func rating(_ version: Int64) -> PersonalRating {
      PersonalRating(user: "lan", recipeID: "pho-bo", stars: 4, version: version)
    }
    #expect(rating(1).supersedes(nil))
    #expect(rating(3).supersedes(rating(2)))
    #expect(!rating(2).supersedes(rating(2)))
    #expect(!rating(1).supersedes(rating(2)))
  }
}
