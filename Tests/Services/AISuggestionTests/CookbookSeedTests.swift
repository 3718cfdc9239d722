import Contracts
import Protobuf
import RPC
import SeedData
import ServiceKit
import SingleTable
import Testing

@testable import AISuggestion

struct CookbookSeedTests {
  private func seed(_ recipes: [StoredRecipe]) throws -> CookbookSeed {
    var lines: [UInt8] = []
    for recipe in recipes { lines += try recipe.record.json() + [UInt8(ascii: "\n")] }
    return CookbookSeed(lines: lines)
  }

  @Test("the real cookbook goes in once, approved, and is found by each of its ingredients")
  func real() async throws {
    let test = try await TestService()
    let seed = CookbookSeed(lines: Seed.recipes)
    let outcome = try await seed.load(into: test.service.recipes, at: 1)
    #expect(outcome == .init(created: Kitchen.recipes.count))
    #expect(try await seed.load(into: test.service.recipes, at: 1) == nil)
    try await test.service.cookbook.refresh()
    #expect(test.service.cookbook.index.entries.count == Kitchen.recipes.count)
    var recipes: [String: Set<String>] = [:]
    for record in Kitchen.recipes {
      for ingredient in record.ingredients {
        recipes[ingredient.ingredientId, default: []].insert("RECIPE#\(record.id)")
      }
    }
    for (ingredient, users) in recipes {
      let query = Query(
        .gsi3,
        partition: StoredRecipe.usesPartition(ingredient),
        filter: .itemExists
      )
      let found = try await test.needs.table.collect(query, count: 500).items
        .compactMap { $0.key?.partition }
      #expect(Set(found) == users)
    }
  }

  @Test("every recipe of the seed is made of foods of the seed, in both languages")
  func data() {
    #expect(Kitchen.recipes.count >= 150)
    #expect(Set(Kitchen.recipes.map(\.method)) == Set(CookingMethod.known))
    #expect(Set(Kitchen.recipes.map(\.id)).count == Kitchen.recipes.count)
    for record in Kitchen.recipes {
      for ingredient in record.ingredients {
        #expect(Kitchen.foods[ingredient.ingredientId] != nil, "\(record.id)")
      }
      let texts = [record.title, record.description] + record.steps.map(\.text)
      #expect(texts.allSatisfy { $0?.vi.isEmpty == false && $0?.en.isEmpty == false })
    }
  }

  @Test("a load that was broken off goes on without harm, and a changed seed keeps the ratings")
  func again() async throws {
    let test = try await TestService(recipes: [.test("a")])
    let store = test.service.recipes
    _ = try await test.rate("a", version: 1, sum: 5, count: 1)
    let first = try seed([.test("a"), .test("b", .fry)])
    #expect(try await first.load(into: store, at: 1) == .init(created: 1, unchanged: 1))
    let second = try seed([.test("a", needs: ["beef", "onion"]), .test("b", .fry), .test("c")])
    let outcome = try await second.load(into: store, at: 1)
    #expect(outcome == .init(created: 1, updated: 1, unchanged: 1))
    let changed = try await store.recipe("a")
    #expect(changed?.ratings.sum == 5)
    #expect(changed?.record.ingredients.map(\.ingredientId) == ["beef", "onion"])
    #expect(try await store.recipeIDs(using: "tomato").sorted() == ["b", "c"])
    #expect(try await store.recipeIDs(using: "onion") == ["a"])
  }

  @Test("two processes that start at once both succeed")
  func together() async throws {
    let test = try await TestService()
    let seed = CookbookSeed(lines: Seed.recipes)
    let store = test.service.recipes
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...2 { group.addTask { _ = try await seed.load(into: store, at: 1) } }
      try await group.waitForAll()
    }
    try await test.service.cookbook.refresh()
    #expect(test.service.cookbook.index.entries.count == Kitchen.recipes.count)
  }

  @Test(
    "a line that is no recipe stops the start and is named",
    arguments: ["{", "{\"id\":\"a\"}", "{\"id\":\"a\",\"shoe\":1}"]
  )
  func malformed(line: String) throws {
    let good = try StoredRecipe.test("a").record.json() + [UInt8(ascii: "\n")]
    #expect {
      try CookbookSeed.parse(good + Array(line.utf8))
    } throws: { error in
      if case CookbookSeed.Failure.malformed(line: 2, _) = error { true } else { false }
    }
  }
}
