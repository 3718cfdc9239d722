import AWS

/// What one request has cost, as the table counts it.
package struct ConsumedCapacity: Sendable, Equatable {
  /// The operation of the API, as in `Query`.
  package let operation: String
  package let isWrite: Bool
  /// Read or write units, in steps of a half.
  package let units: Double
}

extension ConsumedCapacity {
  /// Reads the sum over all tables of an answer, which is one object or a list of them.
  init?(_ answer: JSON, operation: Operation) {
    guard let consumed = answer["ConsumedCapacity"] else { return nil }
    let parts = consumed.elements ?? [consumed]
    units = parts.reduce(0) { $0 + ($1["CapacityUnits"]?.double ?? 0) }
    self.operation = operation.rawValue
    isWrite = operation.isWrite
  }
}
