import Contracts
import Protobuf
import SingleTable

/// Suggestions, quota, budget and idempotency in the table.
///
/// | asked | answered by |
/// |---|---|
/// | a user's suggestion | `SUGGESTION#<user>` / `<uuidv7>`, ttl 90 d |
/// | a user's suggestions, newest first | the same partition, the sort keys that are ids |
/// | what a key was answered, or that its call is paid for | `SUGGESTION#<user>` / `IDEMPOTENCY#<key>`, ttl 24 h |
/// | calls of the month | `QUOTA#<user>` / `SUGGESTIONS#<yyyy-mm>`, ttl a day after the month |
/// | what models cost in the month, money set aside included | `BUDGET#MODEL` / `<yyyy-mm>` |
struct SuggestionStore: Sendable {
  let table: any Table

  func suggestion(_ user: String, _ id: String) async throws(TableError) -> SuggestionRecord? {
    // Other rows of the partition are no suggestions.
    guard UUIDv7(id) != nil else { return nil }
    return try await table.get(SuggestionRecord.self, SuggestionRecord.key(user, id))
  }

  func suggestions(
    _ user: String,
    from startKey: StartKey?,
    count: Int
  ) async throws(TableError) -> Page {
    let query = Query(
      partition: SuggestionRecord.partition(user),
      // Every id of this century begins with a digit, and no other row does.
      sort: .between("0", ":"),
      isReversed: true,
      startKey: startKey
    )
    return try await table.collect(query, count: count)
  }

  func setFeedback(
    _ user: String,
    _ id: String,
    _ feedback: SuggestionFeedback
  ) async throws(TableError) -> SuggestionRecord? {
    let item = try await table.update(
      SuggestionRecord.key(user, id),
      Update().set("feedback", .binary(feedback.encoded())),
      if: .itemExists
    )
    guard let item else { return nil }
    return try SuggestionRecord(ItemReader(item))
  }

  func write(_ writes: [Write]) async throws(TableError) {
    try await table.transactWrite(writes)
  }
}

// MARK: - Calls of the month

extension SuggestionStore {
  func callsUsed(_ user: String, in month: Month) async throws(TableError) -> Int {
    try await table.get(Self.quotaKey(user, month))?["count"]?.intValue ?? 0
  }

  /// Counts one more call; false when the quota is used up.
  func takeCall(_ user: String, in month: Month, quota: Quota) async throws(TableError) -> Bool {
    guard quota.callsMax > 0 else { return false }
    let update = Update().add("count", 1)
      .set(AttributePath(AttributeName.ttl), .int(month.end + 86_400))
    do throws(TableError) {
      try await table.update(
        Self.quotaKey(user, month),
        update,
        if: .notExists("count") || .less("count", .int(quota.callsMax)),
        returning: .none
      )
      return true
    } catch {
      if case .conditionFailed = error { return false }
      throw error
    }
  }

  /// A call that gave nothing is not counted.
  func giveBackCall(_ user: String, in month: Month) async throws(TableError) {
    try await table.update(
      Self.quotaKey(user, month),
      Update().add("count", -1),
      if: .exists("count"),
      returning: .none
    )
  }

  static func quotaPartition(_ user: String) -> String { "QUOTA#\(user)" }

  private static func quotaKey(_ user: String, _ month: Month) -> Key {
    Key(quotaPartition(user), "SUGGESTIONS#\(month.name)")
  }
}

// MARK: - Money of the month

extension SuggestionStore {
  /// Sets money aside; false when it does not fit below `max`.
  func reserve(
    _ microUSD: Int64,
    in month: Month,
    max: Int64
  ) async throws(TableError) -> Bool {
    do throws(TableError) {
      try await table.update(
        Self.budgetKey(month),
        Update().add("microUSD", .init(microUSD)),
        if: .notExists("microUSD") || .lessOrEqual("microUSD", .int(max - microUSD)),
        returning: .none
      )
      return true
    } catch {
      if case .conditionFailed = error { return false }
      throw error
    }
  }

  func giveBack(_ microUSD: Int64, in month: Month) async throws(TableError) {
    try await table.update(
      Self.budgetKey(month),
      Update().add("microUSD", .init(-microUSD)),
      returning: .none
    )
  }

  private static func budgetKey(_ month: Month) -> Key { Key("BUDGET#MODEL", month.name) }
}
