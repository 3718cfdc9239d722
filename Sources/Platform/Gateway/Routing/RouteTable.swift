import Identity
import Protobuf
import RPC

/// Every route of the contracts, and the documents that describe them.
struct RouteTable: Sendable {
  enum Endpoint: Sendable {
    case rpc(Route)
    /// JSON that never changes.
    case document(path: String, [UInt8])
  }

  private(set) var endpoints: [Endpoint] = []
  private(set) var trie = RouteTrie()

  /// Reads the http rules of every service; `upstreams` are channels by full names of services.
  init(
    registry: SchemaRegistry,
    upstreams: [String: ClientChannel]
  ) throws(GatewayError) {
    let policy = AccessPolicy(registry)
    for service in registry.services {
      for method in service.methods {
        guard let rule = method.httpRule else { continue }
        guard let upstream = upstreams[service.fullName] else {
          throw .noUpstream(service: service.fullName)
        }
        for binding in [rule] + rule.additionalBindings {
          let access = policy.access(to: method.path)
          try add(Route(binding, of: method, access: access, upstream: upstream))
        }
      }
    }
    let routes = self.routes
    try add(.root, RouteIndex.document(routes))
    try add(PathTemplate(parsing: "/openapi.json"), OpenAPI.document(routes))
  }

  var routes: [Route] {
    endpoints.compactMap { endpoint in
      if case .rpc(let route) = endpoint { route } else { nil }
    }
  }

  private mutating func add(_ route: Route) throws(GatewayError) {
    try insert(.rpc(route), route.template, method: route.httpMethod)
  }

  private mutating func add(
    _ template: PathTemplate,
    _ document: JSONValue
  ) throws(GatewayError) {
    try insert(.document(path: template.text, document.bytes), template, method: "GET")
  }

  private mutating func insert(
    _ endpoint: Endpoint,
    _ template: PathTemplate,
    method: String
  ) throws(GatewayError) {
    if let taken = trie.insert(template, method: method, route: endpoints.count) {
      throw .conflict(
        route: "\(method) \(template.shape)",
        rpc: endpoint.name,
        other: endpoints[taken].name
      )
    }
    endpoints.append(endpoint)
  }
}

extension RouteTable.Endpoint {
  /// Who answers: the path of an RPC, or the gateway.
  var name: String {
    switch self {
    case .rpc(let route): route.descriptor.path
    case .document: "the gateway"
    }
  }

  /// As in `/v1/recipes/{id}`.
  var path: String {
    switch self {
    case .rpc(let route): route.template.text
    case .document(let path, _): path
    }
  }
}
