/// Asks an endpoint near by for credentials.
struct CredentialFetch: Sendable {
  private let fetch: HTTPFetch
  /// For a reader of errors.
  private let source: String

  init(pool: HTTPPool, clock: AWSClock, source: String) {
    fetch = HTTPFetch(pool: pool, clock: clock)
    self.source = source
  }

  nonisolated(nonsending) func send(
    _ request: AWSRequest,
    to endpoint: Endpoint
  ) async throws(CredentialError) -> [UInt8] {
    do throws(HTTPFetch.Failure) {
      return try await fetch.send(request, to: endpoint)
    } catch { throw CredentialError(source: source, reason: error.reason) }
  }
}
