package import SingleTable

extension SQLiteTable: ScannableTable {
  package nonisolated(nonsending) func scan(
    after key: Key?
  ) async throws(TableError) -> ScanPage {
    let moment = now()
    return try read { reader throws(SQLiteFailure) in try reader.scan(after: key, now: moment) }
  }
}
