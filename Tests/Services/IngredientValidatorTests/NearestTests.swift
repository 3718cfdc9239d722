import Testing
import VietnameseText

@testable import IngredientValidator

@Suite("The nearest names")
struct NearestTests {
  @Test("bit vectors count the edits that the table counts")
  func distances() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    for round in 0..<4000 {
      let left = Self.word(Int.random(in: 0...(round % 10 == 0 ? 90 : 12), using: &random), &random)
      let right = Self.word(Int.random(in: 0...14, using: &random), &random)
      let edits = EditDistance.byTable(left.span, right.span)
      let distance = EditDistance(to: left)
      #expect(distance.distance(right.span, atMost: 100) == edits, "seed \(seed)")
      #expect(distance.distance(right.span, atMost: edits) == edits, "seed \(seed)")
      #expect(distance.distance(right.span, atMost: edits - 1) == nil, "seed \(seed)")
      #expect(LetterBag(left).distanceMin(LetterBag(right)) <= edits, "seed \(seed)")
    }
  }

  @Test("the table counts a swap as one edit and edits no place twice")
  func table() {
    func edits(_ left: String, _ right: String) -> Int {
      EditDistance.byTable(FoldedName(left).units.span, FoldedName(right).units.span)
    }
    #expect(edits("", "") == 0)
    #expect(edits("abc", "") == 3)
    #expect(edits("lemon", "elmon") == 1)
    #expect(edits("ca", "abc") == 3)
    #expect(edits("kitten", "sitting") == 3)
  }

  @Test("bounds leave out nothing: the search finds what trying every name finds")
  func exhaustive() throws {
    let foods = try Foods.seed.get()
    let entries = foods.enumerated().flatMap { place, food in
      ([food.nameVi, food.nameEn] + food.aliases).map {
        NameList.Entry(name: FoldedName($0), food: Int32(place))
      }
    }
    let list = NameList(entries)
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<25 {
      let entry = try #require(entries.randomElement(using: &random))
      var text = Array(entry.name.text)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text.insert("x", at: Int.random(in: 0...text.count, using: &random))
      }
      let name = FoldedName(String(text))
      let costs = Self.costs(name, entries)
      #expect(
        list.nearest(to: name, most: 6).map(\.cost) == Array(costs.prefix(6)),
        "\(name.text), seed \(seed)"
      )
      #expect(
        list.nearest(to: name, most: 2, window: 149).map(\.cost)
          == Array(costs.prefix(2).filter { $0 < costs[0] + 150 }),
        "\(name.text), seed \(seed)"
      )
    }
  }

  /// The cost of each food that is near enough, cheapest first, by the definition alone.
  private static func costs(_ name: FoldedName, _ entries: [NameList.Entry]) -> [Int32] {
    var costs = EditCost()
    var best: [Int32: Int32] = [:]
    let words = name.inWordOrder()
    for entry in entries {
      let other = entry.name.inWordOrder()
      let length = max(name.units.count, entry.name.units.count)
      let ways = [
        (name.units, name.marks, entry.name.units, entry.name.marks, 0),
        (words.units, words.marks, other.units, other.marks, 1),
      ]
      for (units, marks, otherUnits, otherMarks, reordered) in ways {
        if reordered == 1, !name.units.contains(FoldedName.space) { continue }
        let edits = EditDistance.byTable(units.span, otherUnits.span) + reordered
        guard Similarity.isSuggested(edits: edits, length: length) else { continue }
        let cost =
          costs.cost(
            units.span,
            marks.span,
            minding: name.hasMarks,
            otherUnits.span,
            otherMarks.span
          ) + Int32(reordered) * EditCost.order
        best[entry.food] = min(best[entry.food] ?? .max, cost)
      }
    }
    return best.values.sorted()
  }

  private static func word(_ length: Int, _ random: inout SeededRandom) -> [UInt16] {
    (0..<length).map { _ in [0x61, 0x62, 0x63, 0x20, 0x9E21].randomElement(using: &random) ?? 0x61 }
  }
}
