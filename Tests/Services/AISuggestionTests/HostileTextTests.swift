import Contracts
import Protobuf
import RPC
import ServiceKit
import Testing

@testable import AISuggestion

/// Texts whose comparison by Unicode's rules would take minutes are refused before they are compared.
@Suite("Hostile text", .timeLimit(.minutes(1))) struct HostileTextTests {
  private static let marks =
    String(repeating: "\u{301}", count: 1 << 18) + String(repeating: "\u{323}", count: 1 << 18)
  private static let text = "x" + marks

  @Test("in preferences")
  func preferences() async throws {
    let test = try await TestService()
    let update = UpdatePreferencesRequest(
      preferences: Preferences(
        avoidedIngredientIds: [Self.text, Self.text],
        preferredCuisines: [Self.text]
      ),
      updateMask: .init(paths: [Self.text, "avoided_ingredient_ids", "preferred_cuisines"])
    )
    let refusal = await failure {
      try await test.service.updatePreferences(update, context: .test("lan"))
    }
    #expect(refusal?.fields.first == "update_mask")
    #expect(refusal?.fields.contains("preferences.avoided_ingredient_ids[1]") == true)
  }

  @Test("in recipes")
  func recipes() {
    var list = FieldViolations()
    let ingredient = RecipeRecord.Ingredient(
      ingredientId: Self.text,
      quantity: 1,
      unit: Self.text
    )
    RecipeRules.check(
      RecipeRecord(id: Self.text, ingredients: [ingredient, ingredient]),
      into: &list
    )
    #expect(throws: RPCError.self) { try list.throwIfAny() }
  }

  @Test("in what is brought in")
  func imported() {
    var batch = ImportBatch()
    let ingredient = RecipeRecord.Ingredient(ingredientId: Self.text, quantity: 1, unit: "g")
    batch.append(RecipeRecord(id: Self.text, ingredients: [ingredient]), at: 0)
    #expect(!batch.isFull(for: Self.text))
    #expect(batch.ingredientIDs.isEmpty)
    #expect(batch.judged { _ in true }.refusal?.code == .invalidArgument)
  }
}
