/// Takes turns among routes in proportion to their weights, evenly spread.
///
/// The route with most credit is next: weights 5, 1, 1 give `a a b a c a a`, not `a a a a a b c`.
struct Mix: Sendable {
  private let weights: [Int]
  private let sum: Int
  private var credits: [Int]

  init(weights: [Int]) {
    precondition(
      !weights.isEmpty && weights.allSatisfy { $0 > 0 },
      "a mix has weights above 0"
    )
    self.weights = weights
    sum = weights.reduce(0, +)
    credits = weights.map { _ in 0 }
  }

  /// Index of the next route.
  mutating func next() -> Int {
    var chosen = 0
    for index in weights.indices {
      credits[index] += weights[index]
      if credits[index] > credits[chosen] { chosen = index }
    }
    credits[chosen] -= sum
    return chosen
  }
}
