package import HTTP2
package import NIOCore
package import NIOSSL

/// How a channel connects and what it takes.
package struct ClientChannelOptions: Sendable {
  /// Nil speaks HTTP/2 in cleartext, with prior knowledge.
  package var tls: TLSConfiguration?
  /// The name to call the server by, in its certificate and in `:authority`; nil is the target's.
  package var serverName: String?
  /// Time to connect, to shake hands and to receive the peer's settings, in all.
  package var connectTimeout = Duration.seconds(5)
  package var backoff = Backoff()
  /// How calls are spread over the addresses of the target.
  package var balancing = Balancer.Policy.pickFirst
  /// How often the addresses are asked for; nil goes by the kind of the target.
  package var resolving: Resolution.Pace?
  /// Connections of one event loop to one address, for when the peer's streams run out.
  package var connectionsMax = 4
  package var keepalive = Keepalive.Options()
  /// Without calls for this long the connections are closed until there is one; nil keeps them.
  package var idleTimeout: Duration? = .seconds(1_800)
  /// Takes calls away from endpoints that fail more of them than others; nil does not.
  package var outlierDetection: OutlierDetection.Options?
  /// Time limits, retries and hedging, method by method.
  package var serviceConfig = ServiceConfig()
  /// Bytes of one received message.
  package var messageBytesMax = 4 << 20
  /// Calls of one event loop that wait for a connection.
  package var waitingMax = 10_000
  package var session = SessionLimits()
  /// Connects to an endpoint; nil does so by a socket.
  package var connect: Connect?

  /// A channel of the event loop, whose handlers the last argument builds before it is active.
  package typealias Connect =
    @Sendable (
      _ endpoint: Endpoint,
      _ loop: any EventLoop,
      _ initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel>

  package init() {}
}
