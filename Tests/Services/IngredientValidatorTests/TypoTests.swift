import Foundation
import Testing
import VietnameseText

@testable import IngredientValidator

@Suite("Names with one typo")
struct TypoTests {
  private struct Score {
    var right = 0
    var wrong = 0
    var candidates = 0
    var unknown = 0

    var total: Int { right + wrong + candidates + unknown }

    func percent(_ count: Int) -> Double { 100 * Double(count) / Double(total) }
  }

  enum Spelling: String, CaseIterable {
    case marked = "with marks"
    case unmarked = "without marks"
  }

  @Test(
    "vector 3: of names with one typo 95 % or more are understood, 1 % or less as another food",
    arguments: Spelling.allCases
  )
  func vector3Typos(_ spelling: Spelling) throws {
    let index = try Foods.index.get()
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    var score = Score()
    for (place, food) in index.foods.enumerated() {
      for name in [food.nameVi, food.nameEn] + food.aliases {
        let letters = FoldedName(name).units.count { $0 != FoldedName.space }
        // Every other name: enough to tell, and half the time.
        guard letters >= 5, Bool.random(using: &random),
          index.match(FoldedName(name)) == .valid(food: place)
        else { continue }
        let typed = spelling == .marked ? name : FoldedName(name).text
        switch index.match(FoldedName(Self.typo(typed, &random))) {
        case .valid(place): score.right += 1
        case .corrected(let candidate) where candidate.food == place: score.right += 1
        case .valid, .corrected: score.wrong += 1
        case .ambiguous: score.candidates += 1
        case .unknown: score.unknown += 1
        }
      }
    }
    let figures = [
      ("right", score.right), ("wrong", score.wrong), ("candidates", score.candidates),
      ("unknown", score.unknown),
    ]
    .map { "\($0) \(String(format: "%.2f", score.percent($1))) %" }
    print("typos \(spelling.rawValue), seed \(seed), \(score.total) names:", figures)
    #expect(score.total > 2000)
    #expect(score.percent(score.right) >= 95, "seed \(seed)")
    #expect(score.percent(score.wrong) <= 1, "seed \(seed)")
  }

  /// Inserts, deletes, substitutes or swaps one letter.
  private static func typo(_ name: String, _ random: inout SeededRandom) -> String {
    var letters = Array(name)
    let place = Int.random(in: 0..<letters.count - 1, using: &random)
    let letter = Character(
      Unicode.Scalar(UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &random))
    )
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.insert(letter, at: place)
    case 1: letters.remove(at: place)
    case 2: letters[place] = letter
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}
