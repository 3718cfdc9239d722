package import RPC

/// One request that has been answered, for logs and metrics.
package struct GatewayRecord: Sendable {
  package let httpMethod: String
  /// As in `/v1/recipes/{id}`; empty when no route was found.
  package let route: String
  /// The method that was called; nil when none was.
  package let method: MethodDescriptor?
  package let status: StatusCode
  package let httpStatus: Int
  package let duration: Duration
  package let requestID: String
  package let peer: String
  package let requestBytes: Int
  package let responseBytes: Int
  package let error: RPCError?
}
