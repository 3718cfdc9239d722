extension String {
  /// Whether the text has at most this many characters, as people count them.
  ///
  /// A character may be several scalars: a letter with its marks, an emoji. Eight each on average
  /// are more than any writing has, and bound the bytes.
  package func hasCharacters(atMost max: Int) -> Bool {
    unicodeScalars.count <= 8 * max && count <= max
  }
}
