import Contracts
import Logging
import PageTokens
import SingleTable
import Synchronization

/// The list in memory: loaded once, refreshed when its version changes.
///
/// One refresh runs at a time, so a new version is loaded once however many calls come meanwhile;
/// they are answered from the old list.
final class MasterList: Sendable {
  private struct Loaded {
    var version: Int
    var index: IngredientIndex
  }

  private let store: IngredientStore
  private let logger: Logger
  private let loaded: Mutex<Loaded>
  private let isLoading = Atomic(false)

  /// Answers from `index` until it is started.
  init(_ store: IngredientStore, index: IngredientIndex = IngredientIndex([]), logger: Logger) {
    self.store = store
    self.logger = logger
    loaded = Mutex(Loaded(version: 0, index: index))
  }

  /// The list as it is now; good for the whole call that asked.
  var index: IngredientIndex { loaded.withLock { $0.index } }

  /// Brings the seed into the table unless it is there, and loads the list.
  ///
  /// The digest of the seed is written last: a start that is killed before is repeated by the next
  /// one, a start after it reads one item.
  nonisolated(nonsending) func start(
    seed: [UInt8],
    parse: ([UInt8]) throws -> [Food]
  ) async throws {
    let digest = fingerprint(of: seed)
    guard try await store.version()?.seed != digest else { return try await refresh() }
    let seeded = try parse(seed)
    let outcome = try await store.bring(seeded)
    if try await store.noteSeed(digest) {
      logger.notice(
        "master list seeded",
        metadata: ["foods": "\(seeded.count)", "written": "\(outcome.writtenCount)"]
      )
    }
    // An index of the table may lag behind what has just been written.
    try await refresh(including: seeded)
  }

  /// Loads the list if the table has another version of it; one call at a time does.
  nonisolated(nonsending) func refresh(including written: [Food] = []) async throws(TableError) {
    guard isLoading.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else { return }
    defer { isLoading.store(false, ordering: .releasing) }
    guard let version = try await store.version(),
      version.number != loaded.withLock({ $0.version })
    else { return }
    var foods = try await store.all()
    if !written.isEmpty {
      let known = Set(foods.map(\.id))
      foods += written.filter { !known.contains($0.id) }
    }
    let index = IngredientIndex(foods)
    // While the table's index lags behind, the version stays the old one, and so the next round
    // loads again.
    let isComplete = foods.count >= version.foodCount
    loaded.withLock { loaded in
      guard isComplete || loaded.index.foods.count < foods.count else { return }
      loaded.index = index
      if isComplete { loaded.version = version.number }
    }
    logger.info(
      "master list loaded",
      metadata: ["foods": "\(foods.count)", "version": "\(version.number)"]
    )
  }

  /// Follows the table until it is cancelled.
  ///
  /// - Parameter pause: waits before each look; throws when cancelled.
  func follow(pause: () async throws -> Void) async {
    while true {
      do {
        try await pause()
        try await refresh()
      } catch let error as TableError {
        // The list in memory answers on; the next look may do better.
        logger.warning("master list not refreshed", metadata: ["error": "\(error)"])
      } catch {
        return
      }
    }
  }
}
