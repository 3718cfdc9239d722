package import SingleTable

/// What a whole table holds, prefix by prefix, and what of it should not be there.
package struct TableInventory: Sendable {
  package struct Count: Sendable, Equatable {
    package var items = 0
    package var bytes = 0
  }

  /// By prefix of the slices, in the order they were given.
  package private(set) var counts: [(prefix: String, count: Count)]
  /// A line each: items that break a rule of the table or belong to no slice.
  package private(set) var problems: [String] = []

  package init(prefixes: [String]) { counts = prefixes.map { ($0, Count()) } }

  package var total: Count {
    counts.reduce(into: Count()) { sum, entry in
      sum.items += entry.count.items
      sum.bytes += entry.count.bytes
    }
  }

  /// Reads the whole table.
  package mutating func take(_ table: any ScannableTable) async throws(TableError) {
    var key: Key?
    repeat {
      let page = try await table.scan(after: key)
      for item in page.items { add(item) }
      key = page.lastKey
    } while key != nil
  }

  package mutating func add(_ item: Item) {
    do throws(TableError) { try item.validate() } catch {
      report("\(item.key?.description ?? "an item without key"): \(error)")
    }
    guard let partition = item.key?.partition, let owner = slice(of: partition) else {
      report("\(item.key?.description ?? "an item without key"): belongs to no slice")
      return
    }
    counts[owner].count.items += 1
    counts[owner].count.bytes += item.storedBytes
    for index in Index.secondary {
      guard let listed = item[index.partitionName]?.stringValue, slice(of: listed) == nil else {
        continue
      }
      report("\(partition): \(index.partitionName) belongs to no slice")
    }
  }

  private func slice(of partition: String) -> Int? {
    counts.firstIndex { partition.hasBytePrefix($0.prefix) }
  }

  private mutating func report(_ problem: String) {
    if problems.count < Limits.problemsMax { problems.append(problem) }
  }
}
