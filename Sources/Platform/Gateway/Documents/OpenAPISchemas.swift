import Protobuf
import RPC

/// The JSON schemas of messages, gathered while the routes that use them are described.
struct OpenAPISchemas {
  private var waiting: [MessageSchema] = []
  private var messages: [String: MessageSchema] = [:]
  private var enums: [String: EnumSchema] = [:]

  // MARK: Parts of a route

  mutating func parameters(of route: Route) -> [JSONValue] {
    var parameters = route.variables.map { variable in
      parameter(variable.field.name, variable.field.leaf, place: "path")
    }
    let bound = Set(route.variables.map(\.field.name))
    let fields: [FieldSchema] =
      switch route.body {
      case .whole: []
      case .none: route.method.input.fields
      case .field(let body): route.method.input.fields.filter { $0.number != body.number }
      }
    for field in fields where !bound.contains(field.name) {
      // Deeper fields can be given as well; tools have no way to say it without naming each.
      guard !field.isMap, !field.isMessage || JSONForm(field.message) != .object else { continue }
      parameters.append(parameter(field.name, field, place: "query"))
    }
    return parameters
  }

  private mutating func parameter(
    _ name: String,
    _ field: FieldSchema,
    place: String
  ) -> JSONValue {
    [
      "name": .string(name), "in": .string(place), "required": .bool(place == "path"),
      "description": .string(Comment(field.comment).text), "schema": type(of: field),
    ]
  }

  mutating func body(of route: Route) -> JSONValue? {
    switch route.body {
    case .none: return nil
    case .field(let field): return type(of: field)
    case .whole:
      let bound = Set(route.variables.map(\.field.name))
      let isWhole = !route.method.input.fields.contains { bound.contains($0.name) }
      return isWhole
        ? reference(route.method.input) : object(route.method.input, without: bound)
    }
  }

  mutating func responses(of route: Route) -> JSONValue {
    var members: [JSONValue.Member] = []
    let schema = route.responseField.map { type(of: $0) } ?? reference(route.method.output)
    let mediaTypes =
      route.answersStream ? StreamFormat.allCases.map(\.mediaType) : ["application/json"]
    members.append(
      .init(
        name: "200",
        value: [
          "description": .string(Comment(route.method.output.comment).summary),
          "content": .object(mediaTypes.map { .init(name: $0, value: ["schema": schema]) }),
        ]
      )
    )
    members.append(
      .init(
        name: "default",
        value: [
          "description": "An error.",
          "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Error"]]],
        ]
      )
    )
    return .object(members)
  }

  // MARK: Types

  /// Everything that was referred to, and what that refers to.
  mutating func document() -> JSONValue {
    var members: [JSONValue.Member] = [.init(name: "Error", value: Self.error)]
    while let message = waiting.popLast() {
      members.append(.init(name: message.fullName, value: object(message, without: [])))
    }
    for enumeration in enums.values {
      let names = enumeration.values.map { JSONValue.string($0.name) }
      members.append(
        .init(
          name: enumeration.fullName,
          value: [
            "type": "string", "description": .string(Comment(enumeration.comment).text),
            "enum": .array(names),
          ]
        )
      )
    }
    return .object(members.sorted { $0.name < $1.name })
  }

  private mutating func object(
    _ message: MessageSchema,
    without bound: Set<String>
  ) -> JSONValue {
    var properties: [JSONValue.Member] = []
    for field in message.fields where !bound.contains(field.name) {
      var members: [JSONValue.Member] = []
      if case .object(let own) = type(of: field) { members = own }
      let comment = Comment(field.comment).text
      if !comment.isEmpty { members.append(.init(name: "description", value: .string(comment))) }
      properties.append(.init(name: field.jsonName, value: .object(members)))
    }
    return [
      "type": "object", "description": .string(Comment(message.comment).text),
      "properties": .object(properties),
    ]
  }

  private mutating func type(of field: FieldSchema) -> JSONValue {
    if field.isMap, let value = field.message?.field(number: 2) {
      return ["type": "object", "additionalProperties": single(value)]
    }
    return field.isRepeated ? ["type": "array", "items": single(field)] : single(field)
  }

  private mutating func single(_ field: FieldSchema) -> JSONValue {
    switch field.kind {
    case .bool: return ["type": "boolean"]
    case .string: return ["type": "string"]
    case .bytes: return ["type": "string", "contentEncoding": "base64"]
    case .double: return ["type": "number", "format": "double"]
    case .float: return ["type": "number", "format": "float"]
    case .int32, .sint32, .sfixed32: return ["type": "integer", "format": "int32"]
    case .uint32, .fixed32: return ["type": "integer", "format": "int64", "minimum": .integer(0)]
    // proto3 JSON writes 64 bits as text, since many readers keep numbers as doubles.
    case .int64, .sint64, .sfixed64: return ["type": "string", "format": "int64"]
    case .uint64, .fixed64: return ["type": "string", "format": "uint64"]
    case .enum:
      guard let enumeration = field.enumeration else { return ["type": "string"] }
      enums[enumeration.fullName] = enumeration
      return ["$ref": .string("#/components/schemas/\(enumeration.fullName)")]
    case .message, .group:
      guard let message = field.message else { return [:] }
      return reference(message)
    }
  }

  private mutating func reference(_ message: MessageSchema) -> JSONValue {
    switch JSONForm(message) {
    case .anything: return [:]
    case .list: return ["type": "array"]
    case .text(let format): return ["type": "string", "format": .string(format)]
    case .wrapped:
      return message.field(number: 1).map { single($0) } ?? [:]
    case .object:
      if messages.updateValue(message, forKey: message.fullName) == nil { waiting.append(message) }
      return ["$ref": .string("#/components/schemas/\(message.fullName)")]
    }
  }

  private static let error: JSONValue = [
    "type": "object", "description": "What every error looks like.",
    "properties": [
      "error": [
        "type": "object",
        "properties": [
          "code": ["type": "string", "description": "The gRPC status, as in INVALID_ARGUMENT."],
          "status": ["type": "integer", "description": "The HTTP status."],
          "message": ["type": "string", "description": "What is wrong, and with which value."],
          "requestId": ["type": "string", "description": "As in the header x-request-id."],
          "details": [
            "type": "array", "description": "google.rpc messages, each with its @type.",
            "items": ["type": "object"],
          ],
        ],
      ]
    ],
  ]
}

/// How proto3 JSON writes a message.
private enum JSONForm: Equatable {
  case object, wrapped, list, anything
  case text(String)

  init(_ message: MessageSchema?) {
    let name = message?.fullName ?? ""
    guard name.hasPrefix("google.protobuf.") else {
      self = .object
      return
    }
    switch name.dropFirst("google.protobuf.".count) {
    case "Timestamp": self = .text("date-time")
    case "Duration": self = .text("duration")
    case "FieldMask": self = .text("field-mask")
    case "Value", "Struct", "Any": self = .anything
    case "ListValue": self = .list
    case "Empty": self = .object
    default: self = name.hasSuffix("Value") ? .wrapped : .object
    }
  }
}
