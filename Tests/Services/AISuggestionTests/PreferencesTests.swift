import Contracts
import Protobuf
import RPC
import Testing

@testable import AISuggestion

struct PreferencesTests {
  private func update(
    _ test: TestService,
    _ preferences: Preferences?,
    mask: [String]? = nil
  ) async throws -> Preferences {
    try await test.service.updatePreferences(
      UpdatePreferencesRequest(
        preferences: preferences,
        updateMask: mask.map { .init(paths: $0) }
      ),
      context: .test("lan")
    ).preferences ?? Preferences()
  }

  @Test("a mask changes its fields alone, no mask those that are given, a star all")
  func masks() async throws {
    let test = try await TestService()
    let none = try await test.service.getPreferences(.init(), context: .test("lan"))
    #expect(none.preferences == Preferences())
    _ = try await update(test, Preferences(allergies: [.egg], country: "VN"))
    _ = try await update(test, Preferences(diets: [.vegan]))
    let both = try await update(test, Preferences(country: "FR"), mask: ["country", "diets"])
    #expect(both.allergies == [.egg] && both.diets.isEmpty && both.country == "FR")
    #expect(both.updateTime?.seconds == test.clock.seconds)
    let all = try await update(test, Preferences(gender: .female), mask: ["*"])
    #expect(all.allergies.isEmpty && all.country.isEmpty && all.gender == .female)
    let others = try await test.service.getPreferences(.init(), context: .test("minh"))
    #expect(others.preferences == Preferences())
  }

  @Test("what breaks its rule is refused by field")
  func rules() async throws {
    let test = try await TestService()
    let wrong = Preferences(
      diets: [.vegan, .vegan],
      allergies: [.unrecognized(88)],
      avoidedIngredientIds: Array(repeating: "a", count: 1) + [""],
      preferredMethods: [.unspecified],
      preferredCuisines: ["Thai"],
      ageBand: .unrecognized(9),
      gender: .unrecognized(9),
      country: "vn"
    )
    #expect(
      await failure { try await update(test, wrong, mask: ["update_time", "shoe_size"]) }?.fields
        == [
          "update_mask", "update_mask", "preferences.diets[1]", "preferences.allergies[0]",
          "preferences.avoided_ingredient_ids[1]", "preferences.preferred_methods[0]",
          "preferences.preferred_cuisines[0]", "preferences.age_band", "preferences.gender",
          "preferences.country",
        ]
    )
    #expect(await failure { try await update(test, nil) }?.fields == ["preferences"])
  }

  @Test("an avoided food is one that there is: a name, or an id that no food has, excludes nothing")
  func avoidedFoods() async throws {
    let test = try await TestService()
    let wrong = Preferences(avoidedIngredientIds: ["shrimp", "tôm", "shrimps"], country: "VN")
    let refused = await failure { try await update(test, wrong) }
    #expect(refused?.code == .invalidArgument)
    #expect(
      refused?.fields == [
        "preferences.avoided_ingredient_ids[1]", "preferences.avoided_ingredient_ids[2]",
      ]
    )
    #expect(try await update(test, wrong, mask: ["country"]).avoidedIngredientIds.isEmpty)
    let right = Preferences(avoidedIngredientIds: ["shrimp"])
    #expect(try await update(test, right).avoidedIngredientIds == ["shrimp"])
  }

  @Test("what was kept before is taken again, whatever became of the food")
  func retiredFood() async throws {
    let test = try await TestService()
    _ = try await test.service.preferences.update("lan", at: 1, until: nil) {
      $0.avoidedIngredientIds = ["retired"]
    }
    let same = Preferences(avoidedIngredientIds: ["retired", "shrimp"], country: "VN")
    #expect(try await update(test, same).avoidedIngredientIds == ["retired", "shrimp"])
  }

  @Test("what nobody can say of an id now is not kept")
  func validatorAway() async throws {
    let test = try await TestService()
    _ = try await test.suggest(["beef", "tomato"])
    test.ingredients.goAway()
    let known = Preferences(avoidedIngredientIds: ["beef"])
    #expect(try await update(test, known).avoidedIngredientIds == ["beef"])
    let unknown = Preferences(avoidedIngredientIds: ["no-such-food"])
    #expect(await failure { try await update(test, unknown) }?.code == .unavailable)
    #expect(try await update(test, Preferences(country: "VN")).avoidedIngredientIds == ["beef"])
  }

  @Test("fifteen changes of different fields at once all stay")
  func concurrent() async throws {
    let test = try await TestService()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for round in 0..<5 {
        group.addTask { _ = try await update(test, .init(diets: [.vegan]), mask: ["diets"]) }
        group.addTask { _ = try await update(test, .init(country: "VN"), mask: ["country"]) }
        group.addTask {
          let ids = [["beef", "pork", "chicken", "tofu", "egg"][round]]
          _ = try await update(test, .init(avoidedIngredientIds: ids))
        }
      }
      try await group.waitForAll()
    }
    let kept = try await test.service.getPreferences(.init(), context: .test("lan")).preferences
    #expect(kept?.diets == [.vegan] && kept?.country == "VN")
    #expect(kept?.avoidedIngredientIds.count == 1)
  }
}
