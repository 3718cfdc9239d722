package import NIOCore
package import NIOSSL

/// Serves RPCs on one address.
package final class RPCServer: Sendable {
  let services: [ServiceDefinition]
  let interceptors: [any ServerInterceptor]
  let limits: ServerLimits
  let group: any EventLoopGroup
  let tls: TLSConfiguration?

  package init(
    services: [ServiceDefinition],
    interceptors: [any ServerInterceptor] = [],
    limits: ServerLimits = ServerLimits(),
    group: any EventLoopGroup,
    tls: TLSConfiguration? = nil
  ) {
    self.services = services
    self.interceptors = interceptors
    self.limits = limits
    self.group = group
    self.tls = tls
  }

  /// Begins to listen; port 0 picks a free one. Answers the port.
  @discardableResult
  package func start(host: String = "127.0.0.1", port: Int) async throws -> Int {
    throw RPCError.unavailable("cannot listen on \(host):\(port)")
  }

  /// Takes no new work, lets running calls finish, and ends those that have not within the time.
  package func drain(within limit: Duration) async {}
}
