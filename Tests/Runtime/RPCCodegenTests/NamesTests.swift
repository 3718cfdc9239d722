import Protobuf
import Testing

@testable import RPCCodegen

/// Serialized descriptors, as protoc would write them.
enum Descriptor {
  static func file(
    _ name: String,
    package: String,
    syntax: String = "proto3",
    messages: [[UInt8]] = [],
    options: [UInt8] = []
  ) -> [UInt8] {
    var file: [UInt8] = []
    file.appendField(1, name.utf8)
    file.appendField(2, package.utf8)
    for message in messages { file.appendField(4, message) }
    if !options.isEmpty { file.appendField(8, options) }
    file.appendField(12, syntax.utf8)
    return file
  }

  static func message(
    _ name: String,
    fields: [[UInt8]] = [],
    nested: [[UInt8]] = [],
    oneofs: [String] = []
  ) -> [UInt8] {
    var message: [UInt8] = []
    message.appendField(1, name.utf8)
    for field in fields { message.appendField(2, field) }
    for nested in nested { message.appendField(3, nested) }
    for oneof in oneofs {
      var declaration: [UInt8] = []
      declaration.appendField(1, oneof.utf8)
      message.appendField(8, declaration)
    }
    return message
  }

  static func field(
    _ name: String,
    _ number: Int,
    _ kind: FieldKind,
    type: String = "",
    isRepeated: Bool = false,
    oneof: Int? = nil,
    isOptional: Bool = false
  ) -> [UInt8] {
    var field: [UInt8] = []
    field.appendField(1, name.utf8)
    field.appendField(3, varint: UInt64(number))
    field.appendField(4, varint: isRepeated ? 3 : 1)
    field.appendField(5, varint: UInt64(kind.rawValue))
    if !type.isEmpty { field.appendField(6, type.utf8) }
    if let oneof { field.appendField(9, varint: UInt64(oneof)) }
    if isOptional { field.appendField(17, varint: 1) }
    return field
  }
}

@Suite("Names")
struct NamesTests {
  @Test("of C types follow protoc-gen-c")
  func cNames() throws {
    let file = Descriptor.file(
      "a.proto",
      package: "some_company.api.v1",
      messages: [Descriptor.message("HTTPRule", nested: [Descriptor.message("Nested_Thing")])]
    )
    let registry = try SchemaRegistry(files: [file])
    let outer = try #require(registry.message("some_company.api.v1.HTTPRule"))
    let nested = try #require(registry.message("some_company.api.v1.HTTPRule.Nested_Thing"))
    #expect(CNames.type(outer) == "SomeCompany__Api__V1__HTTPRule")
    #expect(CNames.lower(outer) == "some_company__api__v1__httprule")
    #expect(CNames.type(nested) == "SomeCompany__Api__V1__HTTPRule__NestedThing")
    #expect(CNames.lower(nested) == "some_company__api__v1__httprule__nested__thing")
  }

  @Test("of C members avoid keywords and each other")
  func members() throws {
    let fields = ["default", "n_x", "x", "Camel", "init", "base", "plain"].enumerated().map {
      Descriptor.field($1, $0 + 1, .int32)
    }
    let file = Descriptor.file(
      "a.proto",
      package: "p",
      messages: [Descriptor.message("M", fields: fields)]
    )
    let message = try #require(try SchemaRegistry(files: [file]).message("p.M"))
    let members = CNames.members(message)
    #expect(members[1] == "default_1")
    #expect(members[4] == "camel")
    #expect(members[5] == "init_5")
    #expect(members[6] == "base_6")
    #expect(members[7] == "plain")
    #expect(Set(members.values).count == members.count)
    #expect(members[3] != "x", "its n_x would be the other field")
  }

  @Test(
    "of Swift properties are lowerCamel and escaped",
    arguments: [
      ("recipe_id", "recipeId"), ("default", "`default`"), ("self", "self_"), ("init", "init_"),
      ("camelCase", "camelCase"), ("_lead", "lead"), ("a_1_b", "a1B"),
    ]
  )
  func properties(declared: String, swift: String) {
    #expect(SwiftNames.property(declared) == swift)
  }

  @Test(
    "of Swift types begin with the prefix, else the package",
    arguments: [
      (nil, "google.rpc", "Google_Rpc_M"), ("", "google.rpc", "M"), ("X", "a", "XM"),
      (nil, "", "M"),
    ] as [(String?, String, String)]
  )
  func prefix(option: String?, package: String, swift: String) throws {
    var options: [UInt8] = []
    if let option { options.appendField(39, option.utf8) }
    let file = Descriptor.file(
      "a.proto",
      package: package,
      messages: [Descriptor.message("M")],
      options: options
    )
    let registry = try SchemaRegistry(files: [file])
    let message = try #require(registry.messages.first)
    #expect(SwiftNames(registry: registry).type(message) == swift)
  }

  @Test("of enum cases lose the enum's own name")
  func cases() throws {
    var values: [UInt8] = []
    values.appendField(1, "CookingMethod".utf8)
    for (number, name) in [
      "COOKING_METHOD_UNSPECIFIED", "COOKING_METHOD_STIR_FRY",
      "COOKING_METHOD_1", "OTHER", "COOKING_METHOD_DEFAULT",
    ].enumerated() {
      var value: [UInt8] = []
      value.appendField(1, name.utf8)
      value.appendField(2, varint: UInt64(number))
      values.appendField(2, value)
    }
    var file = Descriptor.file("a.proto", package: "p")
    file.appendField(5, values)
    let enumeration = try #require(try SchemaRegistry(files: [file]).enums.first)
    #expect(
      SwiftNames.cases(enumeration) == [
        "COOKING_METHOD_UNSPECIFIED": "unspecified", "COOKING_METHOD_STIR_FRY": "stirFry",
        "COOKING_METHOD_1": "cookingMethod1", "OTHER": "other",
        "COOKING_METHOD_DEFAULT": "`default`",
      ]
    )
  }
}
