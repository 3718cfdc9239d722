import Contracts

/// What the built-in generator says about a dish, in both languages.
struct LocalRecipeText {
  private let dish: Dish
  private let main: LocalizedText
  /// Everything but the main food and the seasonings.
  private let others: [LocalizedText]
  private let companions: LocalizedText
  private let aromatics: LocalizedText
  private let seasonings: LocalizedText

  init(_ dish: Dish) {
    self.dish = dish
    main = dish.main.name
    others = (dish.companions + dish.aromatics).map(\.name)
    companions = .list(dish.companions.map(\.name))
    aromatics = .list(dish.aromatics.map(\.name))
    seasonings = .list(
      dish.seasonings.filter { !["water", "cooking_oil"].contains($0.id) }.map(\.name)
    )
  }

  var title: LocalizedText {
    let named = LocalizedText.list(Array(others.prefix(2)))
    let pattern = LocalRecipePhrases.title(dish.method, isAlone: others.isEmpty)
    return pattern.filled(main: main, others: named).capitalized
  }

  func description(_ random: inout SeededRandom) -> LocalizedText {
    LocalRecipePhrases.descriptions.randomElement(using: &random)?
      .filled(main: main, others: .list(others)) ?? LocalizedText()
  }

  func steps(_ random: inout SeededRandom) -> [RecipeRecord.Step] {
    let minutes = dish.method.everydayMinutes
    var steps = [step(preparation(&random), minutes.prep)]
    // A single food has nothing to go with it.
    let phrases = LocalRecipePhrases.cooking(dish.method).filter {
      !others.isEmpty || !$0.vi.contains("%o")
    }
    // The last step takes two minutes, those before share the rest.
    let each = (minutes.cook - 2) / Int32(max(phrases.count, 1))
    for phrase in phrases { steps.append(step(fill(phrase), each)) }
    steps.append(step(finish(&random), 2))
    return steps
  }

  private func preparation(_ random: inout SeededRandom) -> LocalizedText {
    let cut = LocalRecipePhrases.preparations.randomElement(using: &random) ?? LocalizedText()
    return .sentences([
      fill(cut),
      companions.isEmpty ? nil : fill(LocalRecipePhrases.companions),
      aromatics.isEmpty ? nil : fill(LocalRecipePhrases.aromatics),
    ])
  }

  private func finish(_ random: inout SeededRandom) -> LocalizedText {
    let serve = LocalRecipePhrases.servings(dish.method).randomElement(using: &random)
    return .sentences([
      seasonings.isEmpty ? nil : fill(LocalRecipePhrases.seasoning),
      serve.map(fill),
    ])
  }

  private func fill(_ phrase: LocalizedText) -> LocalizedText {
    phrase.filled(
      main: main,
      others: companions.isEmpty ? aromatics : companions,
      aromatics: aromatics,
      seasonings: seasonings
    )
  }

  private func step(_ text: LocalizedText, _ minutes: Int32) -> RecipeRecord.Step {
    RecipeRecord.Step(text: text, minutes: minutes)
  }
}

extension LocalizedText {
  var isEmpty: Bool { vi.isEmpty && en.isEmpty }

  /// `a, b và c`, `a, b and c`.
  static func list(_ names: [LocalizedText]) -> LocalizedText {
    func join(_ words: [String], _ and: String) -> String {
      guard words.count > 1, let last = words.last else { return words.first ?? "" }
      return "\(words.dropLast().joined(separator: ", ")) \(and) \(last)"
    }
    return LocalizedText(
      vi: join(names.map(\.vi), "và"),
      en: join(names.map { $0.en.isEmpty ? $0.vi : $0.en }, "and")
    )
  }

  fileprivate static func sentences(_ parts: [LocalizedText?]) -> LocalizedText {
    let parts = parts.compactMap { $0?.capitalized }
    return LocalizedText(
      vi: parts.map(\.vi).joined(separator: " "),
      en: parts.map(\.en).joined(separator: " ")
    )
  }

  /// With the first letter of each text a capital.
  fileprivate var capitalized: LocalizedText {
    func capitalize(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return LocalizedText(vi: capitalize(vi), en: capitalize(en))
  }

  /// `%m` is the main food, `%o` the others, `%a` the aromatics, `%s` the seasonings.
  fileprivate func filled(
    main: LocalizedText,
    others: LocalizedText,
    aromatics: LocalizedText = LocalizedText(),
    seasonings: LocalizedText = LocalizedText()
  ) -> LocalizedText {
    let vietnamese: [Character: String] = [
      "m": main.vi, "o": others.vi, "a": aromatics.vi, "s": seasonings.vi,
    ]
    let english: [Character: String] = [
      "m": main.en, "o": others.en, "a": aromatics.en, "s": seasonings.en,
    ]
    return LocalizedText(vi: vi.filled(vietnamese), en: en.filled(english))
  }
}

extension String {
  /// Replaces each `%x` by the value of `x`.
  fileprivate func filled(_ values: [Character: String]) -> String {
    var text = ""
    var isMark = false
    for character in self {
      if isMark {
        text += values[character] ?? ""
        isMark = false
      } else if character == "%" {
        isMark = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
