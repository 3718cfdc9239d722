/// What the world may ask of one gateway.
package struct GatewayLimits: Sendable {
  /// A request's body; the largest real one, a recipe in two languages, has a few kilobytes.
  package var bodyBytesMax = 1 << 20
  /// What one connection may make us keep, of requests that it does not end and of answers that it
  /// does not take; beyond it gets no further.
  package var heldBytesPerConnectionMax = 16 << 20
  /// The same for all connections together, in equal parts for the event loops, each of at least what
  /// one connection may hold; beyond, those that hold the most are closed.
  ///
  /// A quarter of the container's memory.
  package var heldBytesMax = 128 << 20
  /// Bytes of one streamed answer that may wait for its reader before the service does.
  package var unsentPerStreamBytesMax = 64 << 10
  /// Path and query; page tokens and long searches fit.
  package var targetBytesMax = 8 << 10
  /// All header fields of a request; a token of 8 KiB fits.
  package var headerBytesMax = 16 << 10
  /// Parameters of a query.
  package var queryParametersMax = 100
  /// Connections, beyond which new ones are closed.
  package var connectionsMax = 10_000
  /// Connections of one address; half of all, so that one client cannot lock out the others.
  package var connectionsPerAddressMax = 5_000
  /// Requests of one HTTP/2 connection at once.
  package var streamsPerConnectionMax = 128
  /// Calls at work, beyond which requests are answered 503 at once.
  package var runningCallsMax = 2_000
  /// From the first byte of a request to the end of its header fields; also for a TLS handshake.
  package var headSeconds = 10
  /// From the header fields to the end of the body.
  package var bodySeconds = 30
  /// Between requests of a connection; longer than the 75 s after which the load balancer reuses none.
  package var idleSeconds = 90
  /// From an answer's first byte to the moment the client has taken all of it.
  package var writeSeconds = 30
  /// A call without `x-request-timeout`, and the most that one can ask for.
  package var callSeconds = 60

  package init() {}
}
