import Contracts
import ServiceKit
import VietnameseText

/// The foods that a text speaks of, by all their names in both languages.
///
/// Ids decide what a recipe is made of; this looks at what its words add to that, such as a step
/// that stirs in shrimp which no ingredient names. The longest name counts: coconut milk is no milk.
struct FoodWords: Sendable {
  /// A word with its marks, and without.
  private struct Word: Sendable, Equatable {
    let exact: [UInt32]
    let folded: [UInt16]
    let hasMarks: Bool

    init(_ text: Substring) {
      let name = FoldedName(String(text))
      exact = name.exact
      folded = name.folded
      hasMarks = name.hasMarks
    }

    /// Written as the name is, or without its marks; in English also as a plural.
    func reads(_ name: Word, withoutMarks mayLackMarks: Bool) -> Bool {
      if exact == name.exact { return true }
      if hasMarks || name.hasMarks && !mayLackMarks { return false }
      return folded == name.folded || !name.hasMarks && isPlural(of: name)
    }

    private func isPlural(of name: Word) -> Bool {
      FoodWords.singulars(folded).contains(name.folded)
    }
  }

  private struct Name: Sendable {
    let words: [Word]
    let food: Food
  }

  /// By the folded first word.
  private var names: [[UInt16]: [Name]] = [:]

  init(_ foods: some Sequence<Food>) {
    for food in foods {
      for text in Set([food.name.vi, food.name.en] + food.aliases) {
        let words = Self.words(text)
        guard let first = words.first else { continue }
        names[first.folded, default: []].append(Name(words: words, food: food))
      }
    }
  }

  /// The foods that are spoken of; all that a name may mean.
  func foods(in text: LocalizedText) -> [Food] {
    foods(in: text.vi, .vietnamese) + foods(in: text.en, .english)
  }

  func foods(in text: String, _ language: Language) -> [Food] {
    let words = Self.words(text)
    var foods: [Food] = []
    var place = 0
    while place < words.count {
      let isLoose = !Self.isEveryday(words[place].folded, language)
      let found = longest(words[place...], isLoose: isLoose)
      foods += found.foods
      place += max(found.length, 1)
    }
    return foods
  }

  /// The longest name that begins here; of equal ones, as it is written before what lacks marks.
  ///
  /// A single word may lack its marks where that `isLoose`, several words anywhere.
  private func longest(
    _ words: ArraySlice<Word>,
    isLoose: Bool
  ) -> (foods: [Food], length: Int) {
    guard let first = words.first else { return ([], 0) }
    let candidates = ([first.folded] + Self.singulars(first.folded)).flatMap { names[$0] ?? [] }
    var best: (foods: [Food], length: Int) = ([], 0)
    for mayLackMarks in [false, true] {
      let written = best.length
      for name in candidates where name.words.count <= words.count {
        let count = name.words.count
        guard count > written, count >= best.length else { continue }
        let isTolerant = mayLackMarks && (isLoose || count > 1)
        guard zip(words, name.words).allSatisfy({ $0.reads($1, withoutMarks: isTolerant) })
        else { continue }
        if count > best.length { best = ([], count) }
        best.foods.append(name.food)
      }
    }
    return best
  }

  /// Whether the word is one of the language, though a food has it for its name but for the marks:
  /// `vung` is a lid, and `vừng` sesame.
  static func isEveryday(_ word: [UInt16], _ language: Language) -> Bool {
    everydayWords[language]?.contains(word) ?? false
  }

  private static let everydayWords: [Language: Set<[UInt16]>] = [
    .english: folded([
      "be", "bun", "cut", "dam", "day", "den", "don", "he", "hen", "lot", "man", "mat", "me", "my",
      "ram", "so",
    ]),
    .vietnamese: folded([
      "da", "dao", "gia", "hao", "keo", "lon", "me", "nam", "nghe", "quay", "que", "sa", "sau",
      "trung", "vai", "vung",
    ]),
  ]

  private static func folded(_ words: [String]) -> Set<[UInt16]> {
    Set(words.map { FoldedName($0).folded })
  }

  private static func words(_ text: String) -> [Word] {
    text.split { !($0.isLetter || $0.isNumber) }.map(Word.init).filter { !$0.folded.isEmpty }
  }

  /// `eggs`, `radishes`, `anchovies`.
  private static func singulars(_ word: [UInt16]) -> [[UInt16]] {
    let (s, e, i, y): (UInt16, UInt16, UInt16, UInt16) = (0x73, 0x65, 0x69, 0x79)
    guard word.count > 3, word.last == s else { return [] }
    var forms = [Array(word.dropLast())]
    if word.suffix(2) == [e, s] { forms.append(Array(word.dropLast(2))) }
    if word.suffix(3) == [i, e, s] { forms.append(Array(word.dropLast(3)) + [y]) }
    return forms
  }
}
