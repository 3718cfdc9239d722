/// Something done around every call of a server: logging, metrics, identity, admission.
///
/// The first interceptor of a server is the outermost. `next` runs the rest of the chain and the
/// handler; it is called at most once, and an error it throws is the status of the call. An
/// interceptor refuses by throwing an `RPCError` instead of calling it.
package protocol ServerInterceptor: Sendable {
  func intercept(_ context: ServerContext, _ next: () async throws -> Void) async throws
}
