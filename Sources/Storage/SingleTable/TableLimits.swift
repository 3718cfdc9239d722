/// DynamoDB's limits; every backend holds them, so that a service that works on one works on all.
package enum TableLimits {
  package static let itemBytesMax = 400 * 1024
  package static let partitionKeyBytesMax = 2048
  package static let sortKeyBytesMax = 1024
  package static let nestingMax = 32
  /// A page ends with the item that passes this.
  package static let pageBytesMax = 1024 * 1024
  package static let transactionItemsMax = 100
  package static let transactionBytesMax = 4 * 1024 * 1024
  /// Keys of one request on the wire; `batchGet` takes more and splits them.
  package static let batchGetKeysMax = 100
  /// Writes of one request on the wire; `batchWrite` takes more and splits them.
  package static let batchWriteItemsMax = 25
}

extension Key {
  package func validate() throws(TableError) {
    try Index.base.validate(partition: partition, sort: sort)
  }
}

extension Index {
  package func validate(partition: String, sort: String?) throws(TableError) {
    guard !partition.isEmpty else { throw .validation("\(partitionName): must not be empty") }
    guard partition.utf8.count <= TableLimits.partitionKeyBytesMax else {
      throw .validation(
        "\(partitionName): at most \(TableLimits.partitionKeyBytesMax) bytes"
      )
    }
    guard let sort else { return }
    guard !sort.isEmpty else { throw .validation("\(sortName): must not be empty") }
    guard sort.utf8.count <= TableLimits.sortKeyBytesMax else {
      throw .validation("\(sortName): at most \(TableLimits.sortKeyBytesMax) bytes")
    }
  }
}

extension Item {
  /// Whether the table takes this item.
  package func validate() throws(TableError) {
    guard let key else { throw .validation("PK and SK: must be there and be strings") }
    try key.validate()
    for index in Index.secondary {
      try validateIndexKey(index.partitionName, bytesMax: TableLimits.partitionKeyBytesMax)
      try validateIndexKey(index.sortName, bytesMax: TableLimits.sortKeyBytesMax)
    }
    if let ttl = self[AttributeName.ttl] {
      guard let seconds = ttl.intValue, seconds > 0 else {
        throw .validation("ttl: must be whole epoch seconds")
      }
    }
    guard storedBytes <= TableLimits.itemBytesMax else {
      throw .validation("item: at most \(TableLimits.itemBytesMax) bytes")
    }
    for attribute in attributes {
      try attribute.value.validate(attribute.name, depth: 1)
    }
  }

  private func validateIndexKey(_ name: String, bytesMax: Int) throws(TableError) {
    guard let value = self[name] else { return }
    guard case .string(let text) = value, !text.isEmpty, text.utf8.count <= bytesMax else {
      throw .validation("\(name): must be a string of 1 to \(bytesMax) bytes")
    }
  }
}

extension AttributeValue {
  fileprivate func validate(_ name: String, depth: Int) throws(TableError) {
    switch self {
    case .string, .number, .binary, .bool, .null: return
    case .stringSet(let set):
      guard !set.isEmpty else { throw .validation("\(name): a set is never empty") }
    case .numberSet(let set):
      guard !set.isEmpty else { throw .validation("\(name): a set is never empty") }
    case .binarySet(let set):
      guard !set.isEmpty else { throw .validation("\(name): a set is never empty") }
    case .list(let values):
      try Self.validateDepth(name, depth)
      for value in values { try value.validate(name, depth: depth + 1) }
    case .map(let map):
      try Self.validateDepth(name, depth)
      for attribute in map { try attribute.value.validate(name, depth: depth + 1) }
    }
  }

  private static func validateDepth(_ name: String, _ depth: Int) throws(TableError) {
    guard depth <= TableLimits.nestingMax else {
      throw .validation("\(name): nested more than \(TableLimits.nestingMax) deep")
    }
  }
}

extension Condition {
  /// Refuses what DynamoDB refuses before it looks at an item.
  package func validate() throws(TableError) {
    for path in paths { try path.validate() }
    switch self {
    case .attributeExists, .attributeNotExists, .attributeType, .beginsWith, .contains: return
    case .compare(let left, _, let right) where left.path != nil && left == right:
      throw .validation("condition: an operand is compared with itself")
    case .compare(_, .equal, _), .compare(_, .notEqual, _): return
    case .compare(let left, _, let right):
      try left.validateOrdered()
      try right.validateOrdered()
    case .between(let operand, let low, let high):
      for bound in [operand, low, high] { try bound.validateOrdered() }
    case .oneOf(_, let values):
      guard (1...100).contains(values.count) else {
        throw .validation("condition: `in` takes 1 to 100 values")
      }
    case .and(let conditions), .or(let conditions):
      guard !conditions.isEmpty else {
        throw .validation("condition: `and` and `or` need an operand")
      }
      for condition in conditions { try condition.validate() }
    case .not(let condition): try condition.validate()
    }
  }
}

extension AttributePath {
  package func validate() throws(TableError) {
    guard !name.isEmpty else { throw .validation("a path begins with a name") }
    for case .at(let index) in steps where index < 0 {
      throw .validation("\(self): a list begins at 0")
    }
  }
}

extension Condition.Operand {
  fileprivate func validateOrdered() throws(TableError) {
    guard case .value(let value) = self else { return }
    switch value {
    case .string, .number, .binary: return
    default:
      throw .validation("condition: \(value.type.rawValue) values have no order")
    }
  }
}

extension Query {
  package func validate(consistency: Consistency) throws(TableError) {
    try index.validate(partition: partition, sort: nil)
    if consistency == .strong, index != .base {
      throw .validation("consistency: an index is read eventually")
    }
    if let limit, limit < 1 { throw .validation("limit: must be at least 1") }
    if let startKey, (startKey.indexSort == nil) != (index == .base) {
      throw .validation("startKey: does not come from this index")
    }
    guard let filter else { return }
    try filter.validate()
    for path in filter.paths
    where path.name == index.partitionName || path.name == index.sortName {
      throw .validation("\(path): a filter cannot look at the key")
    }
  }
}

extension Write {
  package func validate() throws(TableError) {
    switch self {
    case .put(let item, _): try item.validate()
    case .update(let key, let update, _):
      try key.validate()
      try update.validate()
    case .delete(let key, _), .check(let key, _): try key.validate()
    }
    try condition?.validate()
  }

  /// Refuses a transaction that is empty, too long, or names an item twice.
  package static func validate(transaction writes: [Write]) throws(TableError) {
    guard (1...TableLimits.transactionItemsMax).contains(writes.count) else {
      throw .validation("transaction: 1 to \(TableLimits.transactionItemsMax) writes")
    }
    var seen: Set<Key> = []
    var bytes = 0
    for write in writes {
      try write.validate()
      if case .put(let item, _) = write { bytes += item.storedBytes }
      guard bytes <= TableLimits.transactionBytesMax else {
        throw .validation("transaction: at most \(TableLimits.transactionBytesMax) bytes")
      }
      if let key = write.key, !seen.insert(key).inserted {
        throw .validation("transaction: \(key) is named twice")
      }
    }
  }
}
