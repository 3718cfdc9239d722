import VietnameseText

extension IngredientIndex {
  /// A food that may have been meant.
  struct Candidate: Equatable {
    /// Its place in `foods`.
    let food: Int
    /// How near the name is, 0 to 1.
    let confidence: Double
  }

  /// What a name is understood as.
  enum Match: Equatable {
    case valid(food: Int)
    case corrected(Candidate)
    case ambiguous([Candidate])
    case unknown
  }

  static let suggestionsMax = 5

  /// How much cheaper than the runner-up the winner is, in thousandths of an edit.
  static let clearance: Int32 = 150

  /// Goes through the stages: with marks, without marks, alias, similarity.
  func match(_ name: FoldedName) -> Match {
    let exact = name.exact
    for stage in [exactNames, exactAliases] {
      if let owners = stage[exact] { return decide(owners, name) }
    }
    if let owners = foldedNames[name.folded] { return decide(owners, name) }
    // Mostly one food is clearly meant; then nobody asks for the others, which cost more to find.
    let nearest = list.nearest(to: name, most: 2, window: Self.clearance - 1)
    if nearest.count == 1, nearest[0].isNear { return .corrected(Candidate(nearest[0])) }
    if nearest.isEmpty { return .unknown }
    return decide(list.nearest(to: name, most: Self.suggestionsMax + 1))
  }

  /// Several foods have this name: marks that were typed may tell them apart.
  private func decide(_ owners: Owners, _ name: FoldedName) -> Match {
    guard case .several(let foods) = owners else { return .valid(food: Int(owners.all[0])) }
    let near = list.nearest(to: name, most: foods.count + Self.suggestionsMax)
      .filter { foods.contains($0.food) }
    return decide(near)
  }

  private func decide(_ near: [NameList.Neighbour]) -> Match {
    guard let first = near.first else { return .unknown }
    let isClear = near.count == 1 || near[1].cost - first.cost >= Self.clearance
    if isClear, first.isNear {
      return .corrected(Candidate(first))
    }
    return .ambiguous(near.prefix(Self.suggestionsMax).map(Candidate.init))
  }
}

extension IngredientIndex.Candidate {
  init(_ neighbour: NameList.Neighbour) {
    food = Int(neighbour.food)
    confidence = 1 - Double(neighbour.edits) / Double(neighbour.length)
  }
}

extension NameList.Neighbour {
  fileprivate var isNear: Bool { Similarity.isNear(edits: edits, length: length) }
}
