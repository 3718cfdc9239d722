/// Numbers as proto3 JSON allows them.
enum JSONNumber {
  /// An integer; `1.0` and `1e2` are integers too.
  static func integer<Value: FixedWidthInteger>(
    _ text: ArraySlice<UInt8>,
    as type: Value.Type
  ) throws(JSONFault) -> Value {
    guard JSONLexer.endOfNumber(text) == text.endIndex else { throw JSONFault("must be a number") }
    let string = String(decoding: text, as: UTF8.self)
    // No integer is longer than -9223372036854775808, and trying costs each digit.
    if text.count <= 20, let value = Value(string) { return value }
    guard let number = Double(string) else { throw JSONFault("must be a number") }
    guard number.rounded(.towardZero) == number else { throw JSONFault("must be a whole number") }
    guard text.contains(where: { "eE.".utf8.contains($0) }), let value = Value(exactly: number)
    else {
      throw JSONFault("must be between \(Value.min) and \(Value.max)")
    }
    return value
  }

  /// A finite number that a double can hold, or one of the three names.
  static func double(_ text: ArraySlice<UInt8>) throws(JSONFault) -> Double {
    if text.elementsEqual("NaN".utf8) { return .nan }
    if text.elementsEqual("Infinity".utf8) { return .infinity }
    if text.elementsEqual("-Infinity".utf8) { return -.infinity }
    guard JSONLexer.endOfNumber(text) == text.endIndex,
      let number = Double(String(decoding: text, as: UTF8.self))
    else { throw JSONFault("must be a number") }
    guard number.isFinite else { throw JSONFault("is out of range") }
    return number
  }

  static func float(_ text: ArraySlice<UInt8>) throws(JSONFault) -> Float {
    let number = try double(text)
    let value = Float(number)
    guard value.isFinite == number.isFinite else { throw JSONFault("is out of range") }
    return value
  }

  /// The shortest text that reads back as the same number.
  static func text(_ value: Double) -> String { text(value, value.description) }
  static func text(_ value: Float) -> String { text(Double(value), value.description) }

  private static func text(_ value: Double, _ description: String) -> String {
    if value.isNaN { return "\"NaN\"" }
    if value.isInfinite { return value < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
    return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}
