import VietnameseText

/// What an edit weighs when several foods are near, in thousandths of an ordinary edit.
///
/// The similarity that decides what is near counts whole edits on letters without marks. Among
/// names that are equally near, these weights say which one was meant: marks that were typed
/// are evidence, marks left out hardly any, and a space is lost more easily than a letter.
struct EditCost {
  static let edit: Int32 = 1000
  static let space: Int32 = 500
  /// A mark was typed, and it is another one than the name's.
  static let wrongMark: Int32 = 200
  /// No mark was typed where the name has one, in a text that has marks elsewhere.
  static let missingMark: Int32 = 50
  /// The words are in another order.
  static let order: Int32 = 500

  private var beforeLast: [Int32] = []
  private var last: [Int32] = []
  private var row: [Int32] = []

  /// The cheapest way from what was typed to the name.
  mutating func cost(
    _ typed: Span<UInt16>,
    _ typedMarks: Span<LetterMarks>,
    minding minds: Bool,
    _ name: Span<UInt16>,
    _ nameMarks: Span<LetterMarks>
  ) -> Int32 {
    func mark(_ i: Int, _ j: Int) -> Int32 {
      guard minds, typedMarks[i] != nameMarks[j] else { return 0 }
      return typedMarks[i].isPart(of: nameMarks[j]) ? Self.missingMark : Self.wrongMark
    }
    let width = name.count + 1
    if row.count < width {
      beforeLast = [Int32](repeating: 0, count: width)
      last = beforeLast
      row = beforeLast
    }
    last[0] = 0
    for j in name.indices { last[j + 1] = last[j] + Self.gap(name[j]) }
    for i in typed.indices {
      let gap = Self.gap(typed[i])
      row[0] = last[0] + gap
      for j in name.indices {
        let step = typed[i] == name[j] ? mark(i, j) : Self.edit
        var best = min(last[j] + step, last[j + 1] + gap, row[j] + Self.gap(name[j]))
        if i > 0, j > 0, typed[i] == name[j - 1], typed[i - 1] == name[j] {
          best = min(best, beforeLast[j - 1] + Self.edit + mark(i, j - 1) + mark(i - 1, j))
        }
        row[j + 1] = best
      }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[name.count]
  }

  private static func gap(_ unit: UInt16) -> Int32 { unit == FoldedName.space ? space : edit }
}
