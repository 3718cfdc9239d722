import Contracts

/// A recipe of the cookbook that may be suggested.
struct RecipeCandidate: Sendable {
  let recipe: StoredRecipe
  let coverage: Coverage

  /// 0 to 10,000: what is there weighs more than how it was rated.
  var score: Int {
    let share = coverage.required == 0 ? 1000 : 1000 * coverage.covered / coverage.required
    return 6 * share + (recipe.ratings.score - RecipeRatings.scoreMin)
  }
}

/// Chooses among the recipes of the cookbook.
struct RecipeSelection: Sendable {
  let having: Set<String>
  let foods: Foods
  let exclusions: Exclusions
  var taste = Taste()
  var minutesMax: Int?

  /// Which methods and cuisines come first.
  struct Taste: Sendable, Equatable {
    /// In this call; before those of the preferences.
    var methods: Set<CookingMethod> = []
    var usualMethods: Set<CookingMethod> = []
    var cuisine = ""
    var usualCuisines: Set<String> = []

    func rank(_ method: CookingMethod) -> Int {
      methods.contains(method) ? 0 : usualMethods.contains(method) ? 1 : 2
    }

    fileprivate func rank(cuisine: String) -> Int {
      !cuisine.isEmpty && cuisine == self.cuisine ? 0 : usualCuisines.contains(cuisine) ? 1 : 2
    }
  }

  /// The recipes that are safe, quick enough and covered by half, best first.
  func ranked(_ recipes: some Sequence<StoredRecipe>) -> [RecipeCandidate] {
    recipes.compactMap(candidate).sorted(by: precedes)
  }

  /// At most `count`: each cooked by another method while one is left, no title nearly twice.
  ///
  /// `isFit` is asked of those alone that would be taken: it looks at every word of a recipe.
  static func choose(
    _ count: Int,
    from ranked: [RecipeCandidate],
    where isFit: (RecipeCandidate) -> Bool = { _ in true }
  ) -> [RecipeCandidate] {
    var chosen: [RecipeCandidate] = []
    var titles: [FoldedTitle] = []
    var methods: Set<CookingMethod> = []
    var passedOver: [RecipeCandidate] = []

    func take(_ candidate: RecipeCandidate) {
      let title = FoldedTitle(candidate.recipe.record.title)
      if titles.contains(where: title.isNear) || !isFit(candidate) { return }
      chosen.append(candidate)
      titles.append(title)
      methods.insert(candidate.recipe.record.method)
    }

    for candidate in ranked where chosen.count < count {
      if methods.contains(candidate.recipe.record.method) {
        passedOver.append(candidate)
      } else {
        take(candidate)
      }
    }
    for candidate in passedOver where chosen.count < count { take(candidate) }
    return chosen
  }

  /// Whether no text of the recipe brings in what its ingredients keep out.
  ///
  /// Without `words` nobody can say so of a text that a person or a model wrote.
  func allowsTexts(of recipe: StoredRecipe, words: FoodWords?) -> Bool {
    guard !exclusions.isEmpty, recipe.origin.writesFreely else { return true }
    return words.map { exclusions.allowTexts(of: recipe.record, words: $0) } ?? false
  }

  private func candidate(_ recipe: StoredRecipe) -> RecipeCandidate? {
    let record = recipe.record
    guard recipe.approval == .approved, exclusions.allow(record, foods: foods) else { return nil }
    if let minutesMax, Int(record.prepMinutes) + Int(record.cookMinutes) > minutesMax {
      return nil
    }
    let coverage = Coverage(of: record, having: having, foods: foods)
    return coverage.isEnough ? RecipeCandidate(recipe: recipe, coverage: coverage) : nil
  }

  private func precedes(_ left: RecipeCandidate, _ right: RecipeCandidate) -> Bool {
    let (a, b) = (left.recipe.record, right.recipe.record)
    let (methodA, methodB) = (taste.rank(a.method), taste.rank(b.method))
    if methodA != methodB { return methodA < methodB }
    let (cuisineA, cuisineB) = (taste.rank(cuisine: a.cuisine), taste.rank(cuisine: b.cuisine))
    if cuisineA != cuisineB { return cuisineA < cuisineB }
    if left.score != right.score { return left.score > right.score }
    return a.id < b.id
  }
}

extension RecipeOrigin {
  /// Its texts may speak of foods that are not among the ingredients.
  var writesFreely: Bool {
    switch self {
    case .curated, .modelLocal: false
    case .user, .modelBedrock, .unspecified, .unrecognized: true
    }
  }
}
