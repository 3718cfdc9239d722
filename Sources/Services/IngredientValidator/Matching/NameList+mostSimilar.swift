import VietnameseText

extension NameList {
  /// A name, by its place among the entries, and how near it is.
  struct Similar: Equatable {
    let entry: Int
    let edits: Int
    let length: Int

    var similarity: Double { 1 - Double(edits) / Double(length) }
  }

  /// The name with the highest similarity, if any is near enough to be suggested; of several, any.
  ///
  /// The plain question that other implementations answer too, without marks, word order and
  /// weights: by it the structure is checked and measured.
  func mostSimilar(to units: [UInt16]) -> Similar? {
    let bag = LetterBag(units)
    let distance = EditDistance(to: units)
    let longest = Similarity.lengthMax(near: units.count)
    var best: Similar?
    for apart in 0...Similarity.editsMax(length: longest) {
      var isOpen = false
      for step in 0...(longest - units.count) {
        for length in step == 0 ? [units.count] : [units.count + step, units.count - step] {
          let longer = max(length, units.count)
          guard length > 0, max(apart, step) <= Self.editsMax(length: longer, beating: best)
          else { continue }
          isOpen = true
          tree.forEach(of: tree(ofLength: length), apart: apart, from: bag, in: bags.span) {
            entry in
            let most = Self.editsMax(length: longer, beating: best)
            let name = self.units.span.extracting(starts[entry]..<starts[entry + 1])
            guard let edits = distance.distance(name, atMost: most) else { return }
            best = Similar(entry: entry, edits: edits, length: longer)
          }
        }
      }
      if !isOpen { break }
    }
    return best
  }

  /// Most edits at which a name is suggested and more similar than the best one; below 0 when none
  /// can be.
  private static func editsMax(length: Int, beating best: Similar?) -> Int {
    guard let best else { return Similarity.editsMax(length: length) }
    guard best.edits > 0 else { return -1 }
    return (best.edits * length - 1) / best.length
  }
}
