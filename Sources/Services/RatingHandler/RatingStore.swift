import RPC
import ServiceKit
import SingleTable

/// The slice `RATING#` of the table.
///
/// | question | access |
/// |---|---|
/// | one person's rating of a recipe | get `RATING#<recipe>` / `USER#<user>` |
/// | ratings of a recipe | query `RATING#<recipe>`, `SK` begins with `USER#` |
/// | a person's ratings, latest change first | GSI1 `RATING#USER#<user>` by `<when>#<recipe>` |
/// | what all think of a recipe | get `RATING#<recipe>` / `STATS` |
/// | news not delivered yet, the oldest first | query `RATING#OUTBOX#<shard>` / `<uuidv7>` |
/// | all of a person, to be forgotten | GSI1 `RATING#USER#<user>`; see `RatingStore+Erasing` |
///
/// A rating, the totals with the approval, and the news of both are one transaction. The totals
/// change by addition under a condition that fails only when somebody else's rating has turned the
/// approval in between.
struct RatingStore: Sendable {
  let table: any Table
}

// MARK: - Reading

extension RatingStore {
  func known(
    recipe: String,
    user: String
  ) async throws(TableError) -> RatingRecord.Known? {
    try RatingRecord.Known(await table.get(RatingRecord.key(recipe: recipe, user: user)))
  }

  func totals(recipe: String) async throws(TableError) -> RatingTotals {
    try RatingTotals(await table.get(RatingKey.totals(recipe)))
  }

  func ratings(
    recipe: String,
    from startKey: StartKey?,
    count: Int
  ) async throws(TableError) -> Page {
    let query = Query(
      partition: RatingKey.partition(recipe),
      sort: .beginsWith(RatingRecord.sortPrefix),
      startKey: startKey,
      filter: RatingRecord.stands
    )
    return try await table.collect(query, count: count)
  }

  func ratings(
    user: String,
    from startKey: StartKey?,
    count: Int
  ) async throws(TableError) -> Page {
    let query = Query(
      .gsi1,
      partition: RatingKey.ratings(of: user),
      isReversed: true,
      startKey: startKey,
      filter: RatingRecord.stands
    )
    return try await table.collect(query, count: count)
  }
}

// MARK: - Writing

extension RatingStore {
  /// A rating as it was written, and the totals that it was written over, with it.
  struct Rated {
    let rating: RatingRecord
    /// There was none of the person before.
    let isFirst: Bool
    let totals: RatingTotals
  }

  /// Stores the rating in the place of the person's earlier one.
  func rate(
    _ input: RatingRecord.Input,
    initial: Approval,
    at now: Int64,
    ids: UUIDv7Generator,
    deadline: Deadline?
  ) async throws -> Rated {
    try await retryingWrites(until: deadline) { () async throws -> Rated? in
      let (known, totals) = try await read(recipe: input.recipeID, user: input.user)
      let rating = RatingRecord(input, replacing: known, at: now)
      var news: [OutboxRow.Delivery] = [
        .totals, .rating(user: rating.user, stars: rating.stars, version: rating.version),
      ]
      if rating.verification == .unknown {
        news.append(.verification(user: rating.user, version: rating.version))
      }
      let (decided, after) = decide(
        RatingChange(from: known?.rating, to: rating),
        of: input.recipeID,
        over: totals,
        initial: initial
      )
      let writes =
        [Write.put(rating.item(), if: RatingRecord.unchanged(known)), decided]
        + rows(news, of: input.recipeID, ids: ids, at: now).map { .put($0.item()) }
      guard try await table.wroteUnchanged(writes) else { return nil }
      return Rated(rating: rating, isFirst: known?.rating == nil, totals: after)
    }
  }

  /// Takes a rating back; nil when there is none.
  ///
  /// One that the same request has taken back before counts: its caller never learned of it.
  ///
  /// - Returns: what the other raters think.
  func takeBack(
    recipe: String,
    user: String,
    request: String,
    at now: Int64,
    ids: UUIDv7Generator,
    deadline: Deadline?
  ) async throws -> RatingTotals? {
    try await retryingWrites(until: deadline) { () async throws -> RatingTotals?? in
      let (known, totals) = try await read(recipe: recipe, user: user)
      guard let rating = known?.rating else {
        return .some(known?.isTakenBack(by: request) == true ? totals : nil)
      }
      let mark = RatingRecord.TakenBack(rating, by: request, at: now)
      let news: [OutboxRow.Delivery] = [
        .totals, .rating(user: user, stars: nil, version: mark.version),
      ]
      let (decided, after) = decide(
        RatingChange(from: rating, to: nil),
        of: recipe,
        over: totals
      )
      let writes =
        [Write.put(mark.item(), if: RatingRecord.unchanged(known)), decided]
        + rows(news, of: recipe, ids: ids, at: now).map { .put($0.item()) }
      // Of the two optionals, the outer one asks for another try.
      return try await table.wroteUnchanged(writes) ? .some(after) : .none
    }
  }

  /// Settles whether a rater had cooked the recipe, and the row that asked for it.
  ///
  /// Changes nothing when the rating has changed since.
  ///
  /// - Returns: whether there is other news in the outbox now.
  func verify(
    _ row: OutboxRow,
    as verification: RatingRecord.Verification,
    at now: Int64,
    ids: UUIDv7Generator
  ) async throws -> Bool {
    guard case .verification(let user, let version) = row.delivery else {
      preconditionFailure("the row asks for another thing")
    }
    return try await retryingWrites(until: nil) { () async throws -> Bool? in
      let (known, totals) = try await read(recipe: row.recipeID, user: user)
      guard let rating = known?.rating, rating.version == version, rating.verification == .unknown
      else {
        try await remove([row])
        return false
      }
      var settled = rating
      settled.verification = verification
      var writes = [
        Write.put(settled.item(), if: RatingRecord.unchanged(known)),
        .delete(row.key),
      ]
      let change = RatingChange(from: rating, to: settled)
      let changesTotals = settled.counts != rating.counts
      if changesTotals {
        writes.append(decide(change, of: row.recipeID, over: totals).write)
        writes += rows([.totals], of: row.recipeID, ids: ids, at: now).map { .put($0.item()) }
      }
      return try await table.wroteUnchanged(writes) ? changesTotals : nil
    }
  }

  /// Decides by hand about a recipe.
  func override(
    recipe: String,
    _ approval: Approval,
    by admin: String,
    reason: String,
    at now: Int64,
    ids: UUIDv7Generator,
    deadline: Deadline?
  ) async throws {
    let writes =
      [RatingTotals.override(recipe: recipe, approval, by: admin, reason: reason)]
      + rows([.totals], of: recipe, ids: ids, at: now).map { .put($0.item()) }
    _ = try await retryingWrites(until: deadline) { try await table.wroteUnchanged(writes) }
  }
}

// MARK: - Outbox

extension RatingStore {
  /// A page of the news in a shard, the oldest first.
  func news(in shard: Int, from startKey: StartKey?, count: Int) async throws(TableError) -> Page {
    try await table.query(
      Query(partition: RatingKey.outbox(shard), limit: count, startKey: startKey)
    )
  }

  /// Forgets delivered news; fine when another process was faster.
  func remove(_ rows: [OutboxRow]) async throws(TableError) {
    guard !rows.isEmpty else { return }
    try await table.batchWrite(rows.map { .delete($0.key) })
  }

  /// Keeps a row for later, unless it is gone.
  func postpone(_ row: OutboxRow) async throws(TableError) {
    do {
      try await table.put(row.item(), if: .itemExists)
    } catch .conditionFailed {
      // Delivered by another process in the meantime.
    }
  }
}

// MARK: - Parts of a write

extension RatingStore {
  /// One person's rating and the totals as they were together.
  func read(
    recipe: String,
    user: String
  ) async throws(TableError) -> (RatingRecord.Known?, RatingTotals) {
    let items = try await table.transactGet([
      RatingRecord.key(recipe: recipe, user: user), RatingKey.totals(recipe),
    ])
    return (try RatingRecord.Known(items[0]), try RatingTotals(items[1]))
  }

  /// The totals' part of a write, and the totals behind it.
  ///
  /// A rating that stands has made totals, so only the first of a recipe needs `initial`.
  func decide(
    _ change: RatingChange,
    of recipe: String,
    over totals: RatingTotals,
    initial: Approval = Approval(state: .pending, decider: .ratings)
  ) -> (write: Write, after: RatingTotals) {
    var after = totals.adding(change)
    let approval = after.approval ?? initial
    after.approval = approval
    let decision = ApprovalRule.decide(after)
    after.approval = approval.after(decision)
    let write = RatingTotals.write(recipe: recipe, change, deciding: decision, initial: initial)
    return (write, after)
  }

  func rows(
    _ news: [OutboxRow.Delivery],
    of recipe: String,
    ids: UUIDv7Generator,
    at now: Int64
  ) -> [OutboxRow] {
    news.map { OutboxRow(id: ids.next(at: now).description, recipeID: recipe, $0) }
  }
}
