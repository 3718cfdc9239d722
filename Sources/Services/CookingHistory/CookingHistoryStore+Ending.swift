import RPC
import ServiceKit
import SingleTable

extension CookingHistoryStore {
  /// Ends a session and counts it; nil when the user has no such session.
  ///
  /// - Throws: `SessionHasEnded` to all but one of those who end it at once.
  func end(
    user: String,
    id: String,
    as status: SessionRecord.Status,
    at now: Int64,
    deadline: Deadline?
  ) async throws -> SessionRecord? {
    try await retryingWrites(until: deadline) { () async throws -> SessionRecord?? in
      guard let session = try await session(user: user, id: id) else { return .some(nil) }
      let ended = try session.ended(as: status, at: now)
      var writes: [Write] = [
        .put(ended.item(), if: .equal("status", .string(session.status.rawValue))),
        CookingCounters.ended(ended).write(user: user),
      ]
      if status == .completed, let end = ended.end {
        let known = try await cooked(user: user, recipe: session.recipeID)
        writes.append(CookedRecipe.count(ended, at: end.at, over: known))
      }
      // Of the two optionals, the outer one asks for another try.
      guard try await table.wroteUnchanged(writes) else { return .none }
      return .some(ended)
    }
  }

  /// Forgets a session and takes it out of the counters; false when the user has no such session.
  func forget(user: String, id: String, deadline: Deadline?) async throws -> Bool {
    try await retryingWrites(until: deadline) { () async throws -> Bool? in
      guard let session = try await session(user: user, id: id) else { return false }
      var writes: [Write] = [
        .delete(
          SessionRecord.key(user: user, id: id),
          if: .equal("status", .string(session.status.rawValue))
        ),
        CookingCounters.forgotten(session).write(user: user),
      ]
      if session.status == .completed {
        guard let uncount = try await uncount(session) else { return nil }
        writes.append(uncount)
      }
      return try await table.wroteUnchanged(writes) ? true : nil
    }
  }

  /// Takes a completed session out of the count of its recipe; nil when the index has not caught
  /// up with the count yet.
  private func uncount(_ session: SessionRecord) async throws(TableError) -> Write? {
    guard let cooked = try await cooked(user: session.user, recipe: session.recipeID) else {
      return nil
    }
    let query = Query(
      .gsi2,
      partition: CookingKey.recipe(session.recipeID, of: session.user),
      filter: .equal("status", .string(SessionRecord.Status.completed.rawValue)),
      projection: ["id", "endedAt"]
    )
    var others: [Int64] = []
    try await table.forEachPage(query) { (page) throws(TableError) in
      for item in page.items {
        let reader = ItemReader(item)
        guard try reader.string("id") != session.id else { continue }
        others.append(Int64(try reader.int("endedAt")))
      }
    }
    guard others.count == cooked.count - 1 else { return nil }
    return cooked.uncount(user: session.user, previousEnd: others.max())
  }
}
