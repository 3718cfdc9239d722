/// Why a connection ended.
package enum ConnectionEnd: Error, Sendable, Equatable {
  /// The peer closed it.
  case closedByPeer
  /// We closed it: drained, idle or shut down.
  case closedLocally
  case protocolViolation(String)
  /// The peer sent more of something than anybody honest does.
  case flooded(String)
  case transport(String)
  case goAway(ErrorCode, String)
}

extension ConnectionEnd: CustomStringConvertible {
  package var description: String {
    switch self {
    case .closedByPeer: "the peer closed the connection"
    case .closedLocally: "the connection was closed on our side"
    case .protocolViolation(let what): "the peer broke the protocol: \(what)"
    case .flooded(let what): "the peer sent too many \(what)"
    case .transport(let what): what
    case .goAway(let code, let debug):
      debug.isEmpty ? "the peer said GOAWAY \(code)" : "the peer said GOAWAY \(code): \(debug)"
    }
  }
}
