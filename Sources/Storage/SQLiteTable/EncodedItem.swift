import SingleTable

/// An item as one row: its key, the columns the indexes need, and the rest as bytes.
struct EncodedItem: Sendable {
  struct IndexKey: Sendable {
    let partition: String
    let sort: String
  }

  let key: Key
  let ttl: Int64?
  /// For GSI1 to GSI3; nil where the item is not in the index.
  let indexKeys: [IndexKey?]
  let body: [UInt8]

  /// `item` has been validated.
  init(_ item: Item, key: Key) {
    self.key = key
    ttl = item.ttl
    indexKeys = Index.secondary.map { item.indexKey(in: $0) }
    body = ItemEncoder.encode(item)
  }
}

extension Item {
  fileprivate func indexKey(in index: Index) -> EncodedItem.IndexKey? {
    guard let partition = self[index.partitionName]?.stringValue,
      let sort = self[index.sortName]?.stringValue
    else { return nil }
    return EncodedItem.IndexKey(partition: partition, sort: sort)
  }

  /// Whether a row of `self` and one of `other` differ in nothing but the body.
  func sharesColumns(with other: Item) -> Bool {
    self[AttributeName.ttl] == other[AttributeName.ttl]
      && Index.secondary.allSatisfy { index in
        self[index.partitionName] == other[index.partitionName]
          && self[index.sortName] == other[index.sortName]
      }
  }
}
