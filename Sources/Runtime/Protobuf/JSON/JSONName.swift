/// A field's name as proto3 JSON writes it.
package enum JSONName {
  /// `lower_snake` to `lowerCamel`, as protoc does it.
  package static func of(_ name: String) -> String {
    var result = ""
    var raise = false
    for character in name.unicodeScalars {
      if character == "_" {
        raise = true
      } else if raise {
        result += String(character).uppercased()
        raise = false
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
