import Contracts

/// How much of what a recipe needs is there; staples and optional ingredients do not count.
struct Coverage: Sendable, Equatable {
  let covered: Int
  let required: Int
  /// Places in the recipe's ingredients that are required and not there.
  let missing: [Int]

  init(of record: RecipeRecord, having ids: Set<String>, foods: Foods) {
    var (covered, required) = (0, 0)
    var missing: [Int] = []
    for (index, ingredient) in record.ingredients.enumerated() {
      let isStaple = foods[ingredient.ingredientId]?.isStaple ?? false
      if ingredient.optional || isStaple { continue }
      required += 1
      if ids.contains(ingredient.ingredientId) { covered += 1 } else { missing.append(index) }
    }
    (self.covered, self.required, self.missing) = (covered, required, missing)
  }

  /// At least half of the required ingredients, and one of them.
  var isEnough: Bool { covered > 0 && 2 * covered >= required }

  /// 0 to 1; a recipe that needs nothing but staples is covered.
  var share: Double { required == 0 ? 1 : Double(covered) / Double(required) }
}
