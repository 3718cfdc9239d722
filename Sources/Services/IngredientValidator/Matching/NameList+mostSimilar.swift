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
    for apart in BagTree.looks(upTo: Similarity.editsMax(length: longest)) {
      var isOpen = false
      for step in 0...(longest - units.count) {
        for length in step == 0 ? [units.count] : [units.count + step, units.count - step] {
          let longer = max(length, units.count)
          var most = Self.editsMax(length: longer, beating: best)
          guard length > 0, max(apart.lowerBound, step) <= most else { continue }
          isOpen = true
          let tree = tree(ofLength: length)
          let distances = apart.lowerBound...min(apart.upperBound, most)
          self.tree.forEach(of: tree, apart: distances, from: bag, in: bags.span) {
            entry,
            letters in
            let name = self.units.span.extracting(starts[entry]..<starts[entry + 1])
            guard letters <= most, let edits = distance.distance(name, atMost: most) else { return }
            best = Similar(entry: entry, edits: edits, length: longer)
            most = Self.editsMax(length: longer, beating: best)
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
