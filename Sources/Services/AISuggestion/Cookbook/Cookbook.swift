import ServiceKit
import SingleTable
import Synchronization

/// Keeps the index of approved recipes as new as the table.
///
/// This process's changes go in when they are written. Those of others are noticed by the
/// cookbook's version and loaded whole, while the old index answers; once more when the table's
/// indexes have had time to follow, since the first load may come before the change is in them.
final class Cookbook: Sendable {
  private struct State {
    var index = CookbookIndex()
    /// The table's version that the index stands for; nil before the first load.
    var version: Int?
    /// From when on it is loaded once more, in epoch seconds; nil once it was.
    var settlesAt: Int64?
    /// Version of the latest state of each recipe that this process wrote: of two writes at once,
    /// the later one may be heard of first.
    var written: [String: Int] = [:]
    /// What this process wrote while a load was reading.
    var writtenMeanwhile: [StoredRecipe] = []
    var isLoading = false
  }

  private let store: RecipeStore
  private let clock: ServiceClock
  private let state = Mutex(State())

  init(store: RecipeStore, clock: ServiceClock) {
    self.store = store
    self.clock = clock
  }

  var index: CookbookIndex { state.withLock { $0.index } }

  /// Takes over what a transaction of this process has just changed, `version` included.
  func didWrite(_ recipe: StoredRecipe) {
    let written = recipe.version ?? 0
    state.withLock { state in
      // The transaction counted the version up by one; if others did too, the two differ at the
      // next look and everything is read again.
      if let version = state.version { state.version = version + 1 }
      guard written > state.written[recipe.id, default: 0] else { return }
      if state.written.count >= Limits.writtenVersionsMax { state.written = [:] }
      state.written[recipe.id] = written
      state.index = state.index.updated(with: recipe)
      if state.isLoading { state.writtenMeanwhile.append(recipe) }
    }
  }

  /// Loads the index when the table has changed since, or when it settles; one load at a time.
  func refresh() async throws(TableError) {
    let version = try await store.cookbookVersion()
    let now = clock.seconds
    let load: (isNeeded: Bool, settlesAt: Int64?) = state.withLock { state in
      let isNew = state.version != version
      let settles = state.settlesAt.map { $0 <= now } ?? false
      guard !state.isLoading, isNew || settles else { return (false, nil) }
      state.isLoading = true
      return (true, isNew ? now + Limits.indexLagSeconds : nil)
    }
    guard load.isNeeded else { return }
    do throws(TableError) {
      var recipes: [StoredRecipe] = []
      try await store.forEachApproved { recipes += $0 }
      let loaded = CookbookIndex(recipes)
      state.withLock { state in
        state.index = state.writtenMeanwhile.reduce(loaded) { $0.updated(with: $1) }
        state.version = version
        state.settlesAt = load.settlesAt
        state.writtenMeanwhile = []
        state.isLoading = false
      }
    } catch {
      state.withLock { state in
        state.writtenMeanwhile = []
        state.isLoading = false
      }
      throw error
    }
  }
}
