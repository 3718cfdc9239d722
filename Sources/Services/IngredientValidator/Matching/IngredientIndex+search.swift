import Contracts
import ServiceKit
import VietnameseText

extension IngredientIndex {
  /// Where a list of foods goes on: after the food of this id.
  ///
  /// No food ever leaves the list.
  struct Position: Equatable {
    /// `SearchRank` of a search, nothing in a list by name.
    let rank: SearchRank?
    let id: String
  }

  /// Foods with `part` in a name, best first, then by id; when there are none, those near to it.
  func search(
    _ part: FoldedName,
    category: IngredientCategory?,
    after position: Position?,
    most: Int
  ) -> (foods: [Food], next: Position?) {
    var ranks = list.containing(part)
    if ranks.isEmpty {
      for near in list.nearest(to: part, most: Self.nearMax) {
        ranks[near.food] = SearchRank(
          .near,
          marksDiffer: false,
          isAlias: false,
          length: Int(near.cost)
        )
      }
    }
    var hits: [(rank: SearchRank, food: Food)] = []
    for (place, rank) in ranks {
      let food = foods[Int(place)]
      if let category, food.category != category { continue }
      if let position, let last = position.rank {
        guard (last, position.id) < (rank, food.id) else { continue }
      }
      hits.append((rank, food))
    }
    hits.sort { ($0.rank, $0.food.id) < ($1.rank, $1.food.id) }
    let page = hits.prefix(most)
    let next =
      hits.count > most ? page.last.map { Position(rank: $0.rank, id: $0.food.id) } : nil
    return (page.map(\.food), next)
  }

  /// All foods by name.
  func list(
    _ language: Language,
    category: IngredientCategory?,
    after id: String?,
    most: Int
  ) -> (foods: [Food], next: Position?) {
    let order = orders[language] ?? []
    var rest = order[...]
    if let id, let place = placeOfID[id], let last = order.firstIndex(of: place) {
      rest = order[(last + 1)...]
    }
    var page: [Food] = []
    for place in rest {
      let food = foods[Int(place)]
      if let category, food.category != category { continue }
      guard page.count < most else {
        return (page, page.last.map { Position(rank: nil, id: $0.id) })
      }
      page.append(food)
    }
    return (page, nil)
  }

  private static let nearMax = 50

  static func order(_ foods: [Food], _ language: Language) -> [Int32] {
    let names = foods.map { FoldedName($0.name(language)).units }
    return foods.indices
      .sorted { left, right in
        names[left].lexicographicallyPrecedes(names[right])
          || (names[left] == names[right] && left < right)
      }
      .map(Int32.init)
  }
}
