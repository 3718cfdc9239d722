import Contracts
import ServiceKit

/// The words in which a model is asked for a recipe.
///
/// Made of our own words and names alone, so that nothing that a person typed reaches the model.
enum PromptText {
  static func prompt(_ prompt: RecipePrompt) -> TextPrompt {
    TextPrompt(system: system, user: user(prompt), outputTokensMax: Limits.modelTokensMax)
  }

  private static let system = """
    You write home recipes. Answer with one JSON object and nothing else: no other text, no code \
    fence. All its members: "title", "description": {"vi": Vietnamese, "en": English}; "method": \
    as given; "servings": 1 to 50; "prepMinutes", "cookMinutes": whole numbers; "difficulty": \
    "DIFFICULTY_EASY", "DIFFICULTY_MEDIUM" or "DIFFICULTY_HARD"; "ingredients": a list of \
    {"ingredientId": an id as given, "quantity": number above 0, "unit": one of \
    \(RecipeRules.units.sorted().joined(separator: ", "))}; "steps": a list of \
    {"text": {"vi": …, "en": …}, "minutes": whole number}. Use the given ingredients and staples \
    alone, each at most once. Never use or mention anything that is excluded.
    """

  private static func user(_ prompt: RecipePrompt) -> String {
    var lines = [
      "ingredients: \(names(prompt.foods))",
      "staples: \(names(prompt.staples))",
      "method: \(prompt.method.name)",
    ]
    func add(_ label: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(label): \(values.joined(separator: ", "))") }
    }
    add("cuisine", prompt.cuisine.isEmpty ? [] : [prompt.cuisine])
    add("minutes at most", prompt.minutesMax.map { ["\($0)"] } ?? [])
    let exclusions = prompt.exclusions
    add("allergies", exclusions.allergens.map { word($0.name, "ALLERGEN_GROUP_") }.sorted())
    add("diets", exclusions.diets.map { word($0.name, "DIET_") }.sorted())
    add("avoid", prompt.avoided.map(\.name.en))
    add("age", ageBand(prompt.ageBand).map { [$0] } ?? [])
    add("gender", prompt.gender == .unspecified ? [] : [word(prompt.gender.name, "GENDER_")])
    add("country", prompt.country.isEmpty ? [] : [prompt.country])
    return lines.joined(separator: "\n")
  }

  private static func names(_ foods: [Food]) -> String {
    foods.map { "\($0.id) (\($0.name.vi), \($0.name.en))" }.joined(separator: "; ")
  }

  /// `ALLERGEN_GROUP_TREE_NUT` is `tree nut`.
  private static func word(_ name: String, _ prefix: String) -> String {
    name.dropFirst(prefix.count).lowercased().replacing("_", with: " ")
  }

  private static func ageBand(_ band: AgeBand) -> String? {
    switch band {
    case .from13To17: "13-17"
    case .from18To25: "18-25"
    case .from26To35: "26-35"
    case .from36To45: "36-45"
    case .from46To55: "46-55"
    case .from56: "56+"
    case .unspecified, .unrecognized: nil
    }
  }
}
