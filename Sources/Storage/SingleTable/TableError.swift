/// Why a table refused or failed.
package enum TableError: Error, Sendable, Equatable {
  /// The condition did not hold; `old` is the item that failed it, nil when there is none.
  case conditionFailed(old: Item?)
  /// Nothing of the transaction was written; one reason per write, in order.
  case transactionCancelled([CancellationReason])
  /// The same items are being changed by another transaction: worth another try.
  case transactionConflict
  /// Too many requests at once; nothing was done: worth another try after a pause.
  case throttled(stage: String)
  /// The request breaks a rule of the table and always will.
  case validation(String)
  /// The key is not in the slice of the caller; a mistake in the service.
  case outsideSlice(String)
  /// The stored item is not what the record expects; a mistake in a service or a newer writer.
  case malformedItem(key: Key?, attribute: String, expected: String)
  /// The table cannot be reached or used. The write may or may not have happened if `stage` is
  /// `commit`; at any other stage nothing was written.
  case unavailable(stage: String, reason: String)
}

/// What one write of a cancelled transaction had to do with it.
package enum CancellationReason: Sendable, Equatable {
  /// This write was fine.
  case none
  /// `old` is the item that failed the condition, nil when there is none.
  case conditionFailed(old: Item?)
  case transactionConflict
  case throttled
  case validation(String)
}

extension CancellationReason {
  package var isConditionFailed: Bool {
    if case .conditionFailed = self { true } else { false }
  }
}

extension TableError: CustomStringConvertible {
  /// For logs; items are not printed, since they hold people's data.
  package var description: String {
    switch self {
    case .conditionFailed(let old):
      "condition failed on \(old?.key?.description ?? "an item that does not exist")"
    case .transactionCancelled(let reasons):
      "transaction cancelled: \(reasons.map(\.description).joined(separator: ", "))"
    case .transactionConflict: "transaction conflict"
    case .throttled(let stage): "throttled at \(stage)"
    case .validation(let rule): "invalid request: \(rule)"
    case .outsideSlice(let key): "key outside the slice: \(key)"
    case .malformedItem(let key, let attribute, let expected):
      "malformed item \(key?.description ?? "without key"): \(attribute) is not \(expected)"
    case .unavailable(let stage, let reason): "table unavailable at \(stage): \(reason)"
    }
  }
}

extension CancellationReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .none: "none"
    case .conditionFailed: "condition failed"
    case .transactionConflict: "conflict"
    case .throttled: "throttled"
    case .validation(let rule): "invalid: \(rule)"
    }
  }
}
