/// Base64 of `-bin` metadata: written without padding, read with or without it.
enum Base64 {
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count * 4 + 2) / 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        encoded.append(alphabet[Int(bits >> UInt32(count) & 0x3f)])
      }
    }
    if count > 0 { encoded.append(alphabet[Int(bits << UInt32(6 - count) & 0x3f)]) }
    return encoded
  }

  /// Nil when it holds a foreign character, misplaced padding or a lone last character.
  static func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    var text = text[...]
    var padding = 0
    while text.last == UInt8(ascii: "="), padding < 2 {
      text = text.dropLast()
      padding += 1
    }
    let length = text.count
    guard length % 4 != 1, padding == 0 || (length + padding) % 4 == 0 else { return nil }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(length * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for character in text {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    // Some peers write the URL-safe alphabet.
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()
}
