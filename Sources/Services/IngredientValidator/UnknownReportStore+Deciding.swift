import SingleTable

// MARK: - Deciding

extension UnknownReportStore {
  enum Decision: Sendable, Equatable {
    case done
    /// The name waits no more.
    case decidedBefore
    /// There is a food with the id of the new one; or no food to name, or it has all its names.
    case refusedByFood
  }

  /// A page of what waits, those with most reporters first.
  nonisolated(nonsending) func pending(
    count: Int,
    from startKey: StartKey?
  ) async throws(TableError) -> Page {
    let query = Query(
      .gsi1,
      partition: UnknownReport.pendingPartition,
      isReversed: true,
      startKey: startKey
    )
    return try await table.collect(query, count: count)
  }

  /// Decides a report, with the food and the list's version in one transaction.
  nonisolated(nonsending) func decide(
    _ report: UnknownReport,
    as resolution: UnknownResolution,
    by admin: String,
    at milliseconds: Int64
  ) async throws(TableError) -> Decision {
    let writes =
      [report.decide(resolution, by: admin, at: milliseconds)]
      + resolution.writes(naming: report.alias)
    do {
      try await table.transactWrite(writes)
      return .done
    } catch .transactionCancelled(let reasons) where reasons.contains(where: \.isConditionFailed) {
      return reasons.first?.isConditionFailed == true ? .decidedBefore : .refusedByFood
    }
  }
}

// MARK: - A user's reports

extension UnknownReportStore {
  /// The names that a user reported, in their order.
  nonisolated(nonsending) func reports(
    by user: String,
    from startKey: StartKey? = nil
  ) async throws(TableError) -> Page {
    try await table.query(
      Query(
        .gsi2,
        partition: UnknownReporter.partition(of: user),
        limit: Limits.erasedAtOnceMax,
        startKey: startKey
      )
    )
  }

  /// Forgets who reported until then, in milliseconds; how many did stays.
  nonisolated(nonsending) func forget(_ user: String, until: Int64) async throws(TableError) {
    var page = try await reports(by: user)
    while true {
      let reporters = try page.records(UnknownReporter.self).filter { $0.at <= until }
      if !reporters.isEmpty {
        try await table.batchWrite(
          reporters.map { .delete(UnknownReportStore.reporterKey($0.name, $0.user)) }
        )
      }
      guard let last = page.lastKey else { return }
      page = try await reports(by: user, from: last)
    }
  }
}
