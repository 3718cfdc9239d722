import RPC
import ServiceKit
import SingleTable

// MARK: - Favourites

extension CookingHistoryStore {
  func favorite(user: String, recipe: String) async throws(TableError) -> FavoriteRecord? {
    try await table.get(FavoriteRecord.self, FavoriteRecord.key(user: user, recipe: recipe))
  }

  /// Newest first.
  func favorites(
    user: String,
    from startKey: StartKey?,
    count: Int
  ) async throws(TableError) -> Page {
    let query = Query(
      .gsi1,
      partition: CookingKey.favorites(of: user),
      isReversed: true,
      startKey: startKey
    )
    return try await table.collect(query, count: count)
  }

  /// Answers the favourite as it is stored: one that was there before stays.
  ///
  /// - Returns: nil when the user has as many as are allowed.
  func add(_ favorite: FavoriteRecord, deadline: Deadline?) async throws -> FavoriteRecord? {
    let count = AttributePath(CookingCounters.favoritesAttribute)
    let writes: [Write] = [
      .put(favorite.item(), if: .itemNotExists),
      CookingCounters(favorites: 1).write(
        user: favorite.user,
        if: .notExists(count) || .less(count, .int(FavoriteRecord.countMax))
      ),
    ]
    return try await retryingWrites(until: deadline) { () async throws -> FavoriteRecord?? in
      do throws(TableError) {
        try await table.transactWrite(writes)
        return favorite
      } catch {
        guard case .transactionCancelled(let reasons) = error else { throw error }
        if case .conditionFailed(let old?)? = reasons.first {
          return try FavoriteRecord(ItemReader(old))
        }
        guard reasons.last?.isConditionFailed == true else { throw error }
        return .some(nil)
      }
    }
  }

  /// Also fine when it is none.
  func removeFavorite(user: String, recipe: String, deadline: Deadline?) async throws {
    let writes: [Write] = [
      .delete(FavoriteRecord.key(user: user, recipe: recipe), if: .itemExists),
      CookingCounters(favorites: -1).write(user: user),
    ]
    _ = try await retryingWrites(until: deadline) { try await table.wroteUnchanged(writes) }
  }
}

// MARK: - Ratings

extension CookingHistoryStore {
  /// Takes note of a rating; false when a version as high is known.
  func note(_ rating: PersonalRating, deadline: Deadline?) async throws -> Bool {
    let key = PersonalRating.key(user: rating.user, recipe: rating.recipeID)
    return try await retryingWrites(until: deadline) { () async throws -> Bool? in
      let known = try await table.get(PersonalRating.self, key)
      guard rating.supersedes(known) else { return false }
      var writes: [Write] = [
        .put(rating.item(), if: .version(known.map { Int($0.version) })),
        .check(ErasureMark.key(user: rating.user), ErasureMark.permits(rating)),
      ]
      let change = CookingCounters.rated(from: known?.stars, to: rating.stars)
      // An update without an action would be refused.
      if change != CookingCounters() { writes.append(change.write(user: rating.user)) }
      do throws(TableError) {
        try await table.transactWrite(writes)
        return true
      } catch {
        guard case .transactionCancelled(let reasons) = error else { throw error }
        // The user was forgotten after this was thought.
        if reasons[1].isConditionFailed { return false }
        guard reasons[0].isConditionFailed else { throw error }
        return nil
      }
    }
  }
}

// MARK: - Forgetting

extension CookingHistoryStore {
  /// Forgets everything of a user, once more if it was done before.
  func erase(_ mark: ErasureMark) async throws(TableError) {
    // First, so that no news of before comes in behind the deletion.
    do {
      try await table.put(mark.item(), if: mark.isNew)
    } catch .conditionFailed {
      // A later wish to be forgotten has come before this one.
    }
    let key = ErasureMark.key(user: mark.user)
    try await table.deletePartition(key.partition, keeping: key)
  }
}
