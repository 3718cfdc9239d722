package import Protobuf

/// The names protoc-gen-c gives to what it writes.
package enum CNames {
  /// `smartcooking.rating.v1.Rating` to `Smartcooking__Rating__V1__Rating`.
  package static func type(_ message: MessageSchema) -> String {
    message.fullName.split(separator: ".").map { camel($0) }.joined(separator: "__")
  }

  /// `smartcooking.rating.v1.RateRecipe` to `smartcooking__rating__v1__rate_recipe`.
  package static func lower(_ message: MessageSchema) -> String {
    message.fullName.split(separator: ".").map { lower($0) }.joined(separator: "__")
  }

  /// Names of the struct's members, by field number: lower case, none of them twice.
  ///
  /// A member `x` comes with `has_x` or `n_x`, so those count as taken too.
  package static func members(_ message: MessageSchema) -> [Int: String] {
    var taken: Set<String> = ["base"]
    for oneof in message.oneofs { taken.insert(Self.oneof(oneof) + "_case") }
    var names: [Int: String] = [:]
    for field in message.fields {
      var name = field.name.lowercased()
      let companions = ["", "has_", "n_"]
      if keywords.contains(name) || companions.contains(where: { taken.contains($0 + name) }) {
        name += "_\(field.number)"
      }
      for companion in companions { taken.insert(companion + name) }
      names[field.number] = name
    }
    return names
  }

  package static func oneof(_ name: String) -> String { name.lowercased() }

  private static func camel(_ name: Substring) -> String {
    var result = ""
    var raise = true
    for character in name {
      if character == "_" {
        raise = true
      } else {
        result += raise ? character.uppercased() : String(character)
        raise = false
      }
    }
    return result
  }

  private static func lower(_ name: Substring) -> String {
    var result = ""
    var wasUpper = true
    for character in name {
      let isUpper = character.isUppercase
      if isUpper, !wasUpper { result += "_" }
      result += character.lowercased()
      wasUpper = isUpper
    }
    return result
  }

  /// Words that C, C++ or Swift keep for themselves.
  private static let keywords: Set<String> = [
    "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "class", "compl", "const", "const_cast", "continue", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "extern", "false", "float", "for", "friend", "goto",
    "if", "init", "inline", "int", "long", "mutable", "namespace", "new", "not", "not_eq",
    "operator", "or",
    "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "return", "short",
    "self", "signed", "sizeof", "static", "static_cast", "struct", "switch", "template", "this",
    "throw",
    "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void",
    "volatile", "wchar_t", "while", "xor", "xor_eq",
  ]
}
