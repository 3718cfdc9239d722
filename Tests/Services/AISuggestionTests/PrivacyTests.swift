import Contracts
import RPC
import ServiceKit
import SingleTable
import Testing

@testable import AISuggestion

@Suite("Forgetting a user")
struct PrivacyTests {
  private func erase(_ test: TestService, _ user: String = "lan") async throws {
    _ = try await test.service.eraseSuggestionData(.init(userId: user), context: .test("service"))
  }

  private static func recipe(_ id: String, _ author: String, _ approval: ApprovalState)
    -> StoredRecipe
  {
    var recipe = StoredRecipe.test(id, approval: approval)
    recipe.authorID = author
    return recipe
  }

  @Test("suggestions, preferences and quota are gone, and somebody else's stay")
  func everything() async throws {
    let test = try await TestService(recipes: [.test("a")])
    for user in ["lan", "minh"] {
      _ = try await test.suggest(["beef", "tomato"], by: user, key: "k")
      _ = try await test.service.preferences.update(user, at: 1, until: nil) { $0.diets = [.vegan] }
    }
    for _ in 0..<2 { try await erase(test) }
    for (user, count) in [("lan", 0), ("minh", 1)] {
      let list = try await test.service.listSuggestions(.init(), context: .test(user))
      #expect(list.suggestions.count == count)
      #expect(try await test.service.preferences.preferences(user).preferences.diets.count == count)
      let month = Month(at: test.clock.seconds)
      #expect(try await test.service.suggestions.callsUsed(user, in: month) == count)
    }
    for prefix in ["SUGGESTION", "PREFERENCES", "QUOTA", "RECIPE#AUTHOR"] {
      let left = try await test.needs.table.query(Query(partition: "\(prefix)#lan"))
      #expect(left.items.isEmpty, "\(prefix)")
    }
  }

  @Test("recipes stay where they are found, with an author that is nobody")
  func recipes() async throws {
    let test = try await TestService(recipes: [
      Self.recipe("a", "lan", .approved), Self.recipe("b", "lan", .pending),
      Self.recipe("c", "minh", .approved),
    ])
    for _ in 0..<2 { try await erase(test) }
    #expect(try await test.search().recipes.map(\.id).sorted() == ["a", "c"])
    let authors = try await test.service.recipes.recipes(["a", "b", "c"]).map(\.authorID)
    #expect(authors == ["#forgotten", "#forgotten", "minh"])
    for id in ["a", "b"] {
      for user in ["lan", "#forgotten"] {
        let answer = try await test.service.getRecipe(.init(id: id), context: .test(user))
        #expect(answer.recipe?.mine == false)
      }
    }
    let own = try await test.service.privacy.recipes(of: "lan", from: nil)
    #expect(own.items.isEmpty)
  }

  @Test("one who was forgotten loses recipes of until then, and nothing else")
  func onceMore() async throws {
    var late = Self.recipe("late", "lan", .approved)
    late.createdSeconds = 1_000
    var new = Self.recipe("new", "lan", .approved)
    new.createdSeconds = 1_001
    let test = try await TestService(recipes: [late, new])
    _ = try await test.service.preferences.update("lan", at: 1, until: nil) { $0.diets = [.vegan] }
    _ = try await test.service.eraseSuggestionData(
      .init(userId: "lan", untilMilliseconds: 1_000_500),
      context: .test("service")
    )
    let authors = try await test.service.recipes.recipes(["late", "new"]).map(\.authorID)
    #expect(authors == ["#forgotten", "lan"])
    #expect(try await test.service.preferences.preferences("lan").preferences.diets == [.vegan])
    let refused = await failure {
      try await test.service.eraseSuggestionData(
        .init(userId: "lan", untilMilliseconds: -1),
        context: .test("service")
      )
    }
    #expect(refused?.fields == ["until_milliseconds"])
  }

  @Test("a recipe that is rated meanwhile loses its author all the same")
  func ratedMeanwhile() async throws {
    let recipes = (0..<20).map { Self.recipe("r\($0)", "lan", .pending) }
    let test = try await TestService(recipes: recipes)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await erase(test) }
      for recipe in recipes {
        group.addTask {
          let request = ApplyRatingRequest(
            recipeId: recipe.id,
            version: 1,
            sum: 5,
            count: 1,
            verifiedSum: 5,
            verifiedCount: 1,
            approval: .approved
          )
          _ = try await test.service.applyRating(request, context: .test("service"))
        }
      }
      try await group.waitForAll()
    }
    for recipe in try await test.service.recipes.recipes(recipes.map(\.id)) {
      #expect(recipe.authorID == "#forgotten" && recipe.ratings.count == 1)
      #expect(recipe.approval == .approved)
    }
  }
}
