/// A service as declared.
package struct ServiceSchema: Sendable {
  package let fullName: String
  package let name: String
  package let file: Int
  package let methods: [MethodSchema]
  package let comment: String
  package let options: SchemaOptions
}

/// A method of a service as declared.
package struct MethodSchema: Sendable {
  package enum Idempotency: UInt64, Sendable {
    case unknown = 0
    case noSideEffects = 1
    case idempotent = 2
  }

  package let name: String
  /// Full name of the service.
  package let service: String
  package let input: MessageSchema
  package let output: MessageSchema
  package let isClientStreaming: Bool
  package let isServerStreaming: Bool
  package let comment: String
  package let options: SchemaOptions

  /// The `:path` of a call.
  package var path: String { "/\(service)/\(name)" }

  package var idempotency: Idempotency {
    options.integer(34).flatMap(Idempotency.init) ?? .unknown
  }

  /// The `google.api.http` rule, nil where the method has none.
  package var httpRule: HTTPRule? { options.message(72_295_728).map(HTTPRule.init) }
}

/// How a method is reached by REST: `google.api.HttpRule`.
package struct HTTPRule: Sendable, Equatable {
  /// The HTTP method or the custom kind; nil when the rule names none.
  package var method: String?
  /// The path template: `/v1/recipes/{id}`.
  package var path: String = ""
  /// Field that the body fills, `*` for the whole request, empty for no body.
  package var body: String = ""
  /// Field that makes the answer's body; empty for the whole answer.
  package var responseBody: String = ""
  package var additionalBindings: [HTTPRule] = []

  /// Reads a serialized `google.api.HttpRule`.
  package init(_ bytes: [UInt8]) {
    let fields = SchemaOptions(bytes)
    for (number, name) in [(2, "GET"), (3, "PUT"), (4, "POST"), (5, "DELETE"), (6, "PATCH")] {
      guard let template = fields.string(number) else { continue }
      method = name
      path = template
    }
    if let custom = fields.message(8).map(SchemaOptions.init) {
      method = custom.string(1)
      path = custom.string(2) ?? ""
    }
    body = fields.string(7) ?? ""
    responseBody = fields.string(12) ?? ""
    additionalBindings = fields.messages(11).map(HTTPRule.init)
  }
}
