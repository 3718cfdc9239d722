/// The encoding of `grpc-message`: printable ASCII stands for itself, the rest is `%XX` of UTF-8.
enum PercentEncoding {
  static func encode(_ text: String) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if (0x20...0x7e).contains(byte), byte != UInt8(ascii: "%") {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(digit(byte >> 4))
        encoded.append(digit(byte & 0xf))
      }
    }
    return encoded
  }

  /// What is no valid escape stays as it is: an error text must never be lost to its encoding.
  static func decode(_ bytes: some RandomAccessCollection<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), rest.count >= 2 else {
        decoded.append(byte)
        continue
      }
      let second = rest.index(after: rest.startIndex)
      if let high = value(rest[rest.startIndex]), let low = value(rest[second]) {
        decoded.append(high << 4 | low)
        rest = rest[rest.index(after: second)...]
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 0x30 + nibble : 0x37 + nibble
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
