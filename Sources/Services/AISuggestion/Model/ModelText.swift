import Contracts

/// Whether a text of a model is one that a cook would write.
enum ModelText {
  /// Letters of Latin script with their marks, digits, everyday punctuation; no markup, no invisible
  /// characters, no letters that merely look Latin, no addresses.
  static func isPlain(_ record: RecipeRecord) -> Bool {
    texts(record).flatMap { [$0.vi, $0.en] }.allSatisfy { text in
      text.unicodeScalars.allSatisfy(isPlain) && !isAddress(text)
    }
  }

  /// All that people read of the recipe.
  static func texts(_ record: RecipeRecord) -> [LocalizedText] {
    let texts = [record.title, record.description] + record.steps.map(\.text)
    let notes = record.ingredients.map(\.note)
    return (texts + notes).compactMap { $0 } + record.tags.map { LocalizedText(vi: $0, en: $0) }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: !"<>{}[]\\^`|@#$~_".unicodeScalars.contains(scalar)
    // Latin letters with marks, ½ ° ×, and marks alone.
    case 0xA1...0xAC, 0xAE...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: true
    // Dashes, quotes, the ellipsis; fractions.
    case 0x2010...0x2027, 0x2150...0x215E: true
    default: false
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["://", "www.", ".com", ".net", ".org", "mailto:"].contains { text.contains($0) }
  }
}
