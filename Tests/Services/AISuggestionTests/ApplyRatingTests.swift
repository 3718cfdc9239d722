import Contracts
import RPC
import ServiceKit
import SingleTable
import Testing

@testable import AISuggestion

struct ApplyRatingTests {
  private func pending(_ id: String = "new") -> StoredRecipe {
    var recipe = StoredRecipe.test(id, .soup, approval: .pending)
    recipe.origin = .modelLocal
    recipe.authorID = "lan"
    return recipe
  }

  /// Which index rows of the recipe there are: of its method, its author and its ingredients.
  private func rows(_ test: TestService) async throws -> [Int] {
    var counts: [Int] = []
    for query in [
      Query(.gsi1, partition: "RECIPE#METHOD#soup"),
      Query(.gsi2, partition: "RECIPE#AUTHOR#lan"),
      Query(.gsi3, partition: "RECIPE#USES#beef"),
      Query(.gsi3, partition: "RECIPE#USES#tomato"),
    ] {
      counts.append(try await test.needs.table.query(query).items.count)
    }
    return counts
  }

  @Test("approval writes the rows that make the recipe findable, demotion removes them")
  func approvalAndDemotion() async throws {
    let test = try await TestService(recipes: [pending()])
    #expect(try await rows(test) == [0, 1, 0, 0])
    let first = try await test.rate("new", version: 1, sum: 5, count: 1)
    #expect(first.applied && first.approval == .pending)
    #expect(try await rows(test) == [0, 1, 0, 0])
    #expect(try await test.recipe("new").averageRating == 5)

    _ = try await test.rate("new", version: 2, sum: 13, count: 3, approval: .approved)
    #expect(try await rows(test) == [1, 1, 1, 1])
    #expect(try await test.search("mon new").recipes.map(\.id) == ["new"])

    _ = try await test.rate("new", version: 3, sum: 30, count: 10, approval: .rejected)
    #expect(try await rows(test) == [0, 1, 0, 0])
    #expect(try await test.search().recipes.isEmpty)
    #expect(try await test.suggest(["beef", "tomato"]).fromCookbook == 0)
    #expect(try await test.recipe("new").approval == .rejected)
  }

  @Test("a delivery that comes again or late changes nothing")
  func redelivery() async throws {
    let test = try await TestService(recipes: [pending()])
    _ = try await test.rate("new", version: 5, sum: 13, count: 3, approval: .approved)
    for version in [5, 4, 1] as [Int64] {
      let again = try await test.rate(
        "new",
        version: version,
        sum: 1,
        count: 1,
        approval: .rejected
      )
      #expect(!again.applied && again.approval == .approved)
    }
    #expect(try await test.recipe("new").ratingCount == 3)
    #expect(try await rows(test) == [1, 1, 1, 1])
  }

  @Test("deliveries at once and out of order end in the latest, findable once")
  func concurrent() async throws {
    let test = try await TestService(recipes: [pending()])
    let applied = try await withThrowingTaskGroup(of: ApplyRatingResponse.self) { group in
      for version in (1...20 as ClosedRange<Int32>).shuffled() {
        group.addTask {
          try await test.rate(
            "new",
            version: Int64(version),
            sum: 5 * version,
            count: version,
            approval: version >= 3 ? .approved : .unspecified
          )
        }
      }
      return try await group.reduce(into: 0) { $0 += $1.applied ? 1 : 0 }
    }
    #expect((1...20).contains(applied))
    let recipe = try await test.recipe("new")
    #expect(recipe.ratingCount == 20 && recipe.approval == .approved)
    #expect(try await rows(test) == [1, 1, 1, 1])
    #expect(try await test.search().recipes.map(\.ratingCount) == [20])
  }

  @Test("of two changes that are heard of in the wrong order the later one stands")
  func lateNews() async throws {
    let test = try await TestService()
    var approved = StoredRecipe.test("a")
    approved.version = 2
    var rejected = StoredRecipe.test("a", approval: .rejected)
    rejected.version = 3
    test.service.cookbook.didWrite(rejected)
    test.service.cookbook.didWrite(approved)
    #expect(test.service.cookbook.index.recipe("a") == nil)
  }

  @Test("every row follows the score, so that the best is found first")
  func scores() async throws {
    let test = try await TestService(recipes: [.test("a", .fry), .test("b", .steam)])
    #expect(try await test.search().recipes.map(\.id) == ["a", "b"])
    _ = try await test.rate("b", version: 1, sum: 50, count: 10)
    #expect(try await test.search().recipes.map(\.id) == ["b", "a"])
    #expect(try await test.service.recipes.recipeIDs(using: "beef") == ["b", "a"])
    #expect(try await test.suggest(["beef", "tomato"]).recipes.first?.recipe?.id == "b")
  }

  @Test("another process's change is seen at the next look, this one's at once")
  func otherProcess() async throws {
    let test = try await TestService(recipes: [pending(), .test("old")])
    let other = AISuggestionService(
      test.needs,
      source: StubIngredients(),
      model: LocalRecipeModel(),
      quota: Quota(callsMax: 1)
    )
    try await other.prepare(seed: [], logger: .silent)
    _ = try await test.rate("new", version: 1, sum: 13, count: 3, approval: .approved)
    #expect(other.cookbook.index.recipe("new") == nil)
    try await other.cookbook.refresh()
    #expect(other.cookbook.index.recipe("new") != nil)
    #expect(other.cookbook.index.recipe("old") != nil)
  }

  @Test("an index that lags behind a change is read once more when it has had time to follow")
  func laggingIndex() async throws {
    let test = try await TestService(recipes: [pending(), .test("old")])
    let table = LaggingTable(test.needs.table, without: "RECIPE#new")
    let cookbook = Cookbook(store: RecipeStore(table: table), clock: test.needs.clock)
    try await cookbook.refresh()
    test.clock.advance(by: Limits.indexLagSeconds)
    try await cookbook.refresh()
    _ = try await test.rate("new", version: 1, sum: 13, count: 3, approval: .approved)
    try await cookbook.refresh()
    #expect(cookbook.index.recipe("new") == nil)
    table.catchUp()
    let first = table.readCount
    try await cookbook.refresh()
    #expect(table.readCount == first, "the version is the same, and the time is not over")
    test.clock.advance(by: Limits.indexLagSeconds)
    try await cookbook.refresh()
    #expect(cookbook.index.recipe("new") != nil)
    #expect(cookbook.index.recipe("old") != nil)
    let second = table.readCount
    test.clock.advance(by: 60)
    try await cookbook.refresh()
    #expect(table.readCount == second, "nothing has changed since")
  }

  @Test(
    "what cannot be is refused by name, an unknown recipe is NOT_FOUND",
    arguments: [
      (ApplyRatingRequest(), StatusCode.invalidArgument, ["recipe_id", "version"]),
      (ApplyRatingRequest(recipeId: "a", version: 1, sum: 6, count: 1), .invalidArgument, ["sum"]),
      (ApplyRatingRequest(recipeId: "a", version: 1, count: 1), .invalidArgument, ["sum"]),
      (ApplyRatingRequest(recipeId: "a", version: 1, count: -1), .invalidArgument, ["count"]),
      (
        ApplyRatingRequest(recipeId: "a", version: 1, verifiedSum: 1), .invalidArgument,
        ["verified_sum"]
      ),
      (
        ApplyRatingRequest(recipeId: "a", version: 1, approval: .unrecognized(8)),
        .invalidArgument, ["approval"]
      ),
      (ApplyRatingRequest(recipeId: "nothing", version: 1), .notFound, []),
    ]
  )
  func refusals(request: ApplyRatingRequest, code: StatusCode, fields: [String]) async throws {
    let test = try await TestService(recipes: [.test("a")])
    let wrong = await failure {
      try await test.service.applyRating(request, context: .test("r", kind: .service))
    }
    #expect(wrong?.code == code)
    #expect(wrong?.fields == fields)
  }
}
