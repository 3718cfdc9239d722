import Contracts
import Synchronization

/// The foods that recipes are made of, kept in memory.
///
/// Reads them from the ingredient-validator once and again every `Limits.foodsRefreshSeconds`;
/// meanwhile, and while the validator is away, the known ones are used.
final class FoodCatalogue: Sendable {
  private struct State {
    var foods: Foods = [:]
    /// Ids that no food had at the last look, so that they are not asked for at every call.
    var unknown: Set<String> = []
    /// Nil until all foods were read.
    var words: FoodWords?
  }

  private let source: any IngredientSource
  private let state = Mutex(State())

  init(source: any IngredientSource) {
    self.source = source
  }

  /// All foods known, among them those of `ids` that exist.
  ///
  /// With `certain` the validator has just said that they exist, so that an earlier look in vain
  /// does not count. Throws the validator's error when an id was never looked up and cannot be now.
  func foods(
    including ids: some Sequence<String>,
    certain: Bool = false
  ) async throws -> Foods {
    let (known, missing) = state.withLock { state in
      var missing: Set<String> = []
      for id in ids where state.foods[id] == nil && (certain || !state.unknown.contains(id)) {
        missing.insert(id)
      }
      return (state.foods, missing)
    }
    if missing.isEmpty { return known }
    return try await load(missing.sorted())
  }

  /// The foods that texts may speak of: all there are.
  ///
  /// Read at the first use, which throws when it cannot be: a text that is not checked is not safe.
  func words() async throws -> FoodWords {
    if let words = state.withLock({ $0.words }) { return words }
    return try await loadWords()
  }

  private func loadWords() async throws -> FoodWords {
    let foods = try await source.allFoods()
    let words = FoodWords(foods + GroupWords.foods)
    state.withLock { state in
      state.words = words
      for food in foods {
        state.foods[food.id] = food
        state.unknown.remove(food.id)
      }
    }
    return words
  }

  /// Looks again at everything that was ever asked for, and at `ids`.
  ///
  /// What keeps all foods from being read does not keep those that are known by their ids.
  func refresh(including ids: some Sequence<String> = []) async throws {
    let (known, hasWords) = state.withLock { state in
      (state.unknown.union(state.foods.keys).union(ids), state.words != nil)
    }
    var failure: (any Error)?
    do {
      if !known.isEmpty { _ = try await load(known.sorted()) }
    } catch { failure = error }
    if hasWords { _ = try await loadWords() }
    if let failure { throw failure }
  }

  private func load(_ ids: [String]) async throws -> Foods {
    let found = try await source.foods(ids)
    return state.withLock { state in
      for id in ids { state.foods[id] = nil }
      for food in found { state.foods[food.id] = food }
      for id in ids {
        if state.foods[id] == nil { state.unknown.insert(id) } else { state.unknown.remove(id) }
      }
      return state.foods
    }
  }
}
