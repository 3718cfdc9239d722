import Contracts
import Logging
import RPC
import ServiceKit
import SingleTable

/// Has a user forgotten by every service that keeps something of them.
///
/// At least once each, and each does it once in effect. Any number of processes may work on one
/// wish.
struct Eraser: Sendable {
  struct Peers: Sendable {
    let cooking: CookingHistoryServiceClient
    let recipes: AISuggestionServiceClient
    let ingredients: IngredientValidatorServiceClient
  }

  let store: RatingStore
  let peers: Peers
  let signal: OutboxSignal
  let clock: ServiceClock
  let ids: UUIDv7Generator
  let logger: Logger
}

extension Eraser {
  /// Goes on with what waits, until it is cancelled.
  func run() async {
    while !Task.isCancelled {
      await round()
      // Spread, so that processes do not all look at once; cancellation ends the wait and the loop.
      try? await Task.sleep(for: ErasureLimits.round * Double.random(in: 0.8...1.2))
    }
  }

  /// Tries every wish that waits and is due once.
  func round() async {
    do {
      var startKey: StartKey?
      repeat {
        let page = try await store.wishes(from: startKey)
        for erasure in try page.records(ErasureRecord.self)
        where erasure.isDue(at: clock.milliseconds) && !Task.isCancelled {
          _ = try await erase(erasure)
        }
        startKey = page.lastKey
      } while startKey != nil && !Task.isCancelled
    } catch {
      logger.warning("who waits to be forgotten is asked again", metadata: ["error": "\(error)"])
    }
  }

  /// Asks those that are left; true when everything is forgotten.
  func erase(_ erasure: ErasureRecord) async throws -> Bool {
    var rest = erasure
    // First, so that no news of a rating follow the others' forgetting.
    if rest.left.contains(.ratings) {
      let recipes = try await store.erase(
        erasure.user,
        until: erasure.doneAt,
        at: clock.milliseconds,
        ids: ids
      )
      for recipe in recipes { signal.kick(OutboxShard.of(recipe: recipe)) }
      rest.left.remove(.ratings)
    }
    await withTaskGroup(of: ErasureRecord.Keeper?.self) { group in
      for keeper in rest.left { group.addTask { await self.ask(keeper, erasure) ? keeper : nil } }
      for await keeper in group {
        if let keeper { rest.left.remove(keeper) }
      }
    }
    try await store.note(rest.rest(at: clock.milliseconds), of: erasure)
    return rest.left.isEmpty
  }

  /// Whether a service has forgotten.
  private func ask(_ keeper: ErasureRecord.Keeper, _ erasure: ErasureRecord) async -> Bool {
    let options = CallOptions(timeout: ErasureLimits.callTimeout)
    let user = erasure.user
    let until = erasure.doneAt ?? 0
    do {
      switch keeper {
      case .ratings: break
      case .cooking:
        let request = EraseCookingDataRequest(userId: user, ratingVersion: erasure.at)
        _ = try await peers.cooking.eraseCookingData(request, options: options)
      case .recipes:
        let request = EraseSuggestionDataRequest(userId: user, untilMilliseconds: until)
        _ = try await peers.recipes.eraseSuggestionData(request, options: options)
      case .ingredients:
        let request = EraseIngredientDataRequest(userId: user, untilMilliseconds: until)
        _ = try await peers.ingredients.eraseIngredientData(request, options: options)
      }
      return true
    } catch {
      // A stop is no failure: the wish is there when the process starts again.
      guard !Task.isCancelled else { return false }
      logger.warning(
        "a service is asked again to forget a user",
        metadata: ["peer": "\(keeper.rawValue)", "error": "\(error)"]
      )
      return false
    }
  }
}
