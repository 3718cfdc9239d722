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
  /// Bytes that one connection makes us keep: unread answers and unfinished requests.
  ///
  /// Four of the largest messages.
  package var heldBytesPerConnectionMax = 16 << 20
  /// The same for all connections together, in equal parts for the event loops, each of at least what
  /// one connection may hold; beyond, those that hold the most are closed.
  ///
  /// Well below the half of a small container's 256 MiB.
  package var heldBytesMax = 96 << 20
  package var time = Time()
  /// What one connection may ask; its header list bounds a call's metadata.
  package var session = {
    var limits = SessionLimits()
    // The most often that gRPC's clients let themselves be told to ping.
    limits.pingIntervalSecondsMin = 10
    return limits
  }()

  package init() {}

  /// How long connections may take and live.
  package struct Time: Sendable {
    /// From the connection to the client's SETTINGS and its acknowledgement of ours, TLS included.
    package var handshakeSeconds = 10
    /// Without a call; a client that comes back connects again.
    package var idleSeconds = 15 * 60
    /// Age at which a connection is shut down gracefully, so that clients look for new servers.
    package var ageSecondsMax: Int?
    /// From that goodbye to the end of the connection, whatever still runs.
    package var ageGraceSeconds = 60
    /// Silence of a client that has calls open, after which it is asked whether it is there.
    package var keepaliveSeconds = 120
    /// From that question to the end of the connection.
    package var keepaliveTimeoutSeconds = 20

    package init() {}
  }
}
