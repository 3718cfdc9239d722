import SingleTable

// MARK: - Alerting

extension UnknownReportStore {
  /// A page of the alerts that admins have not been told.
  nonisolated(nonsending) func alerts(from startKey: StartKey?) async throws(TableError) -> Page {
    try await table.query(
      Query(
        partition: UnknownAlert.partition,
        limit: Limits.alertsAtOnceMax,
        startKey: startKey
      )
    )
  }

  /// Takes an alert upon this process; false when another one has it, or has told it.
  nonisolated(nonsending) func claim(
    _ alert: UnknownAlert,
    at milliseconds: Int64
  ) async throws(TableError) -> Bool {
    let end = AttributePath("claimedUntil")
    do {
      try await table.update(
        alert.key,
        Update().set(end, .int(milliseconds + Limits.alertClaimMilliseconds)),
        if: .itemExists && .lessOrEqual(end, .int(milliseconds)),
        returning: .none
      )
      return true
    } catch .conditionFailed {
      return false
    }
  }

  nonisolated(nonsending) func settle(_ alert: UnknownAlert) async throws(TableError) {
    try await table.delete(alert.key)
  }
}
