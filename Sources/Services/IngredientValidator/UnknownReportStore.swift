import SingleTable

/// Names that people typed and no food has.
///
///     | what              | how                                                             |
///     |-------------------|-----------------------------------------------------------------|
///     | who reported what | BatchGet `UNKNOWN#<folded>` / `REPORTER#<user>`                 |
///     | report            | TransactWrite the same if it is not there, and                  |
///     |                   | `UNKNOWN#<folded>` / `SUMMARY`                                  |
///     | what waits        | Query GSI1 `UNKNOWN#PENDING` / `COUNT#<000007>#<folded>`        |
///     | decide a report   | TransactWrite `SUMMARY` if it waits, and the food; see          |
///     |                   | `IngredientStore`                                               |
///     | a user's reports  | Query GSI2 `UNKNOWN#REPORTER#<user>` / `<folded>`               |
///     | forget a user     | the same, and delete each `REPORTER#<user>`                     |
///     | alerts to raise   | `UNKNOWN#ALERT` / `COUNT#<000005>#<folded>`, in the transaction |
///     |                   | that counts; see `UnknownReportStore+Alerting`                  |
///
/// No folded name holds a `#`, so no report shares a partition with an index.
struct UnknownReportStore: Sendable {
  let table: any Table

  /// A name to report.
  struct Sighting: Sendable {
    let name: String
    let sample: String
  }

  /// Reporters of one name at the same moment; beyond it somebody else's report is enough.
  private static let attemptsMax = 8

  /// Counts a user for each name that this user has not reported before.
  ///
  /// A number worth an alert is reached by one call alone, since the count is part of the
  /// transaction, and so is the alert.
  nonisolated(nonsending) func report(
    _ sightings: [Sighting],
    by user: String,
    at milliseconds: Int64
  ) async throws(TableError) {
    let known = try await table.batchGet(sightings.map { Self.reporterKey($0.name, user) })
    for (sighting, known) in zip(sightings, known) where known == nil {
      try await count(sighting, by: user, at: milliseconds)
    }
  }

  nonisolated(nonsending) func report(of name: String) async throws(TableError) -> UnknownReport? {
    guard let item = try await table.get(Self.summaryKey(name)) else { return nil }
    return try UnknownReport(ItemReader(item))
  }

  private nonisolated(nonsending) func count(
    _ sighting: Sighting,
    by user: String,
    at milliseconds: Int64
  ) async throws(TableError) {
    var old = try await report(of: sighting.name)
    for _ in 0..<Self.attemptsMax {
      if let old, old.state == .decided { return }
      let new =
        old?.counting(at: milliseconds)
        ?? .first(name: sighting.name, sample: sighting.sample, at: milliseconds)
      let reporter = UnknownReporter(name: sighting.name, user: user, at: milliseconds).item()
      let unchanged: Condition =
        if let old {
          .equal("count", .int(old.reporterCount)) && .equal("state", .string(old.state.rawValue))
        } else {
          .itemNotExists
        }
      var writes = [Write.put(reporter, if: .itemNotExists), .put(new.item(), if: unchanged)]
      if new.isAlert { writes.append(.put(UnknownAlert(new).item())) }
      do {
        try await table.transactWrite(writes)
        return
      } catch .transactionCancelled(let reasons) {
        // The same user a moment ago, in another call.
        if reasons.first?.isConditionFailed == true { return }
      } catch .transactionConflict {
        // Another user: count on from there.
      }
      old = try await report(of: sighting.name)
    }
    throw .transactionConflict
  }

  static func summaryKey(_ name: String) -> Key { Key("UNKNOWN#\(name)", "SUMMARY") }
  static func reporterKey(_ name: String, _ user: String) -> Key {
    Key("UNKNOWN#\(name)", "REPORTER#\(user)")
  }
}
