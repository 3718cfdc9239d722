import AsyncHTTPClient
package import NIOCore
import NIOHTTP1
import NIOSSL

/// Pooled HTTP/1.1 connections to everything of AWS that one process talks to.
///
/// One is enough for all services; whoever makes it closes it.
package final class HTTPPool: Sendable {
  private let client: HTTPClient

  /// `trustRoots` is a file of certificates in PEM that are trusted instead of the system's.
  package init(group: any EventLoopGroup, trustRoots: String? = nil) {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = .seconds(Limits.connectSeconds)
    configuration.connectionPool.idleTimeout = .seconds(Limits.idleSeconds)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit =
      Limits.connectionsPerHostMax
    if let trustRoots {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.trustRoots = .file(trustRoots)
      configuration.tlsConfiguration = tls
    }
    // Retries are decided in one place, which knows the deadline and the quota.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .shared(group), configuration: configuration)
  }

  /// Lets go of every connection; requests still running fail.
  package func close() async throws { try await client.shutdown() }

  /// One exchange, from the first byte of the request to the last of the answer.
  nonisolated(nonsending) func send(
    _ request: AWSRequest,
    to endpoint: Endpoint,
    headers: [AWSRequest.Field],
    deadline: NIODeadline,
    bytesMax: Int
  ) async throws(HTTPFailure) -> AWSResponse {
    do {
      let prepared = try HTTPClient.Request(
        url: endpoint.url + request.target,
        method: .RAW(value: request.method),
        headers: HTTPHeaders(headers.map { ($0.name, $0.value) }),
        body: request.body.isEmpty ? nil : .bytes(request.body)
      )
      // This form rather than the asynchronous one: its deadline and its cancellation hold until
      // the last byte of the answer, not only until its head.
      let task = client.execute(
        request: prepared,
        delegate: ResponseAccumulator(request: prepared, maxBodySize: bytesMax),
        deadline: deadline
      )
      let response = try await withTaskCancellationHandler {
        try await task.get()
      } onCancel: {
        task.cancel()
      }
      return AWSResponse(response)
    } catch { throw HTTPFailure(error) }
  }
}

extension AWSResponse {
  fileprivate init(_ response: HTTPClient.Response) {
    self.init(
      status: Int(response.status.code),
      headers: response.headers.map { AWSRequest.Field($0.name, $0.value) },
      body: response.body.map { Array($0.readableBytesView) } ?? []
    )
  }
}
