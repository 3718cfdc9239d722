/// How many people missed a food, and when that is worth a word.
struct UnknownReport: Sendable, Equatable {
  enum State: String, Sendable {
    /// Waits for a decision.
    case pending
    /// Became a food, an alias, or nothing; new reports are not counted.
    case decided
  }

  /// The name without marks; identifies the report.
  var name: String
  /// The name as it was first typed.
  var sample: String
  /// Distinct users.
  var reporterCount: Int
  var state: State
  /// Milliseconds since 1970.
  var createTime: Int64
  var updateTime: Int64

  static let alertCount = 5

  /// True at 5 reporters and at each doubling: 10, 20, 40.
  var isAlert: Bool {
    guard reporterCount >= Self.alertCount, reporterCount % Self.alertCount == 0 else {
      return false
    }
    return (reporterCount / Self.alertCount).nonzeroBitCount == 1
  }

  /// The report after one more user typed the name.
  func counting(at milliseconds: Int64) -> UnknownReport {
    var next = self
    next.reporterCount += 1
    next.updateTime = max(updateTime, milliseconds)
    return next
  }

  static func first(name: String, sample: String, at milliseconds: Int64) -> UnknownReport {
    UnknownReport(
      name: name,
      sample: sample,
      reporterCount: 1,
      state: .pending,
      createTime: milliseconds,
      updateTime: milliseconds
    )
  }
}
