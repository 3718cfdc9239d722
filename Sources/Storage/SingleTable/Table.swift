/// The one table of the product, in DynamoDB's model.
///
/// An item whose `ttl` has passed does not exist: not for reads, queries, conditions or updates,
/// whether or not the backend has already removed it.
///
/// Nothing is acknowledged before it is durable. Cancelling the caller's task does not undo or
/// stop a write.
package protocol Table: Sendable {
  nonisolated(nonsending) func get(
    _ key: Key,
    consistency: Consistency
  ) async throws(TableError) -> Item?

  /// Answers in the order of `keys`, nil where there is no item; any number of keys.
  nonisolated(nonsending) func batchGet(
    _ keys: [Key],
    consistency: Consistency
  ) async throws(TableError) -> [Item?]

  /// One page; see `Query`. Strong consistency is refused on an index, as DynamoDB does.
  nonisolated(nonsending) func query(
    _ query: Query,
    consistency: Consistency
  ) async throws(TableError) -> Page

  /// Does one write, or throws `conditionFailed` with the item that stood against it.
  @discardableResult
  nonisolated(nonsending) func write(
    _ write: Write,
    returning: ReturnValues
  ) async throws(TableError) -> Item?

  /// Any number of writes, each by itself: an error may leave some of them done.
  nonisolated(nonsending) func batchWrite(_ writes: [BatchWrite]) async throws(TableError)

  /// All or none; up to 100 writes of different items, or throws `transactionCancelled`.
  nonisolated(nonsending) func transactWrite(_ writes: [Write]) async throws(TableError)

  /// Up to 100 items as they were together at one moment.
  nonisolated(nonsending) func transactGet(_ keys: [Key]) async throws(TableError) -> [Item?]
}

extension Table {
  package nonisolated(nonsending) func get(_ key: Key) async throws(TableError) -> Item? {
    try await get(key, consistency: .strong)
  }

  package nonisolated(nonsending) func batchGet(_ keys: [Key]) async throws(TableError) -> [Item?] {
    try await batchGet(keys, consistency: .strong)
  }

  /// Strong on the base table, eventual on an index.
  package nonisolated(nonsending) func query(_ query: Query) async throws(TableError) -> Page {
    try await self.query(query, consistency: query.index == .base ? .strong : .eventual)
  }

  @discardableResult
  package nonisolated(nonsending) func put(
    _ item: Item,
    if condition: Condition? = nil,
    returning: ReturnValues = .none
  ) async throws(TableError) -> Item? {
    try await write(.put(item, if: condition), returning: returning)
  }

  /// Answers with the item after the update unless told otherwise.
  @discardableResult
  package nonisolated(nonsending) func update(
    _ key: Key,
    _ update: Update,
    if condition: Condition? = nil,
    returning: ReturnValues = .new
  ) async throws(TableError) -> Item? {
    try await write(.update(key, update, if: condition), returning: returning)
  }

  @discardableResult
  package nonisolated(nonsending) func delete(
    _ key: Key,
    if condition: Condition? = nil,
    returning: ReturnValues = .none
  ) async throws(TableError) -> Item? {
    try await write(.delete(key, if: condition), returning: returning)
  }

  /// Follows pages until `count` items passed the filter or the partition ends.
  ///
  /// `lastKey` of the answer is nil only at the end of the partition.
  package nonisolated(nonsending) func collect(
    _ query: Query,
    count: Int
  ) async throws(TableError) -> Page {
    var query = query
    if query.index != .base, query.projection?.contains(query.index.sortName) == false {
      // The place of the last item kept.
      query.projection?.append(query.index.sortName)
    }
    var collected = Page(items: [], lastKey: query.startKey, scannedCount: 0)
    repeat {
      let missing = count - collected.items.count
      // The limit counts before the filter: what is rare would cost a query for each item.
      let isSparse = collected.items.count < collected.scannedCount
      query.limit = isSparse ? max(missing, Collecting.sparseItemsMin) : missing
      query.startKey = collected.lastKey
      let page = try await self.query(query)
      collected.items += page.items.prefix(missing)
      collected.lastKey = page.lastKey
      collected.scannedCount += page.scannedCount
      if page.items.count > missing, let last = collected.items.last {
        collected.lastKey = StartKey(of: last, in: query.index)
      }
    } while collected.items.count < count && collected.lastKey != nil
    return collected
  }

  /// Hands over every page of the query, to the end of the partition.
  package nonisolated(nonsending) func forEachPage(
    _ query: Query,
    _ body: (Page) throws(TableError) -> Void
  ) async throws(TableError) {
    var query = query
    repeat {
      let page = try await self.query(query)
      try body(page)
      query.startKey = page.lastKey
    } while query.startKey != nil
  }
}

private enum Collecting {
  /// Items examined at once where some are dropped: few queries, and a page of them is soon read.
  static let sparseItemsMin = 100
}
