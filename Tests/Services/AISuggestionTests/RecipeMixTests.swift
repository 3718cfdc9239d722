import Contracts
import Testing

@testable import AISuggestion

struct RecipeMixTests {
  @Test(
    "vector 1: the cookbook comes first and the model fills the rest",
    arguments: [
      (asked: 3, found: 5, cookbook: 3, model: 0),
      (asked: 5, found: 2, cookbook: 2, model: 3),
      (asked: 5, found: 0, cookbook: 0, model: 5),
      (asked: 3, found: 2, cookbook: 2, model: 1),
      (asked: 1, found: 1, cookbook: 1, model: 0),
    ]
  )
  func vector1(asked: Int, found: Int, cookbook: Int, model: Int) {
    let mix = RecipeMix(asked: asked, found: found)
    #expect(mix.fromCookbook == cookbook)
    #expect(mix.fromModel == model)
  }

  @Test("the model cooks by methods that the cookbook did not cover, preferred ones first")
  func methods() {
    let taste = RecipeSelection.Taste(methods: [.steam, .soup], usualMethods: [.bake])
    let methods = MethodChoice.methods(4, besides: [.soup], taste: taste, minutesMax: nil)
    #expect(methods == [.steam, .bake, .stirFry, .braise])
  }

  @Test("no method takes longer than there is time")
  func quickMethods() {
    let methods = MethodChoice.methods(5, besides: [], taste: .init(), minutesMax: 20)
    #expect(methods == [.boil, .mix])
  }

  @Test("five uncovered methods are always different")
  func differentMethods() {
    for covered in CookingMethod.known {
      let methods = MethodChoice.methods(5, besides: [covered], taste: .init(), minutesMax: nil)
      #expect(Set(methods + [covered]).count == 6)
    }
  }
}

struct MonthTests {
  @Test(
    "a month has its name and its end",
    arguments: [
      (at: 0 as Int64, name: "1970-01", end: 2_678_400 as Int64),
      // 2024-02-29T23:59:59Z and the second after it.
      (at: 1_709_251_199, name: "2024-02", end: 1_709_251_200),
      (at: 1_709_251_200, name: "2024-03", end: 1_711_929_600),
      // 2026-12-31T12:00:00Z
      (at: 1_798_718_400, name: "2026-12", end: 1_798_761_600),
      (at: -1, name: "1969-12", end: 0),
    ]
  )
  func month(at seconds: Int64, name: String, end: Int64) {
    let month = Month(at: seconds)
    #expect(month.name == name)
    #expect(month.end == end)
  }

  @Test("the quota starts again on the first of the next month")
  func reset() {
    #expect(Month(at: 1_798_718_400).resetDate == "2027-01-01")
  }
}
