/// How many recipes of a suggestion come from where: the cookbook first, the model for the rest.
struct RecipeMix: Sendable, Equatable {
  let fromCookbook: Int
  let fromModel: Int

  /// What to take when `found` recipes of the cookbook are fit.
  init(asked: Int, found: Int) {
    fromCookbook = min(asked, found)
    fromModel = asked - fromCookbook
  }
}
