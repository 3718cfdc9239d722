import ServiceKit
import SingleTable

/// Word for admins that a name is missed by many; kept until they have been told.
struct UnknownAlert: Sendable, Equatable {
  let name: String
  /// The name as it was first typed.
  let sample: String
  let reporterCount: Int
  /// Until when a process is about to tell it, milliseconds since 1970; 0 while none is.
  var claimedUntil: Int64 = 0

  init(_ report: UnknownReport) {
    name = report.name
    sample = report.sample
    reporterCount = report.reporterCount
  }

  var alert: AdminAlert {
    AdminAlert(
      subject: "Smart Cooking: \(reporterCount) people miss an ingredient",
      text: """
        \(reporterCount) people have asked for \u{201C}\(sample)\u{201D} (\(name)), which no food is \
        called. GET /v1/admin/unknown-ingredients lists what waits for a decision.
        """
    )
  }
}

extension UnknownAlert: ItemRecord {
  static let partition = "UNKNOWN#ALERT"

  var key: Key {
    Key(Self.partition, "COUNT#\(UnknownReport.sortable(reporterCount))#\(name)")
  }

  init(_ reader: ItemReader) throws(TableError) {
    name = try reader.string("name")
    sample = try reader.string("sample")
    reporterCount = try reader.int("count")
    claimedUntil = Int64(try reader.int("claimedUntil"))
  }

  func item() -> Item {
    Item(
      key,
      [
        "name": .string(name),
        "sample": .string(sample),
        "count": .int(reporterCount),
        "claimedUntil": .int(claimedUntil),
      ]
    )
  }
}
