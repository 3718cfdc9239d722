/// A table that can be read from end to end.
///
/// For operators: a service reads keys and partitions of its slice and never the whole table.
package protocol ScannableTable: Table {
  /// A page of the items behind `key`, in an order of the backend's own; nil begins.
  ///
  /// Items whose `ttl` has passed are left out. Items written meanwhile may be in a later page.
  nonisolated(nonsending) func scan(after key: Key?) async throws(TableError) -> ScanPage
}

package struct ScanPage: Sendable {
  package var items: [Item]
  /// What the next page comes after; nil after the last one.
  ///
  /// A page may be empty and still not be the last.
  package var lastKey: Key?

  package init(items: [Item], lastKey: Key?) {
    self.items = items
    self.lastKey = lastKey
  }
}

extension ScannableTable {
  /// Hands over every page, to the end of the table.
  package nonisolated(nonsending) func forEachScanPage(
    _ body: nonisolated(nonsending) ([Item]) async throws -> Void
  ) async throws {
    var key: Key?
    repeat {
      let page = try await scan(after: key)
      try await body(page.items)
      key = page.lastKey
    } while key != nil
  }

  /// Whether there is any item that has not expired.
  package nonisolated(nonsending) func holdsItems() async throws(TableError) -> Bool {
    var key: Key?
    repeat {
      let page = try await scan(after: key)
      if !page.items.isEmpty { return true }
      key = page.lastKey
    } while key != nil
    return false
  }
}
