/// A name as it is compared: lower case, single spaces, letters apart from their marks.
///
/// Composed and decomposed input, full-width forms, odd spaces and invisible characters all end in
/// the same name. Punctuation separates words; apostrophes do not.
package struct FoldedName: Sendable {
  /// One unit a character: the letter without marks, a digit, or a single space between words.
  package private(set) var units: [UInt16] = []
  /// The marks of each unit.
  package private(set) var marks: [LetterMarks] = []
  /// Characters between the first and the last that is no space; symbols count, marks do not.
  package private(set) var characterCount = 0
  package private(set) var hasLetter = false
  package private(set) var hasMarks = false

  // Computed and inlined: matching compares with it for every letter.
  @inlinable package static var space: UInt16 { 0x20 }

  /// Reads no further than `scalarsMax`, so that a huge text costs no more than a long name.
  package init(_ text: String, scalarsMax: Int = .max) {
    units.reserveCapacity(min(text.utf8.count, 128))
    marks.reserveCapacity(min(text.utf8.count, 128))
    var reader = Reader()
    var scalarCount = 0
    for scalar in text.unicodeScalars {
      scalarCount += 1
      guard scalarCount <= scalarsMax else { break }
      take(scalar.value, &reader)
    }
  }

  /// What stands between two characters while reading.
  private struct Reader {
    var spacesSeen = 0
    var isSeparated = false
    /// A mark that follows goes to the last unit.
    var canMark = false
  }

  private mutating func take(_ scalar: UInt32, _ reader: inout Reader) {
    switch scalar {
    case 0x61...0x7A: letter(UInt16(scalar), .none, &reader)
    case 0x41...0x5A: letter(UInt16(scalar + 0x20), .none, &reader)
    case 0x30...0x39: append(UInt16(scalar), .none, &reader)
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      separate(&reader)
      if characterCount > 0 { reader.spacesSeen += 1 }
    case 0x00...0x7F: symbol(scalar, &reader)
    case 0x300...0x36F: mark(scalar, reader)
    // Soft hyphen, joiners, directions, variation selectors, byte order mark.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: break
    case 0xFF01...0xFF5E: take(scalar - 0xFEE0, &reader)
    default: takeOther(scalar, &reader)
    }
  }

  private mutating func takeOther(_ scalar: UInt32, _ reader: inout Reader) {
    if let known = LatinLetter.precomposed(scalar) {
      return letter(UInt16(known.base), known.marks, &reader)
    }
    let pair: StaticPair? =
      switch scalar {
      case 0xC6, 0xE6: ("a", "e")
      case 0x152, 0x153: ("o", "e")
      case 0xDE, 0xFE: ("t", "h")
      case 0xDF, 0x1E9E: ("s", "s")
      default: nil
      }
    if let pair {
      letter(UInt16(pair.0.value), .none, &reader)
      letter(UInt16(pair.1.value), .none, &reader)
      return
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format, .control: break
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      let lower = properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
      letter(Self.unit(lower), .none, &reader)
    case .decimalNumber, .letterNumber, .otherNumber: append(Self.unit(scalar), .none, &reader)
    default: symbol(scalar, &reader)
    }
  }

  private typealias StaticPair = (Unicode.Scalar, Unicode.Scalar)

  /// Letters beyond the first plane are rare enough to share the private use area.
  private static func unit(_ scalar: UInt32) -> UInt16 {
    UInt16(exactly: scalar) ?? 0xE000 | UInt16(truncatingIfNeeded: scalar & 0x0FFF)
  }

  private mutating func letter(_ unit: UInt16, _ marks: LetterMarks, _ reader: inout Reader) {
    append(unit, marks, &reader)
    hasLetter = true
    reader.canMark = true
  }

  private mutating func append(_ unit: UInt16, _ unitMarks: LetterMarks, _ reader: inout Reader) {
    if reader.isSeparated, !units.isEmpty {
      units.append(Self.space)
      marks.append(.none)
    }
    units.append(unit)
    marks.append(unitMarks)
    if unitMarks != .none { hasMarks = true }
    count(&reader)
    reader.isSeparated = false
    reader.canMark = false
  }

  private mutating func mark(_ scalar: UInt32, _ reader: Reader) {
    guard reader.canMark, let mark = LetterMarks(combining: scalar) else { return }
    marks[marks.count - 1].add(mark)
    hasMarks = true
  }

  private mutating func symbol(_ scalar: UInt32, _ reader: inout Reader) {
    count(&reader)
    // Apostrophes, straight, curly and as a letter.
    if scalar != 0x27, scalar != 0x2018, scalar != 0x2019, scalar != 0x2BC { separate(&reader) }
  }

  private func separate(_ reader: inout Reader) {
    reader.isSeparated = true
    reader.canMark = false
  }

  private mutating func count(_ reader: inout Reader) {
    characterCount += reader.spacesSeen + 1
    reader.spacesSeen = 0
  }
}

extension FoldedName {
  /// The name without marks, as it stands in keys of the table.
  package var text: String {
    var text = ""
    for unit in units {
      if let scalar = Unicode.Scalar(unit) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// What two names share when they are the same but for marks.
  package var folded: [UInt16] { units }

  /// What two names share when they are the same with their marks.
  ///
  /// A tone counts for its whole word: `hòa` and `hoà` are two ways to spell one word.
  package var exact: [UInt32] {
    var key: [UInt32] = []
    key.reserveCapacity(units.count + 4)
    var tone = LetterMarks.none
    for (unit, marks) in zip(units, marks) {
      if unit == Self.space {
        key.append(UInt32(tone.bits) << 16)
        tone = .none
      }
      key.append(UInt32(unit) | UInt32(marks.withoutTone.bits) << 16)
      tone.add(marks.withoutShape)
    }
    key.append(UInt32(tone.bits) << 16)
    return key
  }
}
