import Contracts
import Testing

@testable import AISuggestion

struct CookbookIndexTests {
  private let index = CookbookIndex([
    .test(
      "pho",
      .soup,
      title: LocalizedText(vi: "Phở bò", en: "Beef noodle soup"),
      ratings: RecipeRatings(version: 1, sum: 50, count: 10)
    ),
    .test("bo-kho", .braise, title: LocalizedText(vi: "Bò kho", en: "Beef stew")),
    .test("bun", .mix, needs: ["pork"], title: LocalizedText(vi: "Bún thịt nướng")),
    .test("pad", .stirFry, title: LocalizedText(en: "Pad thai"), cuisine: "thai"),
  ])

  private func ids(_ search: CookbookIndex.Search) -> [String] {
    index.search(search, after: nil, count: 10).entries.map(\.recipe.id)
  }

  @Test(
    "words are found with and without marks, in either language, in any order",
    arguments: [
      ("", ["pho", "bo-kho", "bun", "pad"]),
      ("phở", ["pho"]),
      ("pho", ["pho"]),
      ("BO", ["pho", "bo-kho"]),
      ("bò phở", ["pho"]),
      ("beef", ["pho", "bo-kho"]),
      ("nood", ["pho"]),
      ("oodle", []),
      ("thịt  nướng", ["bun"]),
      ("pizza", []),
    ]
  )
  func words(text: String, expected: [String]) {
    #expect(ids(.init(text: text)) == expected)
  }

  @Test("filters narrow the search")
  func filters() {
    #expect(ids(.init(method: .soup)) == ["pho"])
    #expect(ids(.init(cuisine: "thai")) == ["pad"])
    #expect(ids(.init(ingredientID: "pork")) == ["bun"])
    #expect(ids(.init(text: "bo", method: .soup)) == ["pho"])
    #expect(ids(.init(method: .soup, cuisine: "thai")).isEmpty)
  }

  @Test("pages hold every recipe once, best first, whatever their size", arguments: 1...5)
  func pages(size: Int) {
    var found: [String] = []
    var position: CookbookIndex.Position?
    repeat {
      let page = index.search(.init(), after: position, count: size)
      found += page.entries.map(\.recipe.id)
      position = page.next
    } while position != nil
    #expect(found == ["pho", "bo-kho", "bun", "pad"])
  }

  @Test("a page goes on where it ended, though the recipe there is gone")
  func removedInBetween() {
    let first = index.search(.init(), after: nil, count: 2)
    let without = index.updated(with: .test("bo-kho", approval: .rejected))
    let rest = without.search(.init(), after: first.next, count: 10)
    #expect(rest.entries.map(\.recipe.id) == ["bun", "pad"])
  }

  @Test("approval, another score and demotion change the index")
  func updates() {
    let loved = RecipeRatings(version: 1, sum: 500, count: 100)
    let grown = index.updated(with: .test("new", ratings: loved))
    #expect(grown.entries.map(\.recipe.id) == ["new", "pho", "bo-kho", "bun", "pad"])
    let reordered = grown.updated(with: .test("pad", ratings: loved))
    #expect(reordered.entries.map(\.recipe.id) == ["new", "pad", "pho", "bo-kho", "bun"])
    let shrunk = reordered.updated(with: .test("new", approval: .rejected))
    #expect(shrunk.entries.map(\.recipe.id) == ["pad", "pho", "bo-kho", "bun"])
    #expect(shrunk.recipe("new") == nil)
    #expect(shrunk.recipe("bun")?.id == "bun")
  }
}

struct RecipeRatingsTests {
  @Test(
    "the average is rounded half up to one decimal, the score leans to 3.5 while few have rated",
    arguments: [
      (0, 0, nil, 3500),
      (5, 1, 5.0, 3800),
      (13, 3, 4.3, 3857),
      (9, 4, 2.3, 2875),
      (500, 100, 5.0, 4942),
      (100, 100, 1.0, 1096),
    ] as [(Int, Int, Double?, Int)]
  )
  func numbers(sum: Int, count: Int, average: Double?, score: Int) {
    let ratings = RecipeRatings(version: 1, sum: sum, count: count)
    #expect(ratings.average == average)
    #expect(ratings.score == score)
  }

  @Test("a delivery that is late or comes again changes nothing")
  func versions() {
    let recipe = StoredRecipe.test("a", ratings: RecipeRatings(version: 5, sum: 4, count: 1))
    for version in 1...5 as ClosedRange<Int64> {
      #expect(recipe.applying(RecipeRatings(version: version), approval: .rejected) == nil)
    }
    let next = recipe.applying(RecipeRatings(version: 6, sum: 9, count: 2), approval: nil)
    #expect(next?.ratings.sum == 9)
    #expect(next?.approval == .approved)
  }
}
