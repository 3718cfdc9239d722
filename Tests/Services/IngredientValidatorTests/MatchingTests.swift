import Testing
import VietnameseText

@testable import IngredientValidator

@Suite("Matching names")
struct MatchingTests {
  @Test(
    "vector 2: names are understood as the product promises",
    arguments: [
      ("thịt gà", "valid chicken"),
      ("thit ga", "valid chicken"),
      ("Chicken", "valid chicken"),
      ("ca chuaa", "corrected tomato"),
      ("bò", "valid beef"),
      ("bo\u{300}", "valid beef"),
      ("bơ", "valid butter"),
      ("gà", "valid chicken"),
      ("CÀ CHUA", "valid tomato"),
      ("chua ca", "corrected tomato"),
      ("cachua", "corrected tomato"),
      ("dừa", "valid coconut"),
      ("dứa", "valid pineapple"),
      ("xyzzy quux", "unknown"),
    ]
  )
  func vector2(_ text: String, _ match: String) throws {
    #expect(try Foods.index.get().describe(text) == match)
  }

  @Test("a folded name of two foods gives both as candidates, never a guess")
  func ambiguous() throws {
    let index = try Foods.index.get()
    #expect(index.describe("bo") == "ambiguous beef butter")
    #expect(index.describe("BO ") == "ambiguous beef butter")
  }

  @Test("vector 3: every canonical name is the name of its food")
  func vector3CanonicalNames() throws {
    let index = try Foods.index.get()
    for food in index.foods {
      for name in [food.nameVi, food.nameEn] {
        #expect(index.describe(name) == "valid \(food.id)", "\(name)")
      }
    }
  }

  @Test("vector 3: every alias that one food has is understood as that food")
  func vector3Aliases() throws {
    let index = try Foods.index.get()
    var owners: [[UInt32]: Set<String>] = [:]
    for food in index.foods {
      for name in [food.nameVi, food.nameEn] + food.aliases {
        owners[FoldedName(name).exact, default: []].insert(food.id)
      }
    }
    var checked = 0
    for food in index.foods {
      for alias in food.aliases where owners[FoldedName(alias).exact]?.count == 1 {
        #expect(index.describe(alias) == "valid \(food.id)", "\(alias)")
        checked += 1
      }
    }
    #expect(checked >= 1000)
  }

  @Test(
    "the stages are gone through in their order",
    arguments: [
      // An alias typed with its marks beats another food's name without them.
      ("dứa", "valid pineapple"),
      ("dừa", "valid coconut"),
      ("dua", "ambiguous coconut pineapple"),
      // Marks that fit one of the two alone.
      ("dừâ", "corrected coconut"),
      // A canonical name beats the same alias of another food.
      ("thơm", "valid pineapple"),
      ("me", "valid tamarind"),
      ("mè", "valid sesame"),
      // Two aliases alike.
      ("củ trắng", "ambiguous radish turnip"),
      // Similarity of exactly 0.80, and just below.
      ("abcdx", "corrected letters"),
      ("abcx", "ambiguous letters"),
      ("abxx", "unknown"),
    ]
  )
  func stages(_ text: String, _ match: String) {
    let index = IngredientIndex([
      Food("coconut", "dừa", "coconut"),
      Food("pineapple", "thơm", "pineapple", "dứa", "khóm"),
      Food("mint", "bạc hà", "mint", "thơm"),
      Food("tamarind", "me", "tamarind"),
      Food("sesame", "mè", "sesame", "vừng"),
      Food("radish", "củ cải", "radish", "củ trắng"),
      Food("turnip", "củ su", "turnip", "củ trắng"),
      Food("letters", "abcde", "letters of the alphabet"),
    ])
    #expect(index.describe(text) == match)
  }

  @Test("two foods equally near are candidates, nearest first and at most five")
  func severalNear() throws {
    let index = IngredientIndex(
      ["a", "b", "c", "d", "e", "f", "g"].map { Food($0, "banan\($0)", "x\($0)x\($0)") }
    )
    guard case .ambiguous(let candidates) = index.match(FoldedName("bananz")) else {
      Issue.record("not ambiguous")
      return
    }
    #expect(candidates.count == 5)
    #expect(candidates.allSatisfy { $0.confidence > 0.8 && $0.confidence < 0.84 })
  }

  @Test("an empty list knows nothing")
  func emptyList() {
    #expect(IngredientIndex([]).describe("bò") == "unknown")
  }
}
