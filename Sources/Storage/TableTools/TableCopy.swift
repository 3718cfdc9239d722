package import SingleTable

/// Copies every item of one table into another, of any backend.
///
/// What is written to the source meanwhile may be missing: stop its writers first, or copy a backup.
package struct TableCopy: Sendable {
  package enum Failure: Error, Equatable, CustomStringConvertible {
    case targetNotEmpty

    package var description: String {
      "the target has items already; they are only written over when that is asked for"
    }
  }

  private let source: any ScannableTable
  private let target: any ScannableTable

  package init(from source: any ScannableTable, to target: any ScannableTable) {
    self.source = source
    self.target = target
  }

  /// Answers the number of items copied.
  ///
  /// `mayMerge` goes on when the target has items, and replaces those of the same key.
  package func run(
    mayMerge: Bool = false,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    if !mayMerge, try await target.holdsItems() { throw Failure.targetNotEmpty }
    var (key, isDone) = (Key?.none, false)
    return try await ItemWriter(table: target, progress: progress).write {
      guard !isDone else { return nil }
      let page = try await source.scan(after: key)
      key = page.lastKey
      isDone = page.lastKey == nil
      return page.items
    }
  }
}
