/// Why a gateway cannot be made from these contracts and upstreams; all of it is found at start.
package enum GatewayError: Error, Sendable, Equatable {
  /// A path template that breaks the grammar.
  case template(String, reason: String)
  /// An http rule that does not fit the RPC it stands at.
  case rule(rpc: String, reason: String)
  /// Two rules that would match the same requests.
  case conflict(route: String, rpc: String, other: String)
  /// A service with routes to which no channel leads.
  case noUpstream(service: String)
}

extension GatewayError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .template(let text, let reason): "the path template \"\(text)\" \(reason)"
    case .rule(let rpc, let reason): "the http rule of \(rpc) \(reason)"
    case .conflict(let route, let rpc, let other):
      "\(rpc) and \(other) both claim \(route)"
    case .noUpstream(let service): "\(service) has routes and no upstream"
    }
  }
}
