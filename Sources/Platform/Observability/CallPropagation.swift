package import RPC

/// Gives outgoing calls the request id and the trace of the call being served.
package struct CallPropagation: ClientInterceptor {
  package init() {}

  package func intercept(
    _ context: ClientContext,
    _ next: () async throws -> Void
  ) async throws {
    if let served = ServerContext.current {
      if context.metadata[RequestID.header] == nil {
        context.metadata.append(RequestID.header, served.requestID)
      }
      if let trace = served.traceContext, context.metadata[TraceContext.header] == nil {
        context.metadata.append(TraceContext.header, trace.child().traceparent)
      }
    }
    try await next()
  }
}
