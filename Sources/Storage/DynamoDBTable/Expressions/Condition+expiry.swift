import SingleTable

/// DynamoDB removes expired items late, and until then its conditions see them. These make it look
/// at them as at items that do not exist.
extension Condition {
  /// The item has not expired, or there is none.
  static func isLive(at epochSeconds: Int64) -> Condition {
    .or([
      .notExists(AttributePath(AttributeName.ttl)),
      .greater(AttributePath(AttributeName.ttl), .int(epochSeconds)),
    ])
  }

  /// The item is there and has expired.
  static func isExpired(at epochSeconds: Int64) -> Condition {
    .lessOrEqual(AttributePath(AttributeName.ttl), .int(epochSeconds))
  }

  /// Holds for an expired item exactly if this holds for one that does not exist.
  func ignoringExpired(at epochSeconds: Int64) -> Condition {
    evaluate(nil)
      ? .or([self, .isExpired(at: epochSeconds)])
      : .and([self, .isLive(at: epochSeconds)])
  }
}
