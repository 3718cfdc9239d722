import Contracts
import ServiceKit

/// Whether a model's recipe may be shown: well formed, what was asked for, and safe.
enum ModelAnswerCheck {
  /// Why an answer is dropped.
  enum Fault: String, Sendable, CaseIterable {
    case malformed
    case otherMethod
    case tooSlow
    /// An ingredient that is neither given nor a staple.
    case foreignIngredient
    case excludedIngredient
    /// A text that no cook writes: markup, addresses, invisible characters.
    case strangeText
    /// A text that speaks of an excluded food, whatever the ingredients are.
    case excludedMention
    case duplicate
  }

  /// Nil when the recipe is fit.
  ///
  /// `words` are nil where texts need no look: nothing is excluded, or they are ours.
  static func fault(
    of record: RecipeRecord,
    for prompt: RecipePrompt,
    words: FoodWords?
  ) -> Fault? {
    var violations = FieldViolations()
    RecipeRules.check(record, into: &violations)
    guard violations.isEmpty else { return .malformed }
    guard record.method == prompt.method else { return .otherMethod }
    let minutes = Int(record.prepMinutes) + Int(record.cookMinutes)
    guard minutes <= prompt.minutesMax ?? .max else { return .tooSlow }
    var given: Foods = [:]
    for food in prompt.foods + prompt.staples { given[food.id] = food }
    for ingredient in record.ingredients {
      guard let food = given[ingredient.ingredientId] else { return .foreignIngredient }
      if prompt.exclusions.excludes(food) { return .excludedIngredient }
    }
    guard ModelText.isPlain(record) else { return .strangeText }
    guard let words else { return nil }
    return prompt.exclusions.allowTexts(of: record, words: words) ? nil : .excludedMention
  }
}
