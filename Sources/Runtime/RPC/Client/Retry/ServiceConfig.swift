/// How a channel treats the methods it calls: gRPC's service config.
package struct ServiceConfig: Sendable {
  package struct Method: Sendable {
    package var timeout: Duration?
    package var waitsForReady = false
    package var attempts: AttemptPolicy?

    package init() {}
  }

  /// By `package.Service/Method`, `package.Service/` for all of a service, and empty for all.
  package var methods: [String: Method] = [:]
  package var throttling = RetryThrottle.Budget()
  package var balancing: Balancer.Policy?
  /// The service to ask servers' health for; nil asks for none.
  package var healthCheckService: String?
  /// Methods whose contract says that they are idempotent are tried again when nothing else is said.
  package var retriesIdempotent = true

  package init() {}

  func method(_ descriptor: MethodDescriptor) -> Method? {
    guard !methods.isEmpty else { return nil }
    // The path without its first slash.
    return methods[String(descriptor.path.dropFirst())] ?? methods["\(descriptor.service)/"]
      ?? methods[""]
  }

  /// What may be sent more than once, and how.
  func attempts(_ descriptor: MethodDescriptor, _ method: Method?) -> AttemptPolicy? {
    switch method?.attempts {
    case .hedge where descriptor.idempotency == .unknown: nil
    case let policy?: policy
    case nil where descriptor.idempotency != .unknown && retriesIdempotent: .idempotent
    case nil: nil
    }
  }
}
