import Contracts
import RPC
import Testing

@testable import AISuggestion

struct RecipesTests {
  @Test("pages are bound to the caller and the search, and end")
  func pages() async throws {
    let recipes = (0..<25).map { StoredRecipe.test("r\($0)") }
    let test = try await TestService(recipes: recipes)
    var found: [String] = []
    var token = ""
    repeat {
      let page = try await test.search(pageSize: 10, token: token)
      found += page.recipes.map(\.id)
      token = page.nextPageToken
      if token.isEmpty { break }
      let stranger = await failure { try await test.search(token: token, by: "minh") }
      #expect(stranger?.fields == ["page_token"])
      let otherQuery = await failure { try await test.search("bò", token: token) }
      #expect(otherQuery?.fields == ["page_token"])
    } while true
    #expect(found.count == 25 && Set(found).count == 25)
    let forged = await failure { try await test.search(token: "forged") }
    #expect(forged?.code == .invalidArgument)
  }

  @Test("a search that breaks its rules names the field")
  func searchRules() async throws {
    let test = try await TestService()
    let long = String(repeating: "a", count: 101)
    let request = SearchRecipesRequest(
      q: long,
      method: .unrecognized(77),
      cuisine: long,
      ingredient: long
    )
    let wrong = await failure {
      try await test.service.searchRecipes(request, context: .test("lan"))
    }
    #expect(wrong?.fields == ["q", "cuisine", "ingredient", "method"])
    let negative = await failure { try await test.search(pageSize: -1) }
    #expect(negative?.fields == ["page_size"])
  }

  @Test("an empty id is refused, an unknown one is NOT_FOUND")
  func recipeIDs() async throws {
    let test = try await TestService(recipes: [.test("a")])
    #expect(await failure { try await test.recipe("") }?.fields == ["id"])
    for id in ["nothing", "COOKBOOK", String(repeating: "a", count: 5000)] {
      #expect(await failure { try await test.recipe(id) }?.code == .notFound)
    }
    #expect(try await test.recipe("a").ingredients.map(\.ingredientId) == ["beef", "tomato"])
  }

  @Test("several recipes come in both languages, whatever their approval, once each")
  func batch() async throws {
    let test = try await TestService(recipes: [.test("a"), .test("b", approval: .pending)])
    func get(_ ids: [String]) async throws -> BatchGetRecipesResponse {
      try await test.service.batchGetRecipes(.init(ids: ids), context: .test("s", kind: .service))
    }
    let recipes = try await get(["a", "b", "a", "nothing"]).recipes
    #expect(recipes.keys.sorted() == ["a", "b"])
    #expect(recipes["b"]?.approval == .pending)
    #expect(recipes["a"]?.record?.title == LocalizedText(vi: "Món a", en: "Dish a"))
    #expect(await failure { try await get([]) }?.fields == ["ids"])
    #expect(await failure { try await get(["a", ""]) }?.fields == ["ids[1]"])
    let many = Array(repeating: "a", count: 101)
    #expect(await failure { try await get(many) }?.fields == ["ids"])
  }

  private func draft() -> RecipeDraft {
    RecipeDraft(
      title: "Bò xào của tôi",
      method: .stirFry,
      servings: 2,
      cookMinutes: 10,
      difficulty: .easy,
      ingredients: [
        .init(name: "bò", quantity: 300, unit: "g"),
        .init(name: "cà chua", quantity: 2, unit: "piece", note: "bổ múi"),
      ],
      steps: [RecipeStep(text: "Xào.", minutes: 10)]
    )
  }

  private func create(
    _ test: TestService,
    _ draft: RecipeDraft,
    key: String = ""
  ) async throws -> Recipe {
    try await test.service.createRecipe(
      CreateRecipeRequest(recipe: draft, idempotencyKey: key),
      context: .test("lan")
    ).recipe ?? Recipe()
  }

  @Test("a written recipe waits for approval and is there once for one key")
  func create() async throws {
    let test = try await TestService()
    let made = try await create(test, draft(), key: "k")
    #expect(made.approval == .pending && made.origin == .user && made.mine)
    #expect(made.ingredients.map(\.ingredientId) == ["beef", "tomato"])
    #expect(made.ingredients.map(\.note) == ["", "bổ múi"])
    #expect(try await create(test, draft(), key: "k").id == made.id)
    #expect(try await create(test, draft()).id != made.id)
    #expect(try await test.recipe(made.id, language: "en").title == "Bò xào của tôi")
  }

  /// One character of 2,000 bytes.
  private let heavy = "a" + String(repeating: "\u{301}", count: 1000)

  @Test("a recipe that is too large for what keeps it is refused, whatever it is made of")
  func createLarge() async throws {
    let test = try await TestService()
    var long = draft()
    long.steps = (0..<50).map { _ in RecipeStep(text: String(repeating: "ế", count: 2000)) }
    #expect(await failure { try await create(test, long) }?.fields == ["recipe.steps"])
    var marked = draft()
    marked.title = "Bò" + String(repeating: "\u{301}", count: 2000)
    marked.tags = [heavy]
    #expect(
      await failure { try await create(test, marked) }?.fields == [
        "recipe.title", "recipe.tags[0]",
      ]
    )
  }

  @Test("a written recipe that breaks its rules is refused by field, and nothing is stored")
  func createRules() async throws {
    let test = try await TestService()
    var wrong = draft()
    wrong.title = ""
    wrong.method = .unspecified
    wrong.servings = 51
    wrong.ingredients[1].unit = "lump"
    wrong.steps = []
    #expect(
      await failure { try await create(test, wrong) }?.fields == [
        "recipe.title", "recipe.method", "recipe.servings", "recipe.ingredients[1].unit",
        "recipe.steps",
      ]
    )
    var unknown = draft()
    unknown.ingredients[0].name = "bo"
    unknown.ingredients[1].name = "moon dust"
    #expect(
      await failure { try await create(test, unknown) }?.fields == [
        "recipe.ingredients[0].name", "recipe.ingredients[1].name",
      ]
    )
    var twice = draft()
    twice.ingredients[1].name = "thịt bò"
    #expect(
      await failure { try await create(test, twice) }?.fields == ["recipe.ingredients[1].name"]
    )
  }
}
