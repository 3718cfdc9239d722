package import PageTokens
package import RPC
package import SingleTable

extension TableError: RPCErrorConvertible {
  /// What a caller is told when a service did not handle the table's error itself.
  package var rpcError: RPCError {
    switch self {
    case .conditionFailed, .transactionCancelled, .transactionConflict:
      RPCError(
        code: .aborted,
        message: "the data was changed by another call at the same time",
        details: [.retryInfo(delay: .milliseconds(50))],
        cause: self
      )
    case .throttled:
      RPCError(
        code: .unavailable,
        message: "the table takes no more requests just now",
        details: [.retryInfo(delay: .milliseconds(200))],
        cause: self
      )
    case .unavailable:
      RPCError(code: .unavailable, message: "the table is not available", cause: self)
    case .validation, .outsideSlice, .malformedItem:
      RPCError(code: .internal, message: "the service failed unexpectedly", cause: self)
    }
  }
}

extension PageTokenError: RPCErrorConvertible {
  package var rpcError: RPCError {
    switch self {
    case .invalid:
      .invalidArgument(
        field: "page_token",
        "must be the next_page_token of the same list for the same caller"
      )
    case .sealing:
      RPCError(code: .internal, message: "the service failed unexpectedly", cause: self)
    }
  }
}
