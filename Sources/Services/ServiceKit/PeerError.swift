package import RPC

extension RPCError {
  /// What a caller is told when a service that the answer depends on did not give it.
  ///
  /// UNAVAILABLE says which service and why. Cancellation, the call's own deadline and what the
  /// other service says of the caller's token are passed on as they are.
  package init(from error: any Error, peer: String, deadline: Deadline? = nil) {
    var failure = RPCError(from: error)
    let cause = failure.cause ?? failure
    switch failure.code {
    case .cancelled, .unauthenticated, .permissionDenied: break
    case .deadlineExceeded where deadline.map { $0.remaining() <= .zero } ?? false: break
    case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted:
      failure.details.append(
        .errorInfo(reason: "PEER_UNAVAILABLE", domain: "smart-cooking", metadata: ["peer": peer])
      )
      failure = RPCError(
        code: .unavailable,
        message: "\(peer): \(failure.message)",
        details: failure.details,
        cause: cause
      )
    default:
      failure = .internal("\(peer) failed unexpectedly", cause: failure)
    }
    self = failure
  }
}
