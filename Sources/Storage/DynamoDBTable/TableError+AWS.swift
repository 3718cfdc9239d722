import AWS
import ItemJSON
import SingleTable

extension TableError {
  /// There is none of that name in the account and region.
  static let noTable = TableError.unavailable(stage: "open", reason: "there is no such table")

  /// The table's few errors from those of the API.
  init(_ error: AWSError, operation: Operation) {
    switch error {
    case .refused(let error): self.init(refused: error, operation: operation)
    case .throttled: self = .throttled(stage: operation.stage(mayHaveTakenEffect: false))
    case .unavailable(let reason):
      let stage = operation.stage(mayHaveTakenEffect: false)
      self = .unavailable(stage: stage, reason: reason)
    case .unknownOutcome(let reason):
      let stage = operation.stage(mayHaveTakenEffect: true)
      self = .unavailable(stage: stage, reason: reason)
    case .deadlineExceeded(let mayHaveTakenEffect):
      let stage = operation.stage(mayHaveTakenEffect: mayHaveTakenEffect)
      self = .unavailable(stage: stage, reason: "no answer before the deadline")
    }
  }

  private init(refused error: ServiceError, operation: Operation) {
    switch error.code {
    case "ConditionalCheckFailedException":
      self = .conditionFailed(old: error.body?["Item"].flatMap { Item($0) })
    case "TransactionCanceledException":
      let reasons = (error.body?["CancellationReasons"]?.elements ?? [])
        .map { CancellationReason($0) }
      // A read has no conditions: what stood against it was a write on its way.
      self = operation.isWrite ? .transactionCancelled(reasons) : .transactionConflict
    case "ResourceNotFoundException": self = .noTable
    case "TransactionConflictException": self = .transactionConflict
    case "ValidationException", "ItemCollectionSizeLimitExceededException":
      self = .validation(error.message)
    default:
      let stage = operation.stage(mayHaveTakenEffect: false)
      self = .unavailable(stage: stage, reason: "\(error): \(error.message)")
    }
  }
}

extension CancellationReason {
  /// `{"Code": "ConditionalCheckFailed", "Item": {…}}`.
  init(_ json: JSON) {
    switch json["Code"]?.string {
    case "None", nil: self = .none
    case "ConditionalCheckFailed":
      self = .conditionFailed(old: json["Item"].flatMap { Item($0) })
    case "TransactionConflict", "DuplicateItem": self = .transactionConflict
    case "ThrottlingError", "ProvisionedThroughputExceeded": self = .throttled
    case let code?: self = .validation(json["Message"]?.string ?? code)
    }
  }
}
