import NIOCore

/// Asks an endpoint near by, a few times at most.
struct CredentialFetch: Sendable {
  let pool: HTTPPool
  let clock: AWSClock
  /// For a reader of errors.
  let source: String

  nonisolated(nonsending) func send(
    _ request: AWSRequest,
    to endpoint: Endpoint
  ) async throws(CredentialError) -> [UInt8] {
    var reason = ""
    for attempt in 1...Limits.credentialAttemptsMax {
      do throws(HTTPFailure) {
        let response = try await pool.send(
          request,
          to: endpoint,
          headers: request.headers,
          deadline: clock.now() + .seconds(Limits.credentialTimeoutSeconds),
          bytesMax: Limits.credentialBytesMax
        )
        if response.status == 200 { return response.body }
        reason = "answered \(response.status)"
        guard response.status >= 500 || response.status == 429 else { break }
      } catch {
        if error == .cancelled { break }
        reason = "\(error)"
      }
      guard attempt < Limits.credentialAttemptsMax else { break }
      do {
        try await clock.sleep(.milliseconds(Int64(100 * attempt)))
      } catch { break }
    }
    throw CredentialError(source: source, reason: reason)
  }
}
