package import HTTP2

/// What one server gives to its callers at most.
package struct ServerLimits: Sendable {
  /// Bytes of one received message, after its prefix; 4 MiB is what every gRPC peer expects.
  package var messageBytesMax = 4 << 20
  /// Handlers at work over all connections; calls beyond are refused before any work.
  package var runningHandlersMax = 10_000
  /// Open connections; each costs a few kilobytes even when it is silent.
  package var connectionsMax = 10_000
  /// Open connections of one address; half of all, so that one peer cannot lock out the others.
  package var connectionsPerAddressMax = 5_000
  /// What one connection may ask; its header list bounds a call's metadata.
  package var session = SessionLimits()

  package init() {}
}
