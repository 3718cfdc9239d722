import Gateway
import Logging
import Observability
package import Protobuf
import RPC
package import ServiceHost
import ServiceKit

extension Host {
  /// Serves the contracts' REST routes, over TLS where that is configured; answers where.
  ///
  /// `upstreams` is the service's name for each contract's full name.
  package func startGateway(
    registry: SchemaRegistry,
    upstreams: [String: String],
    on address: Address
  ) async throws -> String {
    var channels: [String: ClientChannel] = [:]
    for (contract, service) in upstreams {
      channels[contract] = channel(to: try target(of: service))
    }
    let observer = RequestObserver(
      logger: configuration.makeLogger(service: "gateway"),
      metrics: requests
    )
    let gateway = try Gateway(
      registry: registry,
      upstreams: channels,
      authenticator: authenticator,
      tls: try configuration.tls?.configuration(),
      group: group,
      observe: { observer.answered($0) }
    )
    let port = try await gateway.start(host: address.host, port: address.port)
    drainAtStop { await gateway.drain(within: $0) }
    if let files = configuration.tls { renew(files) { try gateway.use($0) } }
    let scheme = configuration.tls == nil ? "http" : "https"
    return "\(scheme)://\(Address(host: address.host, port: port))"
  }
}

/// Counts each request of the gateway, and writes its line in the log.
private struct RequestObserver: Sendable {
  let logger: Logger
  let metrics: CallMetrics

  func answered(_ record: GatewayRecord) {
    let (seconds, attoseconds) = record.duration.components
    let nanoseconds = UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds) / 1_000_000_000
    let route = record.route.isEmpty ? "" : "\(record.httpMethod) \(record.route)"
    metrics.record(route, status: record.httpStatus, nanoseconds: nanoseconds)
    let level: Logger.Level = record.httpStatus >= 500 ? .error : .info
    guard level >= logger.logLevel else { return }
    var metadata: Logger.Metadata = [
      "requestId": "\(record.requestID)",
      "httpMethod": "\(record.httpMethod)",
      "route": "\(record.route)",
      "status": "\(record.status.name)",
      "httpStatus": .stringConvertible(record.httpStatus),
      "durationMs": .stringConvertible(Double(nanoseconds / 1_000) / 1_000),
    ]
    if let method = record.method { metadata["method"] = "\(method.path)" }
    if let error = record.error, level == .error {
      logger.error("request", error: error.cause ?? error, metadata: metadata)
    } else {
      logger.log(level: level, "request", metadata: metadata)
    }
  }
}
