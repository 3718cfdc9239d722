import VietnameseText

/// Every name of every food, shortest first, laid out for finding those that are near to one.
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
  private(set) var wordUnits: [UInt16] = []
  private(set) var wordMarks: [LetterMarks] = []
  private(set) var bags: [LetterBag] = []
  private(set) var foods: [Int32] = []
  private(set) var areAliases: [Bool] = []
  /// Whether the words of a name are in ascending order as they stand.
  private(set) var areOrdered: [Bool] = []
  /// The first entry of each length.
  private var firstOfLength: [Int] = []
  let tree: BagTree
  /// The nodes of the tree of each length.
  private var treeOfLength: [Range<Int>] = []

  init(_ entries: [Entry]) {
    let sorted = entries.sorted { $0.name.units.count < $1.name.units.count }
    let sortedBags = sorted.map { LetterBag($0.name.units) }
    var order = Array(0..<Int32(sorted.count))
    var tree = BagTree()
    var first = 0
    while first < sorted.count {
      let length = sorted[first].name.units.count
      let end = sorted[first...].firstIndex { $0.name.units.count > length } ?? sorted.count
      while firstOfLength.count <= length {
        firstOfLength.append(first)
        treeOfLength.append(0..<0)
      }
      treeOfLength[length] = tree.add(&order[first..<end], bags: sortedBags, first: first)
      first = end
    }
    firstOfLength.append(sorted.count)
    self.tree = tree
    for place in order {
      append(sorted[Int(place)])
      bags.append(sortedBags[Int(place)])
    }
  }

  private mutating func append(_ entry: Entry) {
    let name = entry.name
    let words = name.inWordOrder()
    units += name.units
    marks += name.marks
    wordUnits += words.units
    wordMarks += words.marks
    areOrdered.append(words.units == name.units)
    foods.append(entry.food)
    areAliases.append(entry.isAlias)
    starts.append(units.count)
  }

  var count: Int { foods.count }

  /// The entries of this many characters and more.
  func entries(ofLengthFrom length: Int) -> Range<Int> {
    length < firstOfLength.count ? firstOfLength[length]..<foods.count : 0..<0
  }

  /// The tree of the entries of this many characters.
  @inline(__always)
  func tree(ofLength length: Int) -> Range<Int> {
    length < treeOfLength.count ? treeOfLength[length] : 0..<0
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
