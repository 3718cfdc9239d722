import Identity
import Protobuf
import RPC

/// What `GET /openapi.json` answers: the routes as OpenAPI 3.1, for tools and people.
enum OpenAPI {
  static func document(_ routes: [Route]) -> JSONValue {
    var schemas = OpenAPISchemas()
    var paths: [(path: String, operations: [JSONValue.Member])] = []
    // HTTP methods that the format knows; a rule for all methods has no place in it.
    let known: Set = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"]
    for route in routes where known.contains(route.httpMethod) {
      let operation = JSONValue.Member(
        name: route.httpMethod.lowercased(),
        value: self.operation(route, &schemas)
      )
      let path = route.template.openAPIPath
      if let index = paths.firstIndex(where: { $0.path == path }) {
        paths[index].operations.append(operation)
      } else {
        paths.append((path, [operation]))
      }
    }
    return [
      "openapi": "3.1.0",
      "info": ["title": .string(title(routes)), "version": "1"],
      "security": [["bearer": []]],
      "paths": .object(paths.map { .init(name: $0.path, value: .object($0.operations)) }),
      "components": [
        "securitySchemes": [
          "bearer": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]
        ],
        "schemas": schemas.document(),
      ],
    ]
  }

  /// The packages of the contracts, as far as they agree: `smartcooking`.
  private static func title(_ routes: [Route]) -> String {
    let names = routes.map { $0.descriptor.service.split(separator: ".").map(String.init) }
    guard var common = names.first?.dropLast() else { return "REST" }
    for name in names {
      while !name.starts(with: common) { common.removeLast() }
    }
    return common.isEmpty ? "REST" : common.joined(separator: ".")
  }

  private static func operation(
    _ route: Route,
    _ schemas: inout OpenAPISchemas
  ) -> JSONValue {
    let comment = Comment(route.method.comment)
    var members: [JSONValue.Member] = [
      .init(name: "operationId", value: .string(route.operationID)),
      .init(
        name: "tags",
        value: [.string(String(route.descriptor.service.split(separator: ".").last ?? ""))]
      ),
      .init(name: "summary", value: .string(comment.summary)),
      .init(name: "description", value: .string(comment.text)),
    ]
    if route.access == .anyone { members.append(.init(name: "security", value: [])) }
    let parameters = schemas.parameters(of: route)
    if !parameters.isEmpty { members.append(.init(name: "parameters", value: .array(parameters))) }
    if let body = schemas.body(of: route) {
      members.append(
        .init(
          name: "requestBody",
          value: ["required": .bool(false), "content": ["application/json": ["schema": body]]]
        )
      )
    }
    members.append(.init(name: "responses", value: schemas.responses(of: route)))
    return .object(members)
  }
}

extension Route {
  /// Unique among the ways to one RPC as well: `RatingHandlerService_RateRecipe`.
  fileprivate var operationID: String {
    let service = descriptor.service.split(separator: ".").last ?? ""
    let isMain = method.httpRule?.path == template.text
    return "\(service)_\(descriptor.name)" + (isMain ? "" : "_\(httpMethod.lowercased())")
  }
}

extension PathTemplate {
  /// The path with a `{name}` for each wildcard, which is all that OpenAPI has.
  fileprivate var openAPIPath: String {
    var parts: [String] = []
    for (index, segment) in segments.enumerated() {
      if case .literal(let text) = segment {
        parts.append(text)
      } else {
        let variable = variables.first { $0.segments.contains(index) }
        parts.append("{\(variable?.fieldPath ?? "segment\(index)")}")
      }
    }
    return "/" + parts.joined(separator: "/") + (verb.map { ":" + $0 } ?? "")
  }
}
