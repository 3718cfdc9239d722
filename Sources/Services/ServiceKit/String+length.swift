extension String {
  /// Whether the text has at most this many characters, as people count them.
  ///
  /// A character may be several scalars: a letter with its marks, an emoji. Eight each on average
  /// are more than any writing has, and bound the bytes; with more than 32 in one, texts would take
  /// long to compare.
  package func hasCharacters(atMost max: Int) -> Bool {
    unicodeScalars.count <= 8 * max && count <= max
      && allSatisfy { $0.unicodeScalars.count <= 32 }
  }
}
