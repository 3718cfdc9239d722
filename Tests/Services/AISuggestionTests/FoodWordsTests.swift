import Contracts
import ServiceKit
import Testing

@testable import AISuggestion

struct FoodWordsTests {
  @Test(
    "a text speaks of the foods whose names stand in it, the longest name first",
    arguments: [
      ("Stir in the prawns.", ["shrimp"]), ("Cho tôm vào chảo", ["shrimp"]),
      ("CHO TOM VAO CHAO", ["shrimp"]), ("Thêm cà chua", ["tomato"]),
      ("tomatoes and onions", ["tomato", "onion"]), ("Nấu tới khi chín.", []), ("", []),
      ("Cho sung kho vào.", ["dried_fig"]),
      ("coconut milk", ["coconut_milk"]), ("bò", ["beef"]), ("bơ", ["butter"]),
    ] as [(String, Set<String>)]
  )
  func mentions(text: String, ids: Set<String>) {
    let foods = Kitchen.words.foods(in: text, .vietnamese)
    let found = Set(foods.map(\.id)).filter { !$0.contains(" ") }
    #expect(ids.isSubset(of: found), "\(text): \(found)")
    if ids.isEmpty { #expect(found.isEmpty, "\(text): \(found)") }
  }

  @Test(
    "an everyday word that is a food but for its marks is that word",
    arguments: [
      ("Rinse and cut into pieces so that they cook.", "Nêm gia vị cho vừa."),
      ("Let it be.", "Đậy vung, nấu với nước dùng."),
    ]
  )
  func everyday(english: String, vietnamese: String) {
    let text = LocalizedText(vi: vietnamese, en: english)
    let ids = Kitchen.words.foods(in: text).map(\.id)
    let others: Set = ["quail", "blood_cockle", "bean_sprout", "veal", "sesame_seed"]
    #expect(others.isDisjoint(with: ids))
  }

  @Test("coconut milk is no milk, and fish sauce is fish")
  func groups() {
    func groups(_ text: String) -> Set<AllergenGroup> {
      Set(
        Kitchen.words.foods(in: LocalizedText(vi: text, en: text)).flatMap(\.allergens)
      )
    }
    #expect(!groups("Pour in the coconut milk").contains(.milk))
    #expect(groups("A spoon of fish sauce").contains(.fish))
    #expect(groups("Một thìa nước mắm").contains(.fish))
    #expect(groups("Serve with shellfish").isSuperset(of: [.crustacean, .mollusc]))
  }

  @Test(
    "what is called by another name is of its group all the same",
    arguments: [
      ("Fold in the langoustines", AllergenGroup.crustacean, Diet.vegetarian),
      ("Grill the gambas", .crustacean, .vegan), ("Thêm ruốc Huế", .crustacean, .vegetarian),
      ("Stir in belacan", .crustacean, .vegetarian), ("Top with escargots", .mollusc, .vegan),
      ("Top with roe", .fish, .vegetarian), ("Rắc trứng cá lên", .fish, .vegetarian),
      ("Whisk in whey", .milk, .vegan), ("Pour custard over", .egg, .vegan),
      ("Top with meringue", .egg, .vegan), ("Thicken with spelt", .gluten, .glutenFree),
    ]
  )
  func otherNames(text: String, group: AllergenGroup, diet: Diet) {
    let foods = Kitchen.words.foods(in: LocalizedText(vi: text, en: text))
    #expect(foods.contains { $0.allergens.contains(group) }, "\(text): \(foods.map(\.id))")
    #expect(foods.contains { $0.excludedDiets.contains(diet) }, "\(text): \(foods.map(\.id))")
  }

  @Test(
    "what no allergy is about may break a diet",
    arguments: [
      ("Brown the meat", Diet.vegetarian), ("Xào thịt", .vegan), ("Add a dash of liqueur", .halal),
      ("Phi mỡ", .halal), ("Thêm gelatin", .vegetarian),
    ]
  )
  func diets(text: String, diet: Diet) {
    let foods = Kitchen.words.foods(in: LocalizedText(vi: text, en: text))
    #expect(foods.contains { $0.excludedDiets.contains(diet) }, "\(text): \(foods.map(\.id))")
  }

  @Test("every name of every food speaks of that food")
  func everyName() {
    for food in Kitchen.foods.values {
      for name in [food.name.vi, food.name.en] + food.aliases {
        let found =
          Kitchen.words.foods(in: "Add the \(name), then wait.", .english)
          + Kitchen.words.foods(in: "Cho \(name) vào.", .vietnamese)
        #expect(found.contains { $0.id == food.id }, "\(name) of \(food.id)")
      }
    }
  }
}
