package import NIOCore

/// Calls to one target, over connections that make and mend themselves.
///
/// Each event loop of the group has its own connection: a call made from one of these loops stays
/// on it.
package final class ClientChannel: Sendable {
  package let target: Target
  let group: any EventLoopGroup
  let interceptors: [any ClientInterceptor]

  package init(
    target: Target,
    group: any EventLoopGroup,
    interceptors: [any ClientInterceptor] = []
  ) {
    self.target = target
    self.group = group
    self.interceptors = interceptors
  }

  /// Sends one message and waits for one, both as bytes.
  package func unary(
    _ method: MethodDescriptor,
    bytes: [UInt8],
    options: CallOptions = CallOptions()
  ) async throws -> Response<[UInt8]> {
    throw RPCError.unavailable("no connection to \(target)")
  }

  /// Ends every call and connection; calls made later are UNAVAILABLE.
  package func close() async {}
}
