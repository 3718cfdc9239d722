import VietnameseText

extension NameList {
  /// The foods that are near enough to be suggested, nearest first, at most `most` of them and none
  /// that costs more than the first one and `window`.
  ///
  /// Exact: bounds only leave out what cannot be among them. Names are tried in the order of how
  /// many letters they have in common, so that most are never looked at; a narrow window costs a
  /// fraction of a wide one.
  func nearest(to name: FoldedName, most: Int, window: Int32 = .max) -> [Neighbour] {
    var search = Search(name, most: most, window: window)
    var costs = EditCost()
    let length = name.units.count
    let longest = Similarity.lengthMax(near: length)
    let apartMax = Similarity.editsMax(length: longest)
    for apart in BagTree.looks(upTo: apartMax) where apart.lowerBound <= search.lettersMax {
      // From names of the same length outward, since the nearest ones narrow the search.
      for step in 0...(longest - length) {
        visit(length + step, apart, &search, &costs)
        if step > 0, step < length { visit(length - step, apart, &search, &costs) }
      }
    }
    return search.found
  }

  /// Tries the names of a length that are so many letters away.
  private func visit(
    _ length: Int,
    _ apart: ClosedRange<Int>,
    _ search: inout Search,
    _ costs: inout EditCost
  ) {
    let tree = tree(ofLength: length)
    guard !tree.isEmpty else { return }
    let longer = max(length, search.name.units.count)
    let editsMax = min(Similarity.editsMax(length: longer), search.editsMax)
    // Also keeps names that fit no bit vector away from the table, which is slow.
    guard apart.lowerBound <= min(editsMax, search.lettersMax),
      abs(length - search.name.units.count) <= editsMax
    else { return }
    let distances = apart.lowerBound...min(apart.upperBound, editsMax)
    self.tree.forEach(of: tree, apart: distances, from: search.bag, in: bags.span) {
      entry,
      distance in
      if distance <= search.lettersMax { compare(entry, longer, &search, &costs) }
    }
  }

  private func compare(
    _ entry: Int,
    _ longer: Int,
    _ search: inout Search,
    _ costs: inout EditCost
  ) {
    let editsMax = min(Similarity.editsMax(length: longer), search.editsMax)
    let range = starts[entry]..<starts[entry + 1]
    let plain = units.span.extracting(range)
    if let edits = search.distance.distance(plain, atMost: editsMax) {
      let cost = costs.cost(
        search.name.units.span,
        search.name.marks.span,
        minding: search.name.hasMarks,
        plain,
        marks.span.extracting(range)
      )
      search.offer(Neighbour(food: foods[entry], cost: cost, edits: edits, length: longer))
    }
    // Words in another order count as one edit more.
    guard search.hasWords, !(search.isOrdered && areOrdered[entry]) else { return }
    let words = wordUnits.span.extracting(range)
    guard let edits = search.wordDistance.distance(words, atMost: editsMax - 1) else { return }
    let cost = costs.cost(
      search.words.units.span,
      search.words.marks.span,
      minding: search.name.hasMarks,
      words,
      wordMarks.span.extracting(range)
    )
    search.offer(
      Neighbour(
        food: foods[entry],
        cost: cost + EditCost.order,
        edits: edits + 1,
        length: longer
      )
    )
  }
}

/// One name on its way through the list.
private struct Search {
  let name: FoldedName
  let words: (units: [UInt16], marks: [LetterMarks])
  let hasWords: Bool
  let isOrdered: Bool
  let bag: LetterBag
  let distance: EditDistance
  let wordDistance: EditDistance
  private(set) var found: [NameList.Neighbour] = []
  private let most: Int
  private let window: Int32

  init(_ name: FoldedName, most: Int, window: Int32) {
    self.name = name
    self.most = most
    self.window = window
    words = name.inWordOrder()
    hasWords = name.units.contains(FoldedName.space)
    isOrdered = words.units == name.units
    bag = LetterBag(name.units)
    distance = EditDistance(to: name.units)
    wordDistance = EditDistance(to: words.units)
    found.reserveCapacity(most + 1)
  }

  /// What costs more cannot be among the nearest any more.
  private(set) var costMax = Int32.max

  /// Letters that a name may lack or have beside; each costs an edit.
  var lettersMax: Int { Int(costMax / EditCost.edit) }

  /// The cheapest edit is that of a space.
  var editsMax: Int { Int(costMax / EditCost.space) }

  mutating func offer(_ neighbour: NameList.Neighbour) {
    guard neighbour.cost <= costMax else { return }
    if let known = found.firstIndex(where: { $0.food == neighbour.food }) {
      guard neighbour.precedes(found[known]) else { return }
      found.remove(at: known)
    }
    let place = found.firstIndex { neighbour.precedes($0) } ?? found.count
    found.insert(neighbour, at: place)
    if found.count > most { found.removeLast() }
    // The first one has become cheaper, perhaps, and the window has moved with it.
    let (edge, isPastEnd) = found[0].cost.addingReportingOverflow(window)
    if !isPastEnd { found.removeAll { $0.cost > edge } }
    costMax = min(isPastEnd ? .max : edge, found.count < most ? .max : found[most - 1].cost)
  }
}

extension NameList.Neighbour {
  fileprivate func precedes(_ other: Self) -> Bool {
    if cost != other.cost { return cost < other.cost }
    // The same edits weigh less on a longer name.
    if length != other.length { return length > other.length }
    return food < other.food
  }
}
