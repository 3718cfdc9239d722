/// A decimal number as DynamoDB keeps it: up to 38 significant digits, 1E-130 to 9.9...E+125.
///
/// Always normalised (no trailing zero in `coefficient`), so equal numbers are equal bits.
package struct Number: Sendable, Hashable {
  /// `coefficient * 10^exponent`; the two halves keep the type at 8-byte alignment.
  private let high: Int64
  private let low: UInt64
  package let exponent: Int16

  package static let digitsMax = 38
  package static let zero = Number(0)

  package var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

  package init(_ value: some FixedWidthInteger) {
    guard let number = Number(coefficient: Int128(value), exponent: 0) else {
      preconditionFailure("an integer number has at most \(Number.digitsMax) digits")
    }
    self = number
  }

  /// Returns nil beyond 38 significant digits or outside the range.
  package init?(coefficient: Int128, exponent: Int) {
    var (coefficient, exponent) = (coefficient, exponent)
    if coefficient == 0 {
      exponent = 0
    } else if let small = Int64(exactly: coefficient) {
      var small = small
      while small % 10 == 0 {
        small /= 10
        exponent += 1
      }
      coefficient = Int128(small)
    } else {
      while coefficient % 10 == 0 {
        coefficient /= 10
        exponent += 1
      }
    }
    let digits = Number.digits(of: coefficient.magnitude)
    guard digits <= Number.digitsMax else { return nil }
    guard coefficient == 0 || (-130...125).contains(digits - 1 + exponent) else { return nil }
    self.high = Int64(truncatingIfNeeded: coefficient >> 64)
    self.low = UInt64(truncatingIfNeeded: coefficient)
    self.exponent = Int16(exponent)
  }

  /// Parses `-12.50`, `+3`, `.5`, `1E-7`.
  package init?(_ text: String) {
    var magnitude: UInt128 = 0
    var (exponent, digits) = (0, 0)
    var (isNegative, sawDigit, sawPoint) = (false, false, false)
    var rest = text.utf8[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var pendingZeros = 0
    scan: while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        sawDigit = true
        if sawPoint { exponent -= 1 }
        if byte == UInt8(ascii: "0") {
          if magnitude > 0 { pendingZeros += 1 }
        } else {
          // Zeros between digits count, zeros at the end only move the exponent.
          digits += pendingZeros + 1
          guard digits <= Number.digitsMax else { return nil }
          for _ in 0..<pendingZeros { magnitude *= 10 }
          magnitude = magnitude * 10 + UInt128(byte - UInt8(ascii: "0"))
          pendingZeros = 0
        }
      case UInt8(ascii: ".") where !sawPoint: sawPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
      default: return nil
      }
      rest.removeFirst()
    }
    guard sawDigit else { return nil }
    if !rest.isEmpty {
      guard let written = Int(Substring(rest.dropFirst())), abs(written) <= 1000 else {
        return nil
      }
      exponent += written
    }
    let signed = isNegative ? -Int128(magnitude) : Int128(magnitude)
    self.init(coefficient: signed, exponent: exponent + pendingZeros)
  }

  /// The shortest decimal that reads back as `value`; nil when it is not finite.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init("\(value)")
  }

  package var int: Int? {
    guard exponent >= 0 else { return nil }
    var value = coefficient
    for _ in 0..<exponent {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return Int(exactly: value)
  }

  package var double: Double { Double(description) ?? .nan }

  /// The exact sum; nil when it needs more than 38 digits or leaves the range.
  package func adding(_ other: Number) -> Number? {
    if coefficient == 0 { return other }
    if other.coefficient == 0 { return self }
    let common = min(exponent, other.exponent)
    guard let left = scaled(to: common), let right = other.scaled(to: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Number(coefficient: sum, exponent: Int(common))
  }

  package var negated: Number {
    Number(coefficient: -coefficient, exponent: Int(exponent)) ?? self
  }

  private func scaled(to common: Int16) -> Int128? {
    let steps = Int(exponent - common)
    guard steps <= Number.digitsMax else { return nil }
    var value = coefficient
    for _ in 0..<steps {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }

  package var digitCount: Int { Number.digits(of: coefficient.magnitude) }

  private static func digits(of magnitude: UInt128) -> Int {
    var (rest, count) = (magnitude, 1)
    while rest >= 10_000_000_000 {
      rest /= 10_000_000_000
      count += 10
    }
    var small = UInt64(rest)
    while small >= 10 {
      small /= 10
      count += 1
    }
    return count
  }
}

extension Number: Comparable {
  package static func < (left: Number, right: Number) -> Bool {
    let (a, b) = (left.coefficient, right.coefficient)
    if left.exponent == right.exponent { return a < b }
    if a.signum() != b.signum() || a == 0 { return a.signum() < b.signum() }
    let (aDigits, bDigits) = (left.digitCount, right.digitCount)
    let (aTop, bTop) = (aDigits + Int(left.exponent), bDigits + Int(right.exponent))
    if aTop != bTop { return (aTop < bTop) == (a > 0) }
    // Same order of magnitude: bring both to the longer digit count; 38 digits fit Int128.
    let width = max(aDigits, bDigits)
    return widened(a, by: width - aDigits) < widened(b, by: width - bDigits)
  }

  private static func widened(_ value: Int128, by steps: Int) -> Int128 {
    var value = value
    for _ in 0..<steps { value *= 10 }
    return value
  }
}

extension Number: ByteOrdered {
  package static func areSame(_ left: Number, _ right: Number) -> Bool { left == right }
  package static func areAscending(_ left: Number, _ right: Number) -> Bool { left < right }
  /// One byte per two digits and one over, as DynamoDB documents it.
  package var storedBytes: Int { (digitCount + 1) / 2 + 1 }
}

extension Number: ExpressibleByIntegerLiteral, CustomStringConvertible {
  package init(integerLiteral value: Int) { self.init(value) }

  /// Plain decimal notation; scientific where that would write more than 40 zeros.
  package var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    if exponent >= 0 {
      if exponent > 40 { return "\(sign)\(digits)E+\(exponent)" }
      return sign + digits + String(repeating: "0", count: Int(exponent))
    }
    let fraction = Int(-exponent)
    if fraction > digits.utf8.count + 40 { return "\(sign)\(digits)E\(exponent)" }
    if fraction >= digits.utf8.count {
      return sign + "0." + String(repeating: "0", count: fraction - digits.utf8.count) + digits
    }
    return sign + digits.dropLast(fraction) + "." + digits.suffix(fraction)
  }
}
