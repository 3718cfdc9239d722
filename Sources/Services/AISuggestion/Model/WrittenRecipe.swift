import Contracts
import Protobuf

/// Reads the recipe that a model wrote: one JSON object by the contract's schema, and nothing else.
///
/// Strict: an unknown or repeated member, a wrong type, text before or behind it, a member that is
/// ours to set, a language that is missing — each makes it no recipe.
enum WrittenRecipe {
  static func parse(_ text: String, for prompt: RecipePrompt) -> RecipeRecord? {
    guard text.utf8.count <= Limits.modelTextBytesMax else { return nil }
    // What is wrong with it is of no use to anybody: the model is not asked again.
    guard var record = try? RecipeRecord(json: text) else { return nil }
    guard record.id.isEmpty, record.tags.isEmpty, record.cuisine.isEmpty else { return nil }
    guard isBilingual(record.title), isBilingual(record.description),
      record.steps.allSatisfy({ isBilingual($0.text) }),
      record.ingredients.allSatisfy({ $0.note == nil })
    else { return nil }
    record.cuisine = prompt.cuisine
    return record
  }

  private static func isBilingual(_ text: LocalizedText?) -> Bool {
    guard let text else { return false }
    return !text.vi.isEmpty && !text.en.isEmpty
  }
}
