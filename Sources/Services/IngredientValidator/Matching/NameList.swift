import VietnameseText

/// Every name of every food, shortest first, laid out for comparing one name with all of them.
struct NameList: Sendable {
  struct Entry {
    let name: FoldedName
    let food: Int32
    var isAlias = false
  }

  /// A food that is near a name.
  struct Neighbour: Equatable {
    let food: Int32
    /// In thousandths of an edit; see `EditCost`.
    let cost: Int32
    /// Whole edits and characters of the longer name, which decide the similarity.
    let edits: Int
    let length: Int
  }

  // Entry e has the units and marks from starts[e] up to starts[e + 1].
  private(set) var starts: [Int] = [0]
  private(set) var units: [UInt16] = []
  private(set) var marks: [LetterMarks] = []
  /// The same units and marks with the words of each name in ascending order.
  private var wordUnits: [UInt16] = []
  private var wordMarks: [LetterMarks] = []
  private(set) var bags: [LetterBag] = []
  private(set) var foods: [Int32] = []
  private(set) var areAliases: [Bool] = []
  /// Whether the words of a name are in ascending order as they stand.
  private var areOrdered: [Bool] = []
  /// The first entry of each length.
  private var firstOfLength: [Int] = []

  init(_ entries: [Entry]) {
    let sorted = entries.sorted { $0.name.units.count < $1.name.units.count }
    for entry in sorted {
      let name = entry.name
      while firstOfLength.count <= name.units.count { firstOfLength.append(foods.count) }
      let words = name.inWordOrder()
      units += name.units
      marks += name.marks
      wordUnits += words.units
      wordMarks += words.marks
      bags.append(LetterBag(name.units))
      areOrdered.append(words.units == name.units)
      foods.append(entry.food)
      areAliases.append(entry.isAlias)
      starts.append(units.count)
    }
    firstOfLength.append(foods.count)
  }

  var count: Int { foods.count }

  /// The foods that are near enough to be suggested, nearest first, at most `most` of them and none
  /// that costs more than the first one and `window`.
  ///
  /// Exact: bounds only leave out what cannot be among them. A narrow window costs a fraction of a
  /// wide one.
  func nearest(to name: FoldedName, most: Int, window: Int32 = .max) -> [Neighbour] {
    var search = Search(name, most: most, window: window)
    var costs = EditCost()
    let length = name.units.count
    // From names of the same length outward, since the nearest ones narrow the search.
    for step in 0...length {
      for length in step == 0 ? [length] : [length - step, length + step] {
        for entry in entries(ofLength: length) {
          compare(entry, length, &search, &costs)
        }
      }
    }
    return search.found
  }

  /// The entries of this many characters and more.
  func entries(ofLengthFrom length: Int) -> Range<Int> {
    length < firstOfLength.count ? firstOfLength[length]..<foods.count : 0..<0
  }

  private func entries(ofLength length: Int) -> Range<Int> {
    guard length > 0, length + 1 < firstOfLength.count else { return 0..<0 }
    return firstOfLength[length]..<firstOfLength[length + 1]
  }

  private func compare(
    _ entry: Int,
    _ length: Int,
    _ search: inout Search,
    _ costs: inout EditCost
  ) {
    let longer = max(length, search.name.units.count)
    let editsMax = min(Similarity.editsMax(length: longer), search.editsMax)
    // Also keeps names that fit no bit vector away from the table, which is slow.
    guard abs(length - search.name.units.count) <= editsMax else { return }
    let lettersMin = search.bag.distanceMin(bags[entry])
    guard lettersMin <= editsMax, Int32(lettersMin) * EditCost.edit <= search.costMax else {
      return
    }
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

extension FoldedName {
  /// Units and marks with the words in ascending order.
  func inWordOrder() -> (units: [UInt16], marks: [LetterMarks]) {
    guard units.contains(Self.space) else { return (units, marks) }
    var words: [Range<Int>] = []
    var start = 0
    for index in 0...units.count where index == units.count || units[index] == Self.space {
      words.append(start..<index)
      start = index + 1
    }
    words.sort { units[$0].lexicographicallyPrecedes(units[$1]) }
    var ordered: (units: [UInt16], marks: [LetterMarks]) = ([], [])
    for word in words {
      if !ordered.units.isEmpty {
        ordered.units.append(Self.space)
        ordered.marks.append(.none)
      }
      ordered.units += units[word]
      ordered.marks += marks[word]
    }
    return ordered
  }
}
