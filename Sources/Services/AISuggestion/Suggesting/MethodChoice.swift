import Contracts

/// Which methods the model cooks by: those that the cookbook did not cover.
enum MethodChoice {
  /// How readily a dish of anything at hand succeeds.
  private static let everyday: [CookingMethod] = [
    .stirFry, .soup, .braise, .steam, .fry, .grill, .boil, .mix, .hotpot, .bake,
  ]

  /// `count` different methods, preferred ones first; fewer when the time allows no more.
  static func methods(
    _ count: Int,
    besides covered: Set<CookingMethod>,
    taste: RecipeSelection.Taste,
    minutesMax: Int?
  ) -> [CookingMethod] {
    let fit = everyday.filter { method in
      let minutes = method.everydayMinutes
      return !covered.contains(method)
        && Int(minutes.prep + minutes.cook) <= minutesMax ?? .max
    }
    // A stable sort: methods of equal rank stay in everyday order.
    let ordered = (0...2).flatMap { rank in fit.filter { taste.rank($0) == rank } }
    return Array(ordered.prefix(count))
  }
}
