import SingleTable

extension UnknownReport: ItemRecord {
  static let pendingPartition = "UNKNOWN#PENDING"

  init(_ reader: ItemReader) throws(TableError) {
    name = try reader.string("name")
    sample = try reader.string("sample")
    reporterCount = try reader.int("count")
    state = try reader.value("state", "a state") { $0.stringValue.flatMap(State.init) }
    createTime = Int64(try reader.int("createTime"))
    updateTime = Int64(try reader.int("updateTime"))
  }

  func item() -> Item {
    var item = Item(
      UnknownReportStore.summaryKey(name),
      [
        "name": .string(name),
        "sample": .string(sample),
        "count": .int(reporterCount),
        "state": .string(state.rawValue),
        "createTime": .int(createTime),
        "updateTime": .int(updateTime),
      ]
    )
    if state == .pending {
      item.setIndex(
        .gsi1,
        partition: Self.pendingPartition,
        sort: "COUNT#\(Self.sortable(reporterCount))#\(name)"
      )
    }
    return item
  }

  /// Sorts as text: six digits, enough for everybody who will ever miss one food.
  static func sortable(_ count: Int) -> String {
    let digits = String(count)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}

/// Who reported a name, so that everybody counts once.
struct UnknownReporter: Sendable, Equatable {
  let name: String
  let user: String
  /// Milliseconds since 1970.
  let at: Int64
}

extension UnknownReporter: ItemRecord {
  static func partition(of user: String) -> String { "UNKNOWN#REPORTER#\(user)" }

  init(_ reader: ItemReader) throws(TableError) {
    name = try reader.string("name")
    user = try reader.string("user")
    at = Int64(try reader.int("at"))
  }

  func item() -> Item {
    var item = Item(
      UnknownReportStore.reporterKey(name, user),
      ["name": .string(name), "user": .string(user), "at": .int(at)]
    )
    item.setIndex(.gsi2, partition: Self.partition(of: user), sort: name)
    return item
  }
}
