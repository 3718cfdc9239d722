import DynamoDBTable
import Logging
import NIOCore
import Observability
import RPC
import SQLiteTable
import SingleTable

/// The table of a process, and how it is let go of.
struct OpenTable: Sendable {
  let table: any Table
  let close: @Sendable () async -> Void
}

extension Configuration {
  /// Opens the table where it is: a file that is made when it is missing, or one of DynamoDB.
  func openTable(
    group: any EventLoopGroup,
    metrics: TableMetrics,
    logger: Logger
  ) throws -> OpenTable {
    switch table {
    case .sqlite(let path):
      try makeDataFolder()
      let table = try SQLiteTable(path: path)
      return OpenTable(table: table) { table.close() }
    case .dynamodb(let name, let region, let endpoint):
      let connection = DynamoDBConnection(
        name: name,
        region: region,
        endpoint: endpoint,
        aws: aws,
        group: group,
        options: .serving(metrics)
      )
      return OpenTable(table: connection.table) {
        do {
          try await connection.close()
        } catch { logger.error("the connections of the table did not close", error: error) }
      }
    }
  }
}

extension DynamoDBTable.Options {
  /// Requests end with the deadline of the call that they are made for, and are put to its account.
  fileprivate static func serving(_ metrics: TableMetrics) -> DynamoDBTable.Options {
    DynamoDBTable.Options(
      deadline: {
        ServerContext.current?.deadline.map { .uptimeNanoseconds($0.uptimeNanoseconds) }
      },
      consumed: { consumed in
        metrics.consumed(
          consumed.units,
          isWrite: consumed.isWrite,
          method: ServerContext.current?.method.path
        )
      }
    )
  }
}
