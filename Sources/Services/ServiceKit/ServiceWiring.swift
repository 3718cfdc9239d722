package import Logging
package import PageTokens
package import RPC
package import SingleTable

/// What a host has to know of a service to run it: its names, its slice, and how it is made.
///
/// A service states its wiring in `XService+Wiring.swift`; the host knows nothing else of it.
package struct ServiceWiring: Sendable {
  /// The executable's name and the service's identity, as in `rating-handler`.
  package let name: String
  /// The full names of the contracts it serves, as in `smartcooking.rating.v1.RatingHandlerService`.
  package let contracts: [String]
  /// The partition-key prefixes it owns; any other key is refused.
  package let slice: [String]
  /// The names of the services it calls.
  package let peers: [String]
  /// Brings what comes with the product into the service's slice, unless it is there.
  ///
  /// Nil when nothing comes. `make` does it too; this is for whoever fills a table without a service.
  package let seed: Seeding?
  /// It has use for a model that is paid, where the deployment has one.
  package let usesModel: Bool
  /// It has something to tell admins.
  package let raisesAlerts: Bool
  /// Makes the service; it is ready to answer when this returns.
  package let make: @Sendable (ServiceNeeds) async throws -> ServiceParts

  /// `now` is in epoch seconds.
  package typealias Seeding =
    @Sendable (_ table: any Table, _ now: Int64, _ logger: Logger) async throws -> Void

  package init(
    name: String,
    contracts: [String],
    slice: [String],
    peers: [String] = [],
    seed: Seeding? = nil,
    usesModel: Bool = false,
    raisesAlerts: Bool = false,
    make: @escaping @Sendable (ServiceNeeds) async throws -> ServiceParts
  ) {
    self.name = name
    self.contracts = contracts
    self.slice = slice
    self.peers = peers
    self.seed = seed
    self.usesModel = usesModel
    self.raisesAlerts = raisesAlerts
    self.make = make
  }
}

/// What a host gives to a service.
package struct ServiceNeeds: Sendable {
  /// The table, confined to the service's slice.
  package let table: any Table
  /// A channel to each of the wiring's peers.
  package let channels: [String: ClientChannel]
  package let pageTokens: PageTokenSealer
  package let clock: ServiceClock
  package let ids: UUIDv7Generator
  package let logger: Logger
  /// The service's own settings by lower-case name, as in `free-suggestions`.
  package let settings: [String: String]
  /// The model that the deployment pays for; nil where there is none.
  package let paidModel: PaidModel?
  package let alerts: any AdminAlerts

  /// Without `alerts` admins read the log.
  package init(
    table: any Table,
    channels: [String: ClientChannel],
    pageTokens: PageTokenSealer,
    clock: ServiceClock,
    ids: UUIDv7Generator,
    logger: Logger,
    settings: [String: String],
    paidModel: PaidModel? = nil,
    alerts: (any AdminAlerts)? = nil
  ) {
    self.table = table
    self.channels = channels
    self.pageTokens = pageTokens
    self.clock = clock
    self.ids = ids
    self.logger = logger
    self.settings = settings
    self.paidModel = paidModel
    self.alerts = alerts ?? LoggedAlerts(logger)
  }

  /// The channel to a peer that the wiring names.
  package func channel(to peer: String) -> ClientChannel {
    guard let channel = channels[peer] else {
      preconditionFailure("\(peer) is not among the peers of the wiring")
    }
    return channel
  }
}

/// A service that has been made.
package struct ServiceParts: Sendable {
  package let definition: ServiceDefinition
  /// Work beside the calls, such as an outbox; runs until it is cancelled.
  package let background: (@Sendable () async -> Void)?
  /// Figures of the service's own, in the text exposition format of Prometheus.
  package let metrics: (@Sendable () -> String)?

  package init(
    definition: ServiceDefinition,
    background: (@Sendable () async -> Void)? = nil,
    metrics: (@Sendable () -> String)? = nil
  ) {
    self.definition = definition
    self.background = background
    self.metrics = metrics
  }
}

/// The time of day, injected so that tests decide what time it is.
package struct ServiceClock: Sendable {
  private let read: @Sendable () -> Int64

  /// - Parameter milliseconds: milliseconds since 1970, UTC.
  package init(milliseconds: @escaping @Sendable () -> Int64) {
    read = milliseconds
  }

  /// Milliseconds since 1970, UTC.
  package var milliseconds: Int64 { read() }
  /// Whole seconds since 1970, UTC; the unit of `ttl`.
  package var seconds: Int64 { read() / 1_000 }
}
