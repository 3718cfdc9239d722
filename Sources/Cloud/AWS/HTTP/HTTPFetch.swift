import NIOCore

/// Asks for a small document without a signature, a few times at most.
package struct HTTPFetch: Sendable {
  /// What came instead of the document.
  package struct Failure: Error, Sendable {
    /// As in `answered 503`.
    package let reason: String
    /// The body of an answer that was no success.
    package let document: [UInt8]
  }

  private let pool: HTTPPool
  private let clock: AWSClock

  package init(pool: HTTPPool, clock: AWSClock = AWSClock()) {
    self.pool = pool
    self.clock = clock
  }

  /// The body of a 200.
  ///
  /// What may pass is tried again: no connection, a broken one, no answer in time, 429 and 5xx.
  package nonisolated(nonsending) func send(
    _ request: AWSRequest,
    to endpoint: Endpoint
  ) async throws(Failure) -> [UInt8] {
    var failure = Failure(reason: "cancelled", document: [])
    for attempt in 1...Limits.fetchAttemptsMax {
      do throws(HTTPFailure) {
        let response = try await pool.send(
          request,
          to: endpoint,
          headers: request.headers,
          deadline: clock.now() + .seconds(Limits.fetchTimeoutSeconds),
          bytesMax: Limits.fetchBytesMax
        )
        if response.status == 200 { return response.body }
        failure = Failure(reason: "answered \(response.status)", document: response.body)
        guard response.status >= 500 || response.status == 429 else { break }
      } catch {
        if error == .cancelled { break }
        failure = Failure(reason: error.reason, document: [])
      }
      guard attempt < Limits.fetchAttemptsMax else { break }
      do {
        try await clock.sleep(.milliseconds(Int64(100 * attempt)))
      } catch { break }
    }
    throw failure
  }
}

extension HTTPFailure {
  /// For a reader of errors.
  fileprivate var reason: String {
    switch self {
    case .notSent(let reason): "no connection: \(reason)"
    case .broken(let reason): "no answer: \(reason)"
    case .timedOut: "no answer in time"
    case .cancelled: "cancelled"
    }
  }
}
