import Contracts
import SeedData
import VietnameseText

@testable import IngredientValidator

/// The foods that come with the product, read once for all tests.
enum Foods {
  static let seed = Result { try Food.parse(lines: Seed.ingredients) }
  static let index = seed.map(IngredientIndex.init)
}

extension Food {
  /// A food for a list of a few.
  init(_ id: String, _ vi: String, _ en: String, _ aliases: String...) {
    self.init(id: id, nameVi: vi, nameEn: en, category: .vegetable, aliases: aliases)
  }
}

extension IngredientIndex {
  /// The match in words: `valid beef`, `corrected tomato`, `ambiguous beef butter`, `unknown`.
  func describe(_ text: String) -> String {
    switch match(FoldedName(text)) {
    case .valid(let food): "valid \(foods[food].id)"
    case .corrected(let candidate): "corrected \(foods[candidate.food].id)"
    case .ambiguous(let candidates):
      "ambiguous \(candidates.map { foods[$0.food].id }.joined(separator: " "))"
    case .unknown: "unknown"
    }
  }
}
