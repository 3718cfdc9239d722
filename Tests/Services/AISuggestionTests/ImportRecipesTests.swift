import Contracts
import RPC
import Testing

@testable import AISuggestion

struct ImportRecipesTests {
  private func load(
    _ wired: WiredService,
    _ records: [RecipeRecord?]
  ) async throws -> ImportRecipesResponse {
    let call = wired.client.importRecipes()
    do {
      for record in records { try await call.write(ImportRecipesRequest(recipe: record)) }
    } catch {
      // The server has said enough; the answer says why.
    }
    call.finish()
    return try await call.response()
  }

  @Test("the whole cookbook goes in once, is searched at once, and again changes nothing")
  func whole() async throws {
    try await WiredService.run { wired in
      let count = Int32(Kitchen.recipes.count)
      let first = try await load(wired, Kitchen.recipes)
      #expect(first == ImportRecipesResponse(createdCount: count))
      let again = try await load(wired, Kitchen.recipes)
      #expect(again == ImportRecipesResponse(unchangedCount: count))
      var changed = Kitchen.recipes[3]
      changed.servings += 1
      // The second of two with one id is another change, not a race.
      let mixed = try await load(wired, [changed, Kitchen.recipes[4], Kitchen.recipes[3]])
      #expect(mixed == ImportRecipesResponse(updatedCount: 2, unchangedCount: 1))
      let found = try await wired.client.searchRecipes(.init(q: changed.title?.vi ?? ""))
      #expect(found.recipes.contains { $0.id == changed.id })
      let recipe = try await wired.client.getRecipe(.init(id: changed.id)).recipe
      #expect(recipe?.approval == .approved && recipe?.origin == .curated)
    }
  }

  @Test("a bad record is named by its place, and the records before it stay")
  func bad() async throws {
    try await WiredService.run { wired in
      var noEnglish = Kitchen.recipes[30]
      noEnglish.steps[0].text?.en = ""
      let records: [RecipeRecord?] = Array(Kitchen.recipes[..<30]) + [noEnglish]
      let wrong = await failure { try await load(wired, records) }
      #expect(wrong?.code == .invalidArgument)
      #expect(wrong?.fields == ["[30].steps[0].text.en"])
      let last = try await wired.client.getRecipe(.init(id: Kitchen.recipes[29].id))
      #expect(last.recipe?.approval == .approved)

      var unknown = Kitchen.recipes[31]
      unknown.ingredients[0].ingredientId = "moon_dust"
      let stranger = await failure { try await load(wired, [unknown]) }
      #expect(stranger?.fields == ["[0].ingredients[0].ingredient_id"])
      var odd = Kitchen.recipes[31]
      odd.id = "Not/An Id"
      #expect(await failure { try await load(wired, [odd]) }?.fields == ["[0].id"])
      #expect(await failure { try await load(wired, [nil]) }?.fields == ["[0]"])
    }
  }

  @Test("ratings stay")
  func ratings() async throws {
    try await WiredService.run { wired in
      var record = Kitchen.recipes[0]
      _ = try await load(wired, [record])
      _ = try await wired.test.rate(record.id, version: 1, sum: 9, count: 2)
      record.servings += 1
      _ = try await load(wired, [record])
      let recipe = try await wired.client.getRecipe(.init(id: record.id)).recipe
      #expect(recipe?.ratingCount == 2 && recipe?.servings == record.servings)
    }
  }
}
