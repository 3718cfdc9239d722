/// Where the values of a list's known fields lie, by token.
package struct KnownFields {
  private static let count = 16

  // Lower bound in the low half, upper bound in the high half; 0 when absent.
  private var places = InlineArray<16, UInt64>(repeating: 0)
  /// The list has fields whose names the session does not know.
  package private(set) var hasOthers = false

  /// Empty when the field is absent.
  package subscript(token: UInt8) -> Range<Int> {
    let place = places[Int(token)]
    return Int(place & 0xffff_ffff)..<Int(place >> 32)
  }

  package func has(_ token: UInt8) -> Bool { places[Int(token)] != 0 }

  mutating func note(_ token: UInt8, _ value: Range<Int>) {
    guard token < Self.count else {
      hasOthers = true
      return
    }
    guard places[Int(token)] == 0 else { return }
    places[Int(token)] = UInt64(value.lowerBound) | UInt64(value.upperBound) << 32
  }
}
