/// Finds the names whose letters may be those of another name but for some, without looking at all.
///
/// A tree for each length. A node knows which letters all of its names have and which any of them
/// has; that bounds the distance of every name below it, so that a whole branch is passed over at
/// once. Nothing within the bound is ever missed: a name's own bag lies between the two.
///
///     { common: a c h, any: a c h i n o u }            each node is followed by its branch,
///       { common: a c h u, any: a c h o u } leaf        `next` is the first node behind it
///       { common: a c h, any: a c h i n o } leaf
struct BagTree: Sendable {
  struct Node {
    var common: UInt64
    var any: UInt64
    var next: Int32 = 0
    /// The entries of a leaf; none of an inner node.
    var first: Int32
    var end: Int32
  }

  private(set) var nodes: [Node] = []

  /// Entries of a leaf, which are looked at one by one.
  private static let leafMax = 32
  /// Entries that are asked which letter parts a node best.
  private static let sampleMax = 64
}

// MARK: - Building

extension BagTree {
  /// Adds the tree of some entries, whose order it makes.
  ///
  /// `first` is the place that the first of them gets among all entries.
  ///
  /// - Returns: the nodes of the tree.
  mutating func add(
    _ entries: inout ArraySlice<Int32>,
    bags: [LetterBag],
    first: Int
  ) -> Range<Int> {
    let start = nodes.count
    let offset = first - entries.startIndex
    grow(&entries, entries.startIndex..<entries.endIndex, bags, offset)
    return start..<nodes.count
  }

  /// A bit is the same in all names of a branch once it has parted them, so the depth is at most 64.
  private mutating func grow(
    _ entries: inout ArraySlice<Int32>,
    _ range: Range<Int>,
    _ bags: [LetterBag],
    _ offset: Int
  ) {
    var (common, any): (UInt64, UInt64) = (.max, 0)
    for place in range {
      let bits = bags[Int(entries[place])].bits
      common &= bits
      any |= bits
    }
    let index = nodes.count
    let isLeaf = range.count <= Self.leafMax || common == any
    nodes.append(
      Node(
        common: common,
        any: any,
        first: Int32(range.lowerBound + offset),
        end: Int32((isLeaf ? range.upperBound : range.lowerBound) + offset)
      )
    )
    if !isLeaf {
      let bit = Self.partingBit(entries, range, bags, among: any & ~common)
      let middle = entries[range].partition { bags[Int($0)].bits & bit != 0 }
      grow(&entries, range.lowerBound..<middle, bags, offset)
      grow(&entries, middle..<range.upperBound, bags, offset)
    }
    nodes[index].next = Int32(nodes.count)
  }

  /// The bit that about half of the names have.
  private static func partingBit(
    _ entries: ArraySlice<Int32>,
    _ range: Range<Int>,
    _ bags: [LetterBag],
    among bits: UInt64
  ) -> UInt64 {
    let step = max(1, range.count / sampleMax)
    var best: (bit: UInt64, lead: Int) = (bits & ~(bits - 1), .max)
    var rest = bits
    while rest != 0 {
      let bit = rest & ~(rest - 1)
      rest &= rest - 1
      var lead = 0
      for place in stride(from: range.lowerBound, to: range.upperBound, by: step) {
        lead += bags[Int(entries[place])].bits & bit == 0 ? -1 : 1
      }
      if abs(lead) < best.lead { best = (bit, abs(lead)) }
    }
    return best.bit
  }
}

// MARK: - Asking

extension BagTree {
  /// Hands over the entries whose bags are so far from another one, with how far each is.
  ///
  /// Asked for ranges one after the other, it gives every entry once, the likely ones first, and the
  /// caller ends it as soon as what it has found is nearer than what is left can be.
  @inline(__always)
  func forEach(
    of tree: Range<Int>,
    apart distances: ClosedRange<Int>,
    from bag: LetterBag,
    in bags: Span<LetterBag>,
    _ body: (_ entry: Int, _ distance: Int) -> Void
  ) {
    let nodes = nodes.span
    var index = tree.lowerBound
    while index < tree.upperBound {
      let node = nodes[index]
      guard bag.mayBe(within: distances.upperBound, of: node.common, node.any) else {
        index = Int(node.next)
        continue
      }
      for entry in Int(node.first)..<Int(node.end) {
        let distance = bag.distanceMin(bags[entry])
        if distances.contains(distance) { body(entry, distance) }
      }
      index += 1
    }
  }

  /// The ranges to ask for, up to `most`: each look takes a walk through the tree, and from some
  /// distance on there is little left to gain from going step by step.
  static func looks(upTo most: Int) -> [ClosedRange<Int>] {
    let steps = 4
    let near = (0...min(most, steps - 1)).map { $0...$0 }
    return most >= steps ? near + [steps...most] : near
  }
}
