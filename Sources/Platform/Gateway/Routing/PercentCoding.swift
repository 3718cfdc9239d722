/// Percent-encoding (RFC 3986 §2.1).
enum PercentCoding {
  /// The decoded text; nil when a `%` is not followed by two digits, or the bytes are not UTF-8.
  ///
  /// A plus may stand for a space, as in queries that HTML forms send, and `%2F` may stay as it is.
  static func decode(
    _ bytes: ArraySlice<UInt8>,
    plusIsSpace: Bool = false,
    keepsSlashes: Bool = false
  ) -> String? {
    guard bytes.contains(where: { $0 == percent || (plusIsSpace && $0 == plus) }) else {
      return String(validating: bytes, as: UTF8.self)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == percent else {
        decoded.append(plusIsSpace && byte == plus ? 0x20 : byte)
        index += 1
        continue
      }
      guard bytes.endIndex - index > 2,
        let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
      else { return nil }
      let value = high << 4 | low
      if keepsSlashes, value == UInt8(ascii: "/") {
        decoded.append(contentsOf: bytes[index..<index + 3])
      } else {
        decoded.append(value)
      }
      index += 3
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static let percent = UInt8(ascii: "%")
  private static let plus = UInt8(ascii: "+")

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
