/// Base64 (RFC 4648 §4), as proto3 JSON writes bytes.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  static func encode(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word: UInt32 = 0
      for offset in 0..<3 {
        word = word << 8 | UInt32(offset < group.count ? group[start + offset] : 0)
      }
      for position in 0..<4 {
        digits.append(
          position <= group.count
            ? alphabet[Int(word >> UInt32(18 - 6 * position)) & 63] : UInt8(ascii: "=")
        )
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
