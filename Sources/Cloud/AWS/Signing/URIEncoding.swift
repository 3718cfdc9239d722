/// RFC 3986 percent-encoding with upper-case digits, as Signature Version 4 asks for it.
package enum URIEncoding {
  /// Everything but letters, digits and `-._~` is encoded: for a path segment, a query's parts.
  package static func encode(_ text: String) -> String {
    encode(text, keeping: nil)
  }

  /// The same with slashes kept: for a path.
  static func encodePath(_ text: String) -> String {
    encode(text, keeping: UInt8(ascii: "/"))
  }

  private static func encode(_ text: String, keeping kept: UInt8?) -> String {
    if text.utf8.allSatisfy({ isUnreserved($0) || $0 == kept }) { return text }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if isUnreserved(byte) || byte == kept {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(Hexadecimal.upperDigits[Int(byte >> 4)])
        encoded.append(Hexadecimal.upperDigits[Int(byte & 15)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
