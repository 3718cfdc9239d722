import RPC
import ServiceKit
import SingleTable

/// What forgetting people reads and writes.
///
/// | question | access |
/// |---|---|
/// | who waits to be forgotten | query `RATING#ERASURE` / `<user>` |
/// | a wish, and what is left of it | put, delete the same |
/// | a person's ratings, and marks of those taken back | GSI1 `RATING#USER#<user>` |
/// | news that name a person | query the outbox, each shard |
extension RatingStore {
  /// Keeps the wish; a wish of before is part of it.
  func wish(_ erasure: ErasureRecord) async throws(TableError) {
    try await table.put(erasure.item())
  }

  /// Keeps the rest of a wish, unless the user has wished it once more meanwhile.
  func note(_ rest: ErasureRecord?, of erasure: ErasureRecord) async throws(TableError) {
    do {
      if let rest {
        try await table.put(rest.item(), if: erasure.stands)
      } else {
        try await table.delete(ErasureRecord.key(user: erasure.user), if: erasure.stands)
      }
    } catch .conditionFailed {
      // Another process has come further, or there is a wish of later, which is done next.
    }
  }

  func wishes(from startKey: StartKey?) async throws(TableError) -> Page {
    try await table.query(
      Query(
        partition: ErasureRecord.partition,
        limit: ErasureLimits.pageRows,
        startKey: startKey
      )
    )
  }

  /// Forgets a person: each rating leaves the totals in the transaction that deletes it, so that
  /// they are exact at any moment, and news on the way are dropped.
  ///
  /// With `until` the person was forgotten then: only ratings of until then go, which an index had
  /// not listed yet. Their news went at the first time.
  ///
  /// - Returns: the recipes that the person had rated.
  func erase(
    _ user: String,
    until: Int64?,
    at now: Int64,
    ids: UUIDv7Generator
  ) async throws -> Set<String> {
    var recipes: Set<String> = []
    for _ in 0..<ErasureLimits.looksMax {
      let found = try await rated(by: user)
      var erasedCount = 0
      for recipe in found
      where try await eraseRating(recipe, user, until: until ?? .max, at: now, ids: ids) {
        recipes.insert(recipe)
        erasedCount += 1
      }
      // An index may list for a moment what is gone already.
      if erasedCount == 0 {
        if until == nil { try await dropNews(of: user) }
        return recipes
      }
    }
    throw TableError.transactionConflict
  }

  /// The recipes that a person has rated, those whose rating was taken back among them.
  private func rated(by user: String) async throws(TableError) -> [String] {
    var recipes: [String] = []
    let query = Query(
      .gsi1,
      partition: RatingKey.ratings(of: user),
      limit: ErasureLimits.pageRows,
      projection: ["recipe"]
    )
    try await table.forEachPage(query) { (page) throws(TableError) in
      for item in page.items { recipes.append(try ItemReader(item).string("recipe")) }
    }
    return recipes
  }

  /// Deletes what is known of a person and recipe; false when nothing is, or it is of later.
  private func eraseRating(
    _ recipe: String,
    _ user: String,
    until: Int64,
    at now: Int64,
    ids: UUIDv7Generator
  ) async throws -> Bool {
    try await retryingWrites(until: nil) { () async throws -> Bool? in
      let (known, totals) = try await read(recipe: recipe, user: user)
      guard let known, known.changedAt <= until else { return false }
      var writes = [
        Write.delete(
          RatingRecord.key(recipe: recipe, user: user),
          if: RatingRecord.unchanged(known)
        )
      ]
      if let rating = known.rating {
        writes.append(decide(RatingChange(from: rating, to: nil), of: recipe, over: totals).write)
        writes += rows([.totals], of: recipe, ids: ids, at: now).map { .put($0.item()) }
      }
      return try await table.wroteUnchanged(writes) ? true : nil
    }
  }

  private func dropNews(of user: String) async throws(TableError) {
    for shard in OutboxShard.all.sorted() {
      var startKey: StartKey?
      repeat {
        let page = try await news(in: shard, from: startKey, count: OutboxLimits.pageRows)
        try await remove(try page.records(OutboxRow.self).filter { $0.delivery.user == user })
        startKey = page.lastKey
      } while startKey != nil
    }
  }
}

extension OutboxRow.Delivery {
  /// Whom the news name.
  fileprivate var user: String? {
    switch self {
    case .totals: nil
    case .rating(let user, _, _), .verification(let user, _): user
    }
  }
}
