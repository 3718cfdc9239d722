/// One page of the items of one partition, in order of the sort key.
package struct Query: Sendable {
  package var index: Index
  package var partition: String
  package var sort: SortCondition?
  /// Descending order of the sort key.
  package var isReversed: Bool
  /// Items examined at most, before the filter; nil: up to 1 MB.
  package var limit: Int?
  /// `Page.lastKey` of the page before.
  package var startKey: StartKey?
  /// Drops examined items; cannot look at the key of the queried index.
  package var filter: Condition?
  /// Names of the attributes wanted, besides the key; nil: all.
  package var projection: [String]?

  package init(
    _ index: Index = .base,
    partition: String,
    sort: SortCondition? = nil,
    isReversed: Bool = false,
    limit: Int? = nil,
    startKey: StartKey? = nil,
    filter: Condition? = nil,
    projection: [String]? = nil
  ) {
    self.index = index
    self.partition = partition
    self.sort = sort
    self.isReversed = isReversed
    self.limit = limit
    self.startKey = startKey
    self.filter = filter
    self.projection = projection
  }
}

/// What the sort key has to be; compared by bytes.
package enum SortCondition: Sendable {
  case equal(String)
  case less(String)
  case lessOrEqual(String)
  case greater(String)
  case greaterOrEqual(String)
  /// Both ends included.
  case between(String, String)
  case beginsWith(String)
}

/// The item after which a query goes on.
package struct StartKey: Sendable, Equatable {
  package var key: Key
  /// The sort key in the queried index; nil for the base table.
  package var indexSort: String?

  package init(key: Key, indexSort: String? = nil) {
    self.key = key
    self.indexSort = indexSort
  }

  package static func == (left: StartKey, right: StartKey) -> Bool {
    guard left.key == right.key else { return false }
    switch (left.indexSort, right.indexSort) {
    case (nil, nil): return true
    case (let a?, let b?): return String.areSame(a, b)
    default: return false
    }
  }
}

package struct Page: Sendable {
  package var items: [Item]
  /// Where the next page starts; nil after the last one.
  ///
  /// A page may be empty and still not be the last.
  package var lastKey: StartKey?
  /// Items examined, those included that the filter dropped.
  package var scannedCount: Int

  package init(items: [Item], lastKey: StartKey?, scannedCount: Int) {
    self.items = items
    self.lastKey = lastKey
    self.scannedCount = scannedCount
  }
}

extension StartKey {
  /// The place of `item` in `index`.
  package init?(of item: Item, in index: Index) {
    guard let key = item.key else { return nil }
    guard index != .base else {
      self.init(key: key)
      return
    }
    guard let sort = item[index.sortName]?.stringValue else { return nil }
    self.init(key: key, indexSort: sort)
  }
}
