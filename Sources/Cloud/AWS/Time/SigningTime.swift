/// A moment as signatures name it: `20150830T123600Z`.
struct SigningTime: Sendable, Equatable {
  let text: String

  /// The day alone, which is part of the credential's scope.
  var date: String { String(text.prefix(8)) }

  init(epochSeconds: Int64) {
    let (days, second) = epochSeconds.flooredDivision(by: 86_400)
    let date = CivilDate(epochDays: days)
    text =
      Self.padded(date.year, 4) + Self.padded(date.month, 2) + Self.padded(date.day, 2) + "T"
      + Self.padded(second / 3600, 2) + Self.padded(second / 60 % 60, 2)
      + Self.padded(second % 60, 2) + "Z"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
