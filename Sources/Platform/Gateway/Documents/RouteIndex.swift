import Protobuf
import RPC

/// What `GET /` answers: every route in one line of JSON each.
enum RouteIndex {
  static func document(_ routes: [Route]) -> JSONValue {
    [
      "openapi": "/openapi.json",
      "routes": .array(
        routes.map { route in
          [
            "method": .string(route.httpMethod),
            "path": .string(route.template.text),
            "rpc": .string(route.descriptor.path),
            "summary": .string(Comment(route.method.comment).summary),
          ]
        }
      ),
    ]
  }
}
