/// Days of the proleptic Gregorian calendar, counted from 1970.
///
/// Years are taken to begin in March, so that the leap day is the last of its year.
struct CivilDate: Sendable, Equatable {
  let year: Int64
  let month: Int64
  let day: Int64

  init(year: Int64, month: Int64, day: Int64) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(epochDays: Int64) {
    let (era, dayOfEra) = (epochDays + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var epochDays: Int64 {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// `Sat, 28 Nov 2026 16:53:34 GMT`, as answers carry it (RFC 9110 §5.6.7).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func epochSeconds(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, let day = Int64(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int64(parts[3])
    else { return nil }
    let date = CivilDate(year: year, month: Int64(month) + 1, day: day)
    return ClockTime.seconds(parts[4]).map { date.epochDays * 86_400 + $0 }
  }
}

/// `2026-11-28T16:53:34Z`, as documents with credentials carry it, fractions ignored.
enum ISODate {
  static func epochSeconds(_ text: String) -> Int64? {
    guard text.hasSuffix("Z"), let middle = text.firstIndex(of: "T") else { return nil }
    let date = text[..<middle].split(separator: "-").compactMap { Int64($0) }
    let time = text[text.index(after: middle)...].dropLast().prefix { $0 != "." }
    guard date.count == 3, let seconds = ClockTime.seconds(time) else { return nil }
    return CivilDate(year: date[0], month: date[1], day: date[2]).epochDays * 86_400 + seconds
  }
}

/// `16:53:34`.
enum ClockTime {
  static func seconds(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":").compactMap { Int64($0) }
    guard parts.count == 3 else { return nil }
    return parts[0] * 3600 + parts[1] * 60 + parts[2]
  }
}
