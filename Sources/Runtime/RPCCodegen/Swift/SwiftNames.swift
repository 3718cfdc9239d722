import Protobuf

/// The names of declarations in Swift.
struct SwiftNames {
  let registry: SchemaRegistry

  /// Full name of a message's type: `Recipe.Step` or `Google_Rpc_Status`.
  func type(_ message: MessageSchema) -> String { type(message.path, message.file) }

  func type(_ enumeration: EnumSchema) -> String { type(enumeration.path, enumeration.file) }

  private func type(_ path: [String], _ file: Int) -> String {
    let prefix = registry.files[file].swiftPrefix
    let names = path.enumerated().map { Self.typeName(($0 == 0 ? prefix : "") + $1) }
    return names.joined(separator: ".")
  }

  /// The last part of the type's name, as its declaration writes it.
  func declared(_ path: [String], _ file: Int) -> String {
    let prefix = path.count == 1 ? registry.files[file].swiftPrefix : ""
    return Self.typeName(prefix + (path.last ?? ""))
  }

  private static func typeName(_ name: String) -> String {
    ["Type", "Protocol", "Self"].contains(name) ? name + "_" : name
  }

  static func property(_ name: String) -> String {
    escaped(lowerCamel(name))
  }

  static func method(_ name: String) -> String {
    escaped(name.prefix(1).lowercased() + name.dropFirst())
  }

  /// Name of the enum that holds a oneof of `message`.
  func oneof(_ name: String, in message: MessageSchema) -> String {
    let camel = lowerCamel(name)
    let type = camel.prefix(1).uppercased() + camel.dropFirst()
    let isTaken =
      registry.messages.contains { $0.fullName == "\(message.fullName).\(type)" }
      || registry.enums.contains { $0.fullName == "\(message.fullName).\(type)" }
    return isTaken ? type + "Oneof" : Self.typeName(type)
  }

  /// Names of an enum's cases by value name: `COOKING_METHOD_STIR_FRY` of `CookingMethod` is
  /// `stirFry`.
  static func cases(_ enumeration: EnumSchema) -> [String: String] {
    let prefix = upperSnake(enumeration.name) + "_"
    var names: [String: String] = [:]
    var taken: Set<String> = ["unrecognized"]
    for value in enumeration.values {
      let stripped = value.name.hasPrefix(prefix) ? String(value.name.dropFirst(prefix.count)) : ""
      let isName = stripped.first?.isLetter == true
      var name = lowerCamel((isName ? stripped : value.name).lowercased())
      if taken.contains(name) { name += "_\(value.number)".replacing("-", with: "minus") }
      taken.insert(name)
      names[value.name] = escaped(name)
    }
    return names
  }

  private static func upperSnake(_ name: String) -> String {
    var result = ""
    var wasLower = false
    for character in name {
      if character.isUppercase, wasLower { result += "_" }
      result += character.uppercased()
      wasLower = character.isLowercase || character.isNumber
    }
    return result
  }

  static func escaped(_ name: String) -> String {
    // Even in backticks these two do not name a member.
    if name == "self" || name == "init" { return name + "_" }
    return keywords.contains(name) ? "`\(name)`" : name
  }

  private static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]
}

/// `lower_snake` to `lowerCamel`; the first letter is always small.
func lowerCamel(_ name: String) -> String {
  let camel = JSONName.of(String(name.drop { $0 == "_" }))
  return camel.prefix(1).lowercased() + camel.dropFirst()
}
