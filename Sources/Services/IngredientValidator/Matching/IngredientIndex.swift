import Contracts
import ServiceKit
import VietnameseText

/// Every food and what people call it, in memory.
///
/// Built once, never changed, swapped whole: readers of the old one are not disturbed.
final class IngredientIndex: Sendable {
  /// By id, so that the place of a food says nothing but its order.
  let foods: [Food]
  let placeOfID: [String: Int32]
  let exactNames: [[UInt32]: Owners]
  let exactAliases: [[UInt32]: Owners]
  let foldedNames: [[UInt16]: Owners]
  let list: NameList
  /// The places of all foods by name.
  let orders: [Language: [Int32]]
  let countOfCategory: [IngredientCategory: Int]

  /// The foods that share one name.
  enum Owners {
    case one(Int32)
    case several([Int32])

    var all: [Int32] {
      switch self {
      case .one(let food): [food]
      case .several(let foods): foods
      }
    }

    mutating func add(_ food: Int32) {
      let known = all
      if !known.contains(food) { self = .several(known + [food]) }
    }
  }

  init(_ unordered: [Food]) {
    let foods = unordered.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var places: [String: Int32] = [:]
    var exactNames: [[UInt32]: Owners] = [:]
    var exactAliases: [[UInt32]: Owners] = [:]
    var foldedNames: [[UInt16]: Owners] = [:]
    var entries: [NameList.Entry] = []
    places.reserveCapacity(foods.count)
    exactNames.reserveCapacity(foods.count * 2)
    exactAliases.reserveCapacity(foods.count * 3)
    foldedNames.reserveCapacity(foods.count * 5)
    entries.reserveCapacity(foods.count * 5)
    for (place, food) in foods.enumerated() {
      let place = Int32(place)
      places[food.id] = place
      for (number, text) in ([food.nameVi, food.nameEn] + food.otherNames).enumerated() {
        let name = FoldedName(text)
        guard !name.units.isEmpty else { continue }
        if number < 2 {
          exactNames[name.exact, default: .one(place)].add(place)
        } else {
          exactAliases[name.exact, default: .one(place)].add(place)
        }
        foldedNames[name.folded, default: .one(place)].add(place)
        entries.append(NameList.Entry(name: name, food: place, isAlias: number >= 2))
      }
    }
    self.foods = foods
    self.placeOfID = places
    self.exactNames = exactNames
    self.exactAliases = exactAliases
    self.foldedNames = foldedNames
    self.list = NameList(entries)
    self.orders = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0, Self.order(foods, $0)) }
    )
    self.countOfCategory = foods.reduce(into: [:]) { $0[$1.category, default: 0] += 1 }
  }

  var nameCount: Int { list.count }

  func food(_ id: String) -> Food? {
    // To hash longer text of a stranger's takes time that grows with the square of its length.
    guard id.utf8.count <= Food.idBytesMax else { return nil }
    return placeOfID[id].map { foods[Int($0)] }
  }
}
