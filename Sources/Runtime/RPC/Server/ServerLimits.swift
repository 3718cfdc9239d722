/// What one server gives to its callers at most.
package struct ServerLimits: Sendable {
  /// Bytes of one received message, after its prefix; 4 MiB is what every gRPC peer expects.
  package var messageBytesMax = 4 << 20
  /// Names, values and 32 bytes each, as RFC 9113 §6.5.2 counts a header list.
  package var metadataBytesMax = 16 << 10
  /// Handlers at work over all connections; calls beyond are refused before any work.
  package var runningHandlersMax = 10_000
  /// Open streams of one connection.
  package var streamsPerConnectionMax = 1_000
  package var connectionsMax = 10_000

  package init() {}
}
