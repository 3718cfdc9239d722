package import Logging
package import RPC

/// Watches every call of a server: metrics, its place in the trace, and one line in the log.
///
/// One observer rather than three: they share the clock's readings.
package final class CallObserver: ServerObserver {
  private let logger: Logger
  /// Kept beside the logger, which answers by copying its handler.
  private let logLevel: Logger.Level
  /// By `MethodDescriptor.number`, so that a call hashes no name.
  private let counts: [MethodCounts?]

  /// `methods` are what the server serves.
  package init(logger: Logger, metrics: CallMetrics, methods: [MethodDescriptor]) {
    self.logger = logger
    logLevel = logger.logLevel
    var counts = [MethodCounts?](
      repeating: nil,
      count: (methods.map(\.number).max() ?? -1) + 1
    )
    for method in methods { counts[method.number] = metrics.counts(of: method.path) }
    self.counts = counts
  }

  private func counts(of method: MethodDescriptor) -> MethodCounts? {
    method.number < counts.count ? counts[method.number] : nil
  }

  package func callStarted(_ context: ServerContext) {
    counts(of: context.method)?.started()
    if !context.metadata.isEmpty, let header = context.metadata[TraceContext.header] {
      context.traceContext = TraceContext(traceparent: header)?.child()
    }
  }

  package func callEnded(_ context: ServerContext, _ error: RPCError?) {
    let status = error?.code ?? .ok
    let nanoseconds = Deadline.now.uptimeNanoseconds &- context.startedAt.uptimeNanoseconds
    counts(of: context.method)?.ended(Int(status.rawValue), nanoseconds: nanoseconds)
    log(context, status, nanoseconds, error)
  }

  private func log(
    _ context: ServerContext,
    _ status: StatusCode,
    _ nanoseconds: UInt64,
    _ error: RPCError?
  ) {
    let level: Logger.Level = error?.isOurs == true ? .error : .info
    guard level >= logLevel else { return }
    var metadata: Logger.Metadata = [
      "requestId": "\(context.requestID)",
      "method": "\(context.method.path)",
      "status": "\(status.name)",
      "durationMs": .stringConvertible(Double(nanoseconds / 1_000) / 1_000),
    ]
    if let trace = context.traceContext { metadata["traceId"] = "\(trace.traceID)" }
    guard let error, level == .error else {
      if let error { describe(error, in: &metadata) }
      logger.log(level: level, "call", metadata: metadata)
      return
    }
    logger.error("call", error: error.cause ?? error, metadata: metadata)
  }

  /// Says which rule a caller broke, by names of ours alone.
  ///
  /// The message may repeat what the caller sent, and a log cannot forget a person.
  private func describe(_ error: RPCError, in metadata: inout Logger.Metadata) {
    var fields: [String] = []
    var reasons: [String] = []
    for detail in error.details {
      switch detail {
      case .badRequest(let violations): fields += violations.map(\.field)
      case .errorInfo(let reason, _, _): reasons.append(reason)
      case .preconditionFailure(let violations): reasons += violations.map(\.type)
      case .retryInfo, .quotaFailure, .resourceInfo, .other: break
      }
    }
    if !fields.isEmpty { metadata["fields"] = "\(fields.joined(separator: ", "))" }
    if !reasons.isEmpty { metadata["reason"] = "\(reasons.joined(separator: ", "))" }
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
