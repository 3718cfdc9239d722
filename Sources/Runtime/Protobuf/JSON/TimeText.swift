/// Seconds and nanoseconds as proto3 JSON writes `Timestamp` and `Duration`.
enum TimeText {
  struct Moment: Equatable {
    var seconds: Int64
    var nanos: Int32
  }

  /// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
  static let timestampSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
  /// About 10,000 years.
  static let durationSeconds: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

  // MARK: Timestamp, RFC 3339

  static func timestamp(_ text: String) -> Moment? {
    var scan = Scan(Array(text.utf8))
    guard let year = scan.digits(4), scan.take("-"), let month = scan.digits(2), scan.take("-"),
      let day = scan.digits(2), scan.take("T"), let hour = scan.digits(2), scan.take(":"),
      let minute = scan.digits(2), scan.take(":"), let second = scan.digits(2),
      (1...12).contains(month), day >= 1, day <= daysIn(month, year), hour < 24, minute < 60,
      second < 60, let nanos = scan.fraction()
    else { return nil }
    var offset: Int64 = 0
    if !scan.take("Z") {
      let sign: Int64 = scan.take("-") ? -1 : 1
      guard sign == -1 || scan.take("+"), let hours = scan.digits(2), scan.take(":"),
        let minutes = scan.digits(2), hours < 24, minutes < 60
      else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    let seconds =
      days(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
      - offset
    guard scan.isAtEnd, timestampSeconds.contains(seconds) else { return nil }
    return Moment(seconds: seconds, nanos: nanos)
  }

  static func text(timestamp moment: Moment) -> String? {
    guard timestampSeconds.contains(moment.seconds), (0..<1_000_000_000).contains(moment.nanos)
    else { return nil }
    let shifted = moment.seconds - timestampSeconds.lowerBound
    let time = shifted % 86_400
    let (year, month, day) = date(days: moment.seconds.flooredQuotient(86_400))
    return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2) + "T" + pad(time / 3600, 2) + ":"
      + pad(time / 60 % 60, 2) + ":" + pad(time % 60, 2) + fraction(moment.nanos) + "Z"
  }

  // MARK: Duration

  static func duration(_ text: String) -> Moment? {
    var scan = Scan(Array(text.utf8))
    let sign: Int64 = scan.take("-") ? -1 : 1
    guard let seconds = scan.number(), let nanos = scan.fraction(), scan.take("s"), scan.isAtEnd,
      durationSeconds.contains(seconds)
    else { return nil }
    return Moment(seconds: sign * seconds, nanos: Int32(sign) * nanos)
  }

  static func text(duration moment: Moment) -> String? {
    guard durationSeconds.contains(moment.seconds),
      (-999_999_999...999_999_999).contains(moment.nanos),
      moment.seconds == 0 || moment.nanos == 0 || (moment.seconds < 0) == (moment.nanos < 0)
    else { return nil }
    let sign = moment.seconds < 0 || moment.nanos < 0 ? "-" : ""
    return sign + String(abs(moment.seconds)) + fraction(abs(moment.nanos)) + "s"
  }

  // MARK: Parts

  /// 0, 3, 6 or 9 digits.
  private static func fraction(_ nanos: Int32) -> String {
    if nanos == 0 { return "" }
    if nanos % 1_000_000 == 0 { return "." + pad(Int64(nanos / 1_000_000), 3) }
    if nanos % 1000 == 0 { return "." + pad(Int64(nanos / 1000), 6) }
    return "." + pad(Int64(nanos), 9)
  }

  private static func pad(_ value: Int64, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func daysIn(_ month: Int64, _ year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 in the Gregorian calendar; years begin in March, so leap days come last.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year.flooredQuotient(400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func date(days: Int64) -> (Int64, Int64, Int64) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Reads fixed-width parts of a time.
  private struct Scan {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard position < bytes.count, UInt32(bytes[position]) == character.value else {
        return false
      }
      position += 1
      return true
    }

    mutating func digits(_ count: Int) -> Int64? {
      let start = position
      guard let value = run(max: count), position - start == count else { return nil }
      return value
    }

    mutating func number() -> Int64? { run(max: 12) }

    /// Nanoseconds of `.123`; 0 when there is no point.
    mutating func fraction() -> Int32? {
      guard take(".") else { return 0 }
      let start = position
      guard var value = run(max: 9) else { return nil }
      for _ in (position - start)..<9 { value *= 10 }
      return Int32(value)
    }

    private mutating func run(max: Int) -> Int64? {
      var value: Int64 = 0
      let start = position
      while position < bytes.count, position - start < max,
        (0x30...0x39).contains(bytes[position])
      {
        value = value * 10 + Int64(bytes[position] - 0x30)
        position += 1
      }
      return position > start ? value : nil
    }
  }
}

extension Int64 {
  /// The quotient rounded down, also for negative numbers.
  fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
