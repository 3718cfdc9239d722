/// The cuisines that a model may be told of.
///
/// People write what they like into the field; a prompt must hold nothing of theirs.
enum Cuisine {
  static let known: Set<String> = [
    "american", "british", "cambodian", "chinese", "filipino", "french", "german", "greek",
    "indian", "indonesian", "italian", "japanese", "korean", "lao", "malaysian",
    "mediterranean", "mexican", "middle eastern", "singaporean", "spanish", "swiss",
    "taiwanese", "thai", "turkish", "vietnamese",
  ]

  /// The first that is known; empty when none is.
  static func forPrompt(_ wishes: [String]) -> String { wishes.first(where: known.contains) ?? "" }
}
