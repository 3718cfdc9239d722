/// Free suggestion calls a calendar month (UTC).
struct Quota: Sendable, Equatable {
  let callsMax: Int
}

/// A calendar month in UTC.
struct Month: Sendable, Equatable {
  /// `2026-11`.
  let name: String
  /// Epoch seconds of the first moment of the next month.
  let end: Int64

  init(at epochSeconds: Int64) {
    let days = epochSeconds.floorDivided(by: 86_400)
    let (year, month) = Self.civil(days: days)
    let (nextYear, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1)
    let paddedMonth = month < 10 ? "0\(month)" : "\(month)"
    name = "\(year)-\(paddedMonth)"
    end = Self.days(year: nextYear, month: nextMonth) * 86_400
  }

  /// First day of the next month, `2026-12-01`.
  var resetDate: String {
    let next = Month(at: end)
    return "\(next.name)-01"
  }

  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that
  // the leap day is the last one; eras have 400 years.
  private static func civil(days: Int64) -> (year: Int64, month: Int64) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month)
  }

  /// Days from 1970-01-01 to the first of a month.
  private static func days(year: Int64, month: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.floorDivided(by: 400)
    let yearOfEra = shifted - era * 400
    let fromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * fromMarch + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
