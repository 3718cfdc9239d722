package import Logging
package import RPC

/// Watches every call of a server: metrics, its place in the trace, and one line in the log.
///
/// One interceptor rather than three: they share the clock's two readings, and every layer around
/// a handler costs each call.
package struct CallObserver: ServerInterceptor {
  private let logger: Logger
  private let metrics: CallMetrics

  package init(logger: Logger, metrics: CallMetrics) {
    self.logger = logger
    self.metrics = metrics
  }

  package func intercept(
    _ context: ServerContext,
    _ next: () async throws -> Void
  ) async throws {
    let counts = metrics.started(context.method.path)
    let start = Deadline.now
    if let header = context.metadata[TraceContext.header] {
      context.traceContext = TraceContext(traceparent: header)?.child()
    }
    do {
      try await next()
    } catch {
      let error = RPCError(from: error)
      let nanoseconds = Self.nanoseconds(since: start)
      counts.ended(Int(error.code.rawValue), nanoseconds: nanoseconds)
      log(context, error.code, nanoseconds, error)
      throw error
    }
    let nanoseconds = Self.nanoseconds(since: start)
    counts.ended(Int(StatusCode.ok.rawValue), nanoseconds: nanoseconds)
    log(context, .ok, nanoseconds, nil)
  }

  private static func nanoseconds(since start: Deadline) -> UInt64 {
    Deadline.now.uptimeNanoseconds &- start.uptimeNanoseconds
  }

  private func log(
    _ context: ServerContext,
    _ status: StatusCode,
    _ nanoseconds: UInt64,
    _ error: RPCError?
  ) {
    let level: Logger.Level = error?.isOurs == true ? .error : .info
    guard level >= logger.logLevel else { return }
    var metadata: Logger.Metadata = [
      "requestId": "\(context.requestID)",
      "method": "\(context.method.path)",
      "status": "\(status.name)",
      "durationMs": .stringConvertible(Double(nanoseconds / 1_000) / 1_000),
    ]
    if let trace = context.traceContext { metadata["traceId"] = "\(trace.traceID)" }
    guard let error, level == .error else {
      if let error { metadata["reason"] = "\(error.message)" }
      logger.log(level: level, "call", metadata: metadata)
      return
    }
    logger.error("call", error: error.cause ?? error, metadata: metadata)
  }
}

extension RPCError {
  /// Whether the fault is the server's, so that someone should look; the caller's faults are not.
  fileprivate var isOurs: Bool {
    switch code {
    case .unknown, .internal, .unavailable, .dataLoss, .deadlineExceeded: true
    default: false
    }
  }
}
