import Contracts
import RPC
import Testing
import VietnameseText

@testable import IngredientValidator

@Suite("Searching and reading foods")
struct SearchTests {
  private static let foods = [
    Food("chicken", "gà", "chicken", "thịt gà"),
    Food("chicken_wing", "cánh gà", "chicken wing"),
    Food("turkey", "gà tây", "turkey"),
    Food("catfish", "cá trê", "catfish"),
    Food("tomato", "cà chua", "tomato"),
    Food("perch", "cá rô", "climbing perch"),
    Food("coffee", "cà phê", "coffee"),
  ]

  @Test(
    "names that are it come first, then those that begin with it, then words, then parts",
    arguments: [
      ("gà", ["chicken", "turkey", "chicken_wing"]),
      ("ga", ["chicken", "turkey", "chicken_wing"]),
      ("cá", ["perch", "catfish", "chicken_wing", "coffee", "tomato"]),
      ("cà", ["coffee", "tomato", "perch", "catfish", "chicken_wing"]),
      ("ca r", ["perch"]),
      ("CHICKEN ", ["chicken", "chicken_wing"]),
      ("win", ["chicken_wing"]),
      ("ây", ["turkey"]),
      ("tomatto", ["tomato"]),
      ("zzz", []),
      ("!!", []),
    ]
  )
  func ranks(_ q: String, _ ids: [String]) async throws {
    let test = try await TestService(foods: Self.foods)
    #expect(try await test.search(q).ingredients.map(\.id) == ids)
  }

  @Test("without a text all foods are listed by name, in the caller's language")
  func all() async throws {
    let test = try await TestService(foods: Self.foods)
    #expect(
      try await test.search("").ingredients.map(\.name)
        == [
          "cà chua", "cánh gà", "cà phê", "cá rô", "cá trê", "gà", "gà tây",
        ].sorted { FoldedName($0).text < FoldedName($1).text }
    )
    #expect(
      try await test.search(" ", language: "en").ingredients.map(\.name) == [
        "catfish", "chicken", "chicken wing", "climbing perch", "coffee", "tomato", "turkey",
      ]
    )
  }

  @Test("pages follow each other without gap or repetition", arguments: ["", "a", "cá", "thit"])
  func pages(_ q: String) async throws {
    let test = try await TestService()
    let whole = try await Self.pages(test, q, size: 100)
    #expect(try await Self.pages(test, q, size: 7) == whole)
    #expect(Set(whole).count == whole.count && whole.count > 10)
    if q.isEmpty { #expect(whole.count == test.service.list.index.foods.count) }
  }

  private static func pages(
    _ test: TestService,
    _ q: String,
    size: Int32
  ) async throws -> [String] {
    var ids: [String] = []
    var token = ""
    repeat {
      let page = try await test.search(q, pageSize: size, token: token)
      #expect(page.ingredients.count == size || page.nextPageToken.isEmpty)
      ids += page.ingredients.map(\.id)
      token = page.nextPageToken
    } while !token.isEmpty
    return ids
  }

  @Test("a category leaves the others out")
  func category() async throws {
    let test = try await TestService()
    let fruit = try await test.search("", category: .fruit, pageSize: 100).ingredients
    #expect(!fruit.isEmpty && fruit.allSatisfy { $0.category == .fruit })
    let found = try await test.search("bo", category: .dairy).ingredients
    #expect(found.first?.id == "butter" && found.allSatisfy { $0.category == .dairy })
  }

  @Test("0 means 20 foods a page, more than 100 means 100")
  func pageSize() async throws {
    let test = try await TestService()
    #expect(try await test.search("").ingredients.count == 20)
    #expect(try await test.search("", pageSize: 5000).ingredients.count == 100)
  }

  @Test("what breaks a rule is refused by field")
  func violationsOfSearch() async throws {
    let test = try await TestService()
    let long = String(repeating: "a", count: 101)
    #expect(
      await violations {
        try await test.search(long, category: .unrecognized(99), pageSize: -1)
      } == ["q", "category", "page_size"]
    )
    #expect(await violations { try await test.search("", token: "nonsense") } == ["page_token"])
  }

  @Test("a page token is of use to its caller and query alone")
  func tokens() async throws {
    let test = try await TestService()
    let token = try await test.search("a", pageSize: 5).nextPageToken
    #expect(try await test.search("a", pageSize: 9, token: token).ingredients.count == 9)
    #expect(
      await violations { try await test.search("a", token: token, by: "minh") } == ["page_token"]
    )
    #expect(await violations { try await test.search("b", token: token) } == ["page_token"])
    #expect(
      await violations { try await test.search("a", category: .fruit, token: token) }
        == ["page_token"]
    )
  }

  @Test("a food is read by its id")
  func get() async throws {
    let test = try await TestService()
    let context = ServerContext.test(language: "en")
    let found = try await test.service.getIngredient(.init(id: "chicken"), context: context)
    #expect(found.ingredient?.name == "chicken")
    #expect(found.ingredient?.category == .meat)
    #expect(
      await code { try await test.service.getIngredient(.init(id: "nothing"), context: context) }
        == .notFound
    )
    #expect(
      await violations { try await test.service.getIngredient(.init(), context: context) } == ["id"]
    )
  }

  @Test("several foods are read in both languages; unknown ids are left out")
  func batch() async throws {
    let test = try await TestService()
    func batch(_ ids: [String]) async throws -> [String: IngredientRecord] {
      try await test.service.batchGetIngredients(.init(ids: ids), context: .test()).ingredients
    }
    let found = try await batch(["shrimp", "nothing", "beef", "shrimp"])
    #expect(Set(found.keys) == ["shrimp", "beef"])
    #expect(found["beef"]?.name == LocalizedText(vi: "bò", en: "beef"))
    #expect(found["shrimp"]?.allergenGroups == [.crustacean])
    #expect(await violations { try await batch([]) } == ["ids"])
    #expect(await violations { try await batch(["beef", ""]) } == ["ids[1]"])
    #expect(
      await violations { try await batch(Array(repeating: "beef", count: 201)) } == ["ids"]
    )
  }

  @Test("the eleven categories have names and foods")
  func categories() async throws {
    let test = try await TestService()
    let context = ServerContext.test(language: "en")
    let found = try await test.service.listCategories(.init(), context: context).categories
    #expect(found.map(\.category.rawValue) == Array(1...11))
    #expect(found.first?.name == "Meat and poultry")
    #expect(
      found.reduce(0) { $0 + Int($1.ingredientCount) } == test.service.list.index.foods.count
    )
    #expect(found.allSatisfy { $0.ingredientCount > 0 })
  }
}
