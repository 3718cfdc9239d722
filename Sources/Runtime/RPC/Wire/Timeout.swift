/// The `grpc-timeout` header: at most eight digits and a unit.
///
///     timeout = 1*8DIGIT ( "H" / "M" / "S" / "m" / "u" / "n" )
enum Timeout {
  static let header = "grpc-timeout"

  /// Nil when the text is not of this form.
  static func parse(_ text: some BidirectionalCollection<UInt8>) -> Duration? {
    guard let unit = text.last, (2...9).contains(text.count) else { return nil }
    var value: Int64 = 0
    for digit in text.dropLast() {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - 0x30)
    }
    switch unit {
    case UInt8(ascii: "H"): return .seconds(value * 3_600)
    case UInt8(ascii: "M"): return .seconds(value * 60)
    case UInt8(ascii: "S"): return .seconds(value)
    case UInt8(ascii: "m"): return .milliseconds(value)
    case UInt8(ascii: "u"): return .microseconds(value)
    case UInt8(ascii: "n"): return .nanoseconds(value)
    default: return nil
    }
  }

  /// The finest unit that holds the duration in eight digits, rounded up; `0n` once it has passed.
  static func format(_ duration: Duration) -> String {
    let nanoseconds = max(0, duration.nanosecondsClamped)
    for (unit, size) in units {
      let count = nanoseconds / size + (nanoseconds % size == 0 ? 0 : 1)
      if count <= 99_999_999 { return "\(count)\(unit)" }
    }
    return "99999999H"
  }

  private static let units: [(String, Int64)] = [
    ("n", 1), ("u", 1_000), ("m", 1_000_000), ("S", 1_000_000_000), ("M", 60_000_000_000),
    ("H", 3_600_000_000_000),
  ]
}
