import Contracts
import SingleTable

/// Finds what of the cookbook can be cooked with some foods.
struct CookbookSearch: Sendable {
  let store: RecipeStore
  let cookbook: Cookbook

  /// Approved recipes with any of the foods, those with most of them first, found through the
  /// inverted index; best rated first among equals of one food.
  func recipes(withAnyOf foodIDs: [String]) async throws -> [StoredRecipe] {
    let lists = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for (place, id) in foodIDs.enumerated() {
        group.addTask { (place, try await store.recipeIDs(using: id)) }
      }
      var lists = [[String]](repeating: [], count: foodIDs.count)
      for try await (place, ids) in group { lists[place] = ids }
      return lists
    }
    return try await recipes(Self.mostNamedFirst(lists))
  }

  /// The ids that stand in most lists first; those of equal count in the order of the lists.
  static func mostNamedFirst(_ lists: [[String]]) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for id in lists.joined() {
      if counts[id] == nil { order.append(id) }
      counts[id, default: 0] += 1
    }
    let byCount = Dictionary(grouping: order) { counts[$0, default: 0] }
    let sorted = byCount.keys.sorted(by: >).flatMap { byCount[$0, default: []] }
    return Array(sorted.prefix(Limits.candidatesMax))
  }

  /// From memory where they are there, the rest from the table.
  private func recipes(_ ids: [String]) async throws -> [StoredRecipe] {
    let index = cookbook.index
    var recipes: [StoredRecipe] = []
    var missing: [String] = []
    for id in ids {
      if let recipe = index.recipe(id) { recipes.append(recipe) } else { missing.append(id) }
    }
    if !missing.isEmpty { recipes += try await store.recipes(missing) }
    return recipes
  }
}
