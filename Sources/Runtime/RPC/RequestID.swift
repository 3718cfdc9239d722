/// The id that follows a request through every hop and log line.
package enum RequestID {
  package static let header = "x-request-id"

  /// 128 random bits in hexadecimal.
  package static func generate() -> String {
    var generator = SystemRandomNumberGenerator()
    let words = (generator.next(), generator.next())
    return hexadecimal(words.0) + hexadecimal(words.1)
  }

  /// The id if it may appear in logs as it is: 1 to 128 of `A-Z a-z 0-9 - _ . :`.
  package static func accepted(_ id: String) -> String? {
    guard (1...128).contains(id.utf8.count), id.utf8.allSatisfy(isAllowed) else { return nil }
    return id
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3a, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
    default: false
    }
  }
}

/// 16 lowercase hexadecimal digits.
func hexadecimal(_ word: UInt64) -> String {
  unsafe String(unsafeUninitializedCapacity: 16) { digits in
    for index in 0..<16 {
      let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - index * 4)) & 0xf
      unsafe digits[index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
    return 16
  }
}
