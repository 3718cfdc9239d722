/// Attribute names read before, so that each is checked and made a `String` once.
///
/// Rows repeat a few dozen short names. A name of up to 15 bytes is two words, its length in the
/// last byte; they choose its only place, and a newer name takes the place of an older one.
struct NameTable {
  /// A name as two words.
  struct Word: Equatable {
    let low: UInt64
    let high: UInt64

    /// The `count` bytes at `offset`; nil when they are too many, or too near the end.
    init?(_ bytes: Span<UInt8>, at offset: Int, count: Int) {
      guard count <= 15, offset + 16 <= bytes.count else { return nil }
      // SAFETY: 16 bytes follow `offset`, as checked above.
      let low = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      self.low = count < 8 ? low & ((1 &<< UInt64(count * 8)) &- 1) : low
      let rest = count <= 8 ? 0 : high & ((1 &<< UInt64(count * 8 - 64)) &- 1)
      self.high = rest | UInt64(count) &<< 56
    }

    var place: Int { Int(truncatingIfNeeded: ((low ^ high) &* 0x9E37_79B9_7F4A_7C15) &>> 56) }
  }

  private var words: [Word?] = Array(repeating: nil, count: 256)
  private var names: [String] = Array(repeating: "", count: 256)

  subscript(word: Word) -> String? {
    get { words[word.place] == word ? names[word.place] : nil }
    set {
      words[word.place] = newValue.map { _ in word }
      names[word.place] = newValue ?? ""
    }
  }
}
