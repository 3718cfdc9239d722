import RPC
import ServiceKit
import SingleTable

/// The slice `COOKING#` of the table.
///
/// | question | access |
/// |---|---|
/// | one session | get `COOKING#<user>` / `SESSION#<uuidv7>` |
/// | sessions, newest first | query `COOKING#<user>`, `SK` begins with `SESSION#`, reversed |
/// | sessions of a recipe, newest first | GSI2 `COOKING#<user>#RECIPE#<recipe>`, reversed |
/// | how often and when last a recipe was completed | get `COOKING#<user>` / `COOKED#<recipe>` |
/// | most cooked recipe | query `COOKING#<user>`, `SK` begins with `COOKED#` |
/// | the user's numbers | get `COOKING#<user>` / `STATS` |
/// | is it a favourite | get `COOKING#<user>` / `FAVORITE#<recipe>` |
/// | favourites, newest first | GSI1 `COOKING#<user>#FAVORITE` by `<when>#<recipe>`, reversed |
/// | the user's rating of a recipe | get `COOKING#<user>` / `RATING#<recipe>` |
/// | what a start with a key answered | get `COOKING#<user>` / `IDEMPOTENCY#<key>`, ttl 24 h |
/// | all of a user, to be forgotten | query `COOKING#<user>`, delete until nothing is left |
/// | was the user forgotten lately | check of `COOKING#<user>` / `ERASED`, ttl 24 h |
///
/// Every write of a session, favourite or rating is one transaction with the counters that it
/// moves. Counters change by addition alone, so that calls at once never wait for each other.
struct CookingHistoryStore: Sendable {
  let table: any Table
}

// MARK: - Reading sessions

extension CookingHistoryStore {
  func session(user: String, id: String) async throws(TableError) -> SessionRecord? {
    try await table.get(SessionRecord.self, SessionRecord.key(user: user, id: id))
  }

  /// Newest first, without snapshots unless they are asked for.
  func sessions(
    user: String,
    status: SessionRecord.Status?,
    recipe: String?,
    from startKey: StartKey?,
    count: Int,
    withRecipes: Bool = false
  ) async throws(TableError) -> Page {
    var query = Query(
      partition: CookingKey.partition(user),
      sort: .beginsWith(SessionRecord.sortPrefix)
    )
    if let recipe {
      query = Query(.gsi2, partition: CookingKey.recipe(recipe, of: user))
    }
    query.isReversed = true
    query.startKey = startKey
    query.filter = status.map { .equal("status", .string($0.rawValue)) }
    query.projection = withRecipes ? nil : SessionRecord.listAttributes
    return try await table.collect(query, count: count)
  }

  func cooked(user: String, recipe: String) async throws(TableError) -> CookedRecipe? {
    guard let item = try await table.get(CookedRecipe.key(user: user, recipe: recipe)) else {
      return nil
    }
    return try CookedRecipe(ItemReader(item))
  }

  /// The user's numbers and the most cooked recipe.
  func statistics(
    user: String
  ) async throws(TableError) -> (CookingCounters, mostCooked: CookedRecipe?) {
    let counters = try CookingCounters(await table.get(CookingCounters.key(user: user)))
    var cooked: [CookedRecipe] = []
    let query = Query(
      partition: CookingKey.partition(user),
      sort: .beginsWith(CookedRecipe.sortPrefix)
    )
    try await table.forEachPage(query) { (page) throws(TableError) in
      for item in page.items { cooked.append(try CookedRecipe(ItemReader(item))) }
    }
    return (counters, CookedRecipe.most(of: cooked))
  }
}

// MARK: - Starting

extension CookingHistoryStore {
  enum Start: Equatable {
    case started
    /// The key's first request was answered with these bytes.
    case answered([UInt8])
    /// The key belongs to another request.
    case keyIsTaken
  }

  /// What a request with this key was answered; nil when the key is new.
  func earlierStart(
    user: String,
    key: String,
    fingerprint: [UInt8],
    at seconds: Int64
  ) async throws(TableError) -> Start? {
    let record = IdempotencyRecord(
      partition: CookingKey.partition(user),
      idempotencyKey: key,
      fingerprint: fingerprint,
      now: seconds
    )
    guard let item = try await table.get(record.key) else { return nil }
    return try Self.start(from: item, fingerprint: fingerprint)
  }

  /// Stores a session, counts it and keeps its answer under the key, together or not at all.
  func start(
    _ session: SessionRecord,
    key: (text: String, fingerprint: [UInt8], answer: [UInt8])?,
    at seconds: Int64,
    deadline: Deadline?
  ) async throws -> Start {
    var writes: [Write] = [
      .put(session.item(), if: .itemNotExists),
      CookingCounters.started().write(user: session.user),
    ]
    if let key {
      let record = IdempotencyRecord(
        partition: CookingKey.partition(session.user),
        idempotencyKey: key.text,
        fingerprint: key.fingerprint,
        now: seconds
      )
      writes.append(record.answered(key.answer).claim(at: seconds))
    }
    return try await retryingWrites(until: deadline) { [writes] in
      do throws(TableError) {
        try await table.transactWrite(writes)
        return .started
      } catch {
        guard let key, case .transactionCancelled(let reasons) = error,
          case .conditionFailed(let old?)? = reasons.last
        else { throw error }
        return try Self.start(from: old, fingerprint: key.fingerprint)
      }
    }
  }

  private static func start(
    from item: Item,
    fingerprint: [UInt8]
  ) throws(TableError) -> Start {
    switch try IdempotencyRecord.outcome(of: item, fingerprint: fingerprint) {
    case .replay(let answer): .answered(answer)
    case .differentRequest: .keyIsTaken
    // A start keeps its answer in the transaction that does the work.
    case .inProgress: throw .malformedItem(key: item.key, attribute: "response", expected: "there")
    }
  }
}
