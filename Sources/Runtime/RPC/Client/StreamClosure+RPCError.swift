import HTTP2

extension StreamClosure {
  /// What a call ends with when its stream closes without a status; `peer` describes the connection.
  func error(isAnswering: Bool, peer: String) -> RPCError {
    let stage = isAnswering ? "in the middle of the answer" : "before an answer began"
    switch self {
    case .refused:
      return .unavailable("\(peer) refused the call before it was processed")
    case .finished:
      return .internal("\(peer) ended the call without a status")
    case .resetByPeer(let code):
      return RPCError(
        code: code.statusCode,
        message: "\(peer) reset the call \(stage): RST_STREAM \(code)"
      )
    case .resetLocally(let code):
      return .internal("\(peer) broke the protocol within the call: \(code)")
    case .connectionLost(let end):
      return .unavailable("lost the connection to \(peer) \(stage): \(end)")
    }
  }
}

extension ErrorCode {
  // "gRPC over HTTP2", Errors: what a reset without a status means.
  fileprivate var statusCode: StatusCode {
    switch self {
    case .refusedStream: .unavailable
    case .cancel: .cancelled
    case .enhanceYourCalm: .resourceExhausted
    case .inadequateSecurity: .permissionDenied
    default: .internal
    }
  }
}
