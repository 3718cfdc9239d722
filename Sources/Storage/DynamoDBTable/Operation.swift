/// The operations of DynamoDB's API that a table is made of.
enum Operation: String, Sendable {
  case getItem = "GetItem"
  case putItem = "PutItem"
  case updateItem = "UpdateItem"
  case deleteItem = "DeleteItem"
  case query = "Query"
  case scan = "Scan"
  case batchGetItem = "BatchGetItem"
  case batchWriteItem = "BatchWriteItem"
  case transactGetItems = "TransactGetItems"
  case transactWriteItems = "TransactWriteItems"
  case createTable = "CreateTable"
  case describeTable = "DescribeTable"
  case deleteTable = "DeleteTable"
  case updateTimeToLive = "UpdateTimeToLive"
  case describeTimeToLive = "DescribeTimeToLive"

  var isWrite: Bool {
    switch self {
    case .putItem, .updateItem, .deleteItem, .batchWriteItem, .transactWriteItems: true
    case .getItem, .query, .scan, .batchGetItem, .transactGetItems: false
    case .createTable, .deleteTable, .updateTimeToLive: true
    case .describeTable, .describeTimeToLive: false
    }
  }

  /// Whether the answer says what it has cost.
  var isCounted: Bool {
    switch self {
    case .createTable, .describeTable, .deleteTable, .updateTimeToLive, .describeTimeToLive: false
    default: true
    }
  }

  /// Whether a request that may have taken effect is sent again.
  ///
  /// Reads, and transactions, which carry a `ClientRequestToken`: within ten minutes DynamoDB
  /// knows the request again and answers as it did before. No other write is: even an
  /// unconditional put, sent twice, could undo what somebody wrote who had seen the first.
  var isRepeatable: Bool { !isWrite || self == .transactWriteItems }

  /// What fails, for readers of errors; `commit` when a write may have happened all the same.
  func stage(mayHaveTakenEffect: Bool) -> String {
    guard isWrite else { return "read" }
    return mayHaveTakenEffect ? "commit" : "write"
  }
}
