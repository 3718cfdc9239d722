/// The time a client gives to its request: `x-request-timeout: 1500ms`, `2s` or `1m`.
enum RequestTimeout {
  /// Nil when it is not one to eight digits and a unit, or zero.
  static func parse(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...8).contains(digits.count), let count = Int64(digits), count > 0 else { return nil }
    switch text[digits.endIndex...] {
    case "ms": return .milliseconds(count)
    case "s": return .seconds(count)
    case "m": return .seconds(count * 60)
    default: return nil
    }
  }
}
