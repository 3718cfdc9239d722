import Contracts
import RPC
import ServiceKit
import Testing

@testable import AISuggestion

struct FoodCatalogueTests {
  /// Beef, once somebody has found out that it holds an allergen.
  private static let corrected = {
    let beef = Kitchen.food("beef")
    return Food(
      id: beef.id,
      name: beef.name,
      category: beef.category,
      allergens: [.mustard],
      excludedDiets: beef.excludedDiets,
      isStaple: beef.isStaple
    )
  }()

  @Test("what the validator corrects is read again by the service itself, as its contract permits")
  func corrections() async throws {
    try await WiredService.run { wired in
      let catalogue = FoodCatalogue(source: IngredientValidatorPeer(wired.toValidator))
      let served = ServerContext(
        method: AISuggestionServiceMethods.suggest,
        metadata: ["authorization": wired.authorization]
      )
      try await ServerContext.$current.withValue(served) {
        let words = try await catalogue.words()
        #expect(words.foods(in: "beef", .english).map(\.allergens) == [[]])
      }
      wired.validator.correct("beef") { $0.allergenGroups = [.mustard] }
      try await catalogue.refresh()
      #expect(try await catalogue.foods(including: ["beef"])["beef"]?.allergens == [.mustard])
      let words = try await catalogue.words()
      #expect(words.foods(in: "beef", .english).map(\.allergens) == [[.mustard]])
    }
  }

  @Test("foods are read again by their ids, though they cannot be listed")
  func withoutList() async throws {
    let ingredients = StubIngredients()
    let catalogue = FoodCatalogue(source: ingredients)
    _ = try await catalogue.words()
    ingredients.loseList()
    ingredients.correct("beef", Self.corrected)
    await #expect(throws: RPCError.self) { try await catalogue.refresh() }
    #expect(try await catalogue.foods(including: ["beef"])["beef"]?.allergens == [.mustard])
  }

  @Test("what keeps foods from being read is told once for each kind of it")
  func trouble() async throws {
    let test = try await TestService()
    let log = TestLog()
    var rounds = 0
    test.ingredients.goAway()
    await test.service.keepFresh(logger: log.logger) {
      rounds += 1
      switch rounds {
      case 3: test.ingredients.goAway(.internal("ingredient-validator: lost its head"))
      case 6: throw CancellationError()
      default: break
      }
    }
    #expect(rounds == 6)
    #expect(log.warnings == ["foods cannot be read", "foods cannot be read"])
  }

  @Test("trouble that comes again after foods could be read is told again")
  func troubleAgain() async throws {
    let test = try await TestService()
    let log = TestLog()
    var rounds = 0
    test.ingredients.goAway()
    await test.service.keepFresh(logger: log.logger) {
      rounds += 1
      if rounds == 1 { test.ingredients.comeBack() }
      if rounds == 2 { test.ingredients.goAway() }
      if rounds == 2 + 2 * Limits.foodsRefreshSeconds { throw CancellationError() }
    }
    #expect(log.warnings == ["foods cannot be read", "foods cannot be read"])
  }
}
