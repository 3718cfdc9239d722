/// A letter taken apart: what is left without marks, and the marks.
///
/// Vietnamese puts at most one shape (ă â ê ô ơ ư đ) and one tone (à á ả ã ạ) on a letter; the
/// letters of other Latin alphabets fit the same two places.
struct LatinLetter {
  /// ASCII, in lower case.
  let base: UInt8
  let marks: LetterMarks
}

/// The marks of one letter: the shape in the upper four bits, the tone in the lower four.
package struct LetterMarks: Equatable, Sendable {
  package private(set) var bits: UInt8

  package static let none = LetterMarks(bits: 0)
  package static let stroke = LetterMarks(bits: 0x10)

  private init(bits: UInt8) { self.bits = bits }

  /// The mark that a combining scalar adds; nil when it is none that we tell apart.
  package init?(combining scalar: UInt32) {
    switch scalar {
    case 0x300: bits = 0x01
    case 0x301: bits = 0x02
    case 0x303: bits = 0x03
    case 0x309: bits = 0x04
    case 0x323: bits = 0x05
    case 0x302: bits = 0x20
    case 0x306: bits = 0x30
    case 0x31B: bits = 0x40
    case 0x308: bits = 0x50
    case 0x30A: bits = 0x60
    case 0x30C: bits = 0x70
    case 0x327: bits = 0x80
    case 0x328: bits = 0x90
    case 0x304: bits = 0xA0
    case 0x307: bits = 0xB0
    case 0x30B: bits = 0xC0
    case 0x326: bits = 0xD0
    default: return nil
    }
  }

  // Inlined into the innermost loop of matching, where a call costs more than the comparison.
  @inlinable package var shape: UInt8 { bits & 0xF0 }
  @inlinable package var tone: UInt8 { bits & 0x0F }
  package var withoutTone: LetterMarks { LetterMarks(bits: shape) }
  package var withoutShape: LetterMarks { LetterMarks(bits: tone) }

  /// Whether these marks are the other's, or some of them.
  @inlinable
  package func isPart(of other: LetterMarks) -> Bool {
    (shape == 0 || shape == other.shape) && (tone == 0 || tone == other.tone)
  }

  @inlinable
  package static func == (left: LetterMarks, right: LetterMarks) -> Bool {
    left.bits == right.bits
  }

  /// A later mark in the same place wins.
  package mutating func add(_ other: LetterMarks) {
    if other.shape != 0 { bits = bits & 0x0F | other.shape }
    if other.tone != 0 { bits = bits & 0xF0 | other.tone }
  }
}

extension LatinLetter {
  /// The letter of a precomposed scalar, either case; nil outside the ranges of `rows`.
  static func precomposed(_ scalar: UInt32) -> LatinLetter? {
    for row in rows where scalar >= row.first && scalar - row.first < row.letters.count {
      return row.letters[Int(scalar - row.first)]
    }
    return nil
  }

  private struct Row {
    let first: UInt32
    let letters: [LatinLetter?]

    /// Reads a table of cells: base letter and mark codes, `-` where nothing is taken apart.
    init(_ first: UInt32, _ cells: String) {
      self.first = first
      letters = cells.split(separator: " ").map { cell in
        guard let base = cell.utf8.first, base != UInt8(ascii: "-") else { return nil }
        var marks = LetterMarks.none
        for code in cell.utf8.dropFirst() {
          marks.add(Self.marks(code))
        }
        return LatinLetter(base: base, marks: marks)
      }
    }

    private static func marks(_ code: UInt8) -> LetterMarks {
      if code == UInt8(ascii: "/") { return .stroke }
      let scalar: UInt32? =
        switch code {
        case UInt8(ascii: "`"): 0x300
        case UInt8(ascii: "'"): 0x301
        case UInt8(ascii: "^"): 0x302
        case UInt8(ascii: "~"): 0x303
        case UInt8(ascii: "="): 0x304
        case UInt8(ascii: "("): 0x306
        case UInt8(ascii: "1"): 0x307
        case UInt8(ascii: ":"): 0x308
        case UInt8(ascii: "?"): 0x309
        case UInt8(ascii: "o"): 0x30A
        case UInt8(ascii: "\""): 0x30B
        case UInt8(ascii: "v"): 0x30C
        case UInt8(ascii: "+"): 0x31B
        case UInt8(ascii: "."): 0x323
        case UInt8(ascii: "p"): 0x326
        case UInt8(ascii: ","): 0x327
        case UInt8(ascii: ";"): 0x328
        default: nil
        }
      guard let marks = scalar.flatMap(LetterMarks.init(combining:)) else {
        preconditionFailure("unknown mark code in the table of letters")
      }
      return marks
    }
  }

  // Æ, Œ, Þ and ß are two letters and are folded by the caller.
  private static let rows = [
    // Vietnamese; first because it is the most frequent.
    Row(
      0x1EA0,
      """
      a. a. a? a? a^' a^' a^` a^` a^? a^? a^~ a^~ a^. a^. a(' a(' a(` a(` a(? a(? a(~ a(~ a(. a(. \
      e. e. e? e? e~ e~ e^' e^' e^` e^` e^? e^? e^~ e^~ e^. e^. \
      i? i? i. i. \
      o. o. o? o? o^' o^' o^` o^` o^? o^? o^~ o^~ o^. o^. o+' o+' o+` o+` o+? o+? o+~ o+~ o+. o+. \
      u. u. u? u? u+' u+' u+` u+` u+? u+? u+~ u+~ u+. u+. \
      y` y` y. y. y? y? y~ y~
      """
    ),
    // Latin-1.
    Row(
      0xC0,
      """
      a` a' a^ a~ a: ao - c, e` e' e^ e: i` i' i^ i: d/ n~ o` o' o^ o~ o: - o/ u` u' u^ u: y' - - \
      a` a' a^ a~ a: ao - c, e` e' e^ e: i` i' i^ i: d/ n~ o` o' o^ o~ o: - o/ u` u' u^ u: y' - y:
      """
    ),
    // Latin Extended-A.
    Row(
      0x100,
      """
      a= a= a( a( a; a; c' c' c^ c^ c1 c1 cv cv dv dv d/ d/ e= e= e( e( e1 e1 e; e; ev ev \
      g^ g^ g( g( g1 g1 g, g, h^ h^ h/ h/ i~ i~ i= i= i( i( i; i; i1 i - - j^ j^ k, k, - \
      l' l' l, l, lv lv - - l/ l/ n' n' n, n, nv nv - - - o= o= o( o( o" o" - - \
      r' r' r, r, rv rv s' s' s^ s^ s, s, sv sv t, t, tv tv t/ t/ \
      u~ u~ u= u= u( u( uo uo u" u" u; u; w^ w^ y^ y^ y: z' z' z1 z1 zv zv -
      """
    ),
    Row(0x1A0, "o+ o+"),
    Row(0x1AF, "u+ u+"),
    // Romanian, with the comma below.
    Row(0x218, "sp sp tp tp"),
  ]
}
