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
    case duplicate
  }

  /// Nil when the recipe is fit.
  static func fault(of record: RecipeRecord, for prompt: RecipePrompt) -> Fault? {
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
    return nil
  }
}
