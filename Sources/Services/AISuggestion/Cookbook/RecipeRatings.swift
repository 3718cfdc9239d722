/// What people think of a recipe, as the rating-handler last said.
struct RecipeRatings: Sendable, Equatable {
  /// Rises with every change; 0 before the first.
  var version: Int64 = 0
  var sum = 0
  var count = 0
  /// Of raters who cooked it and did not write it.
  var verifiedSum = 0
  var verifiedCount = 0

  static let scoreMin = 1000
  static let scoreMax = 5000

  /// Mean stars in thousandths, as if four more people had given 3.5: one five-star rating does
  /// not outrank twenty of 4.8, and a recipe that nobody rated stands in the middle.
  var score: Int {
    let score = (1000 * sum + 4 * 3500) / (count + 4)
    return min(max(score, Self.scoreMin), Self.scoreMax)
  }

  /// Mean stars with one decimal, rounded half up in whole numbers; nil without a rating.
  var average: Double? {
    count == 0 ? nil : Double((20 * sum + count) / (2 * count)) / 10
  }
}
