/// Base64 (RFC 4648), as JSON carries `bytes`.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  static func encode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let group = bytes[position..<min(position + 3, bytes.endIndex)]
      var value: UInt32 = 0
      for byte in group { value = value << 8 | UInt32(byte) }
      value <<= UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let digit = Int(value >> UInt32(18 - 6 * index) & 63)
        output.append(index <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
      position += 3
    }
  }

  /// Takes both alphabets, with or without padding; nil for anything else.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(text.count * 3 / 4)
    var value: UInt32 = 0
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let digit = digit(byte) else { return nil }
      value = value << 6 | UInt32(digit)
      bits += 6
      digits += 1
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: value >> bits))
      }
    }
    guard digits % 4 != 1, padding == 0 || (digits + padding) % 4 == 0 && padding < 3 else {
      return nil
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
