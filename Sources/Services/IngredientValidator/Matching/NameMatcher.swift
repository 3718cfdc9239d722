import Contracts
import VietnameseText

/// The matcher over a list of names alone, for measurements beside other implementations.
package struct NameMatcher: Sendable {
  private let index: IngredientIndex

  /// Each name is a food of its own.
  package init(_ names: [String]) {
    index = IngredientIndex(
      names.enumerated().map { place, name in
        Food(id: "\(place)", nameVi: name, nameEn: "", category: .vegetable)
      }
    )
  }

  /// The name with the highest similarity of 0.60 and above, and that similarity.
  package func best(for typed: String) -> (name: String, similarity: Double)? {
    guard let best = index.list.mostSimilar(to: FoldedName(typed).units) else { return nil }
    return (name(of: best.entry), best.similarity)
  }

  /// Whether one food is meant, through all the stages of the product.
  package func understands(_ typed: String) -> Bool {
    switch index.match(FoldedName(typed)) {
    case .valid, .corrected: true
    case .ambiguous, .unknown: false
    }
  }

  private func name(of entry: Int) -> String {
    index.foods[Int(index.list.foods[entry])].nameVi
  }
}
