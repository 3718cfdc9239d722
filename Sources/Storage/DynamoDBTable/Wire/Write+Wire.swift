import AWS
import ItemJSON
import SingleTable

/// A write as it is sent: with the condition under which DynamoDB is to do it.
struct SentWrite: Sendable {
  let write: Write
  let condition: Condition?

  /// An expired item counts as none: a condition is made to say so, and an update, which would see
  /// the old attributes, is refused by it.
  init(_ write: Write, now: Int64) {
    self.write = write
    if case .update = write {
      let live = Condition.isLive(at: now)
      condition = write.condition.map { .and([$0, live]) } ?? live
    } else {
      condition = write.condition?.ignoringExpired(at: now)
    }
  }

  /// What `write` comes to on an item that has expired: nil when its condition is against it.
  ///
  /// An update starts from nothing there, as a put that replaces the expired item and no other.
  init?(_ write: Write, replacing expired: Item, now: Int64) throws(TableError) {
    if let condition = write.condition, !condition.evaluate(nil) { return nil }
    guard let item = try write.apply(to: nil) else { return nil }
    try item.validate()
    self.write = .put(item)
    condition = .and([
      .equal(AttributePath(AttributeName.ttl), expired[AttributeName.ttl] ?? .null),
      .isExpired(at: now),
    ])
  }

  var operation: Operation {
    switch write {
    case .put: .putItem
    case .update: .updateItem
    case .delete: .deleteItem
    case .check: .transactWriteItems
    }
  }

  /// The name of this kind in a transaction.
  var transactionName: String {
    switch write {
    case .put: "Put"
    case .update: "Update"
    case .delete: "Delete"
    case .check: "ConditionCheck"
    }
  }

  /// The members that the write has alone as well as in a transaction.
  func write(to json: inout JSONWriter) {
    var scope = ExpressionScope()
    switch write {
    case .put(let item, _):
      json.name("Item")
      item.write(to: &json)
    case .update(let key, let update, _):
      json.name("Key")
      key.write(to: &json)
      json.member("UpdateExpression", update.expression(in: &scope))
    case .delete(let key, _), .check(let key, _):
      json.name("Key")
      key.write(to: &json)
    }
    if let condition {
      json.member("ConditionExpression", condition.expression(in: &scope))
      json.member("ReturnValuesOnConditionCheckFailure", "ALL_OLD")
    }
    scope.write(to: &json)
  }
}

extension ReturnValues {
  /// What the request asks for; the state after a put or a delete is known without asking.
  func wireName(of write: Write) -> String {
    switch (self, write) {
    case (.old, _): "ALL_OLD"
    case (.new, .update): "ALL_NEW"
    default: "NONE"
    }
  }
}
