import HTTP2
import NIOCore

/// A channel's connections to one endpoint, on one event loop.
final class Subchannel {
  let endpoint: Endpoint
  private unowned let loop: ClientLoop
  private var pool: ConnectionPool<ClientConnection>
  private var isDropped = false
  /// The balancer knows that this endpoint is connected.
  private var isAnnounced = false
  private var health: HealthWatch?
  /// Calls since outliers were looked for.
  private var tally = OutlierDetection.Tally()

  init(endpoint: Endpoint, loop: ClientLoop) {
    self.endpoint = endpoint
    self.loop = loop
    self.pool = ConnectionPool(connectionsMax: loop.options.connectionsMax)
  }

  /// Opens a stream for a call; false when there is no room for it now.
  func open(_ call: any OutgoingCall) -> Bool {
    while true {
      switch pool.pick() {
      case .connection(let connection):
        if call.open(on: connection) { return true }
        // It has used up its stream ids, or ends: others may take the call.
        retire(connection)
      case .grow:
        connect()
        return false
      case .full:
        return false
      }
    }
  }

  func connect() {
    pool.connecting()
    loop.connect(self)
  }

  /// The endpoint is given up: running calls end, no others begin.
  func drop() {
    isDropped = true
    health?.stop()
    shutDown(pool.connections)
  }

  /// A call ended with this.
  func record(_ code: StatusCode) {
    switch code {
    case .unavailable, .internal, .unknown, .dataLoss, .deadlineExceeded, .resourceExhausted:
      tally.failures += 1
    // The caller's own doing.
    case .cancelled: break
    // NOT_FOUND and the like are answers.
    default: tally.successes += 1
    }
  }

  func takeTally() -> OutlierDetection.Tally {
    defer { tally = OutlierDetection.Tally() }
    return tally
  }

  var openCalls: Int { pool.connections.reduce(0) { $0 + $1.openCalls } }

  /// Closes what nobody uses, beyond one connection.
  func closeSpare() { shutDown(pool.spare) }

  /// Closes everything that has no calls; the endpoint is connected to again when one comes.
  func rest() {
    forget()
    shutDown(pool.connections)
  }

  private func shutDown(_ connections: [ClientConnection]) {
    for connection in connections {
      _ = pool.remove(connection)
      connection.shutDown()
    }
  }
}

// MARK: - What connections say

extension Subchannel {
  func connected(_ connection: ClientConnection) {
    guard !isDropped else { return connection.shutDown() }
    pool.connected(connection)
    if isAnnounced { return loop.roomMade() }
    if let service = loop.healthCheckService {
      if health == nil { watch(connection, service) }
    } else {
      announce()
    }
  }

  private func announce() {
    isAnnounced = true
    loop.ready(self)
  }

  private func forget() {
    isAnnounced = false
    health?.stop()
    health = nil
  }

  /// The endpoint counts as connected once its health service has said something.
  private func watch(_ connection: ClientConnection, _ service: String) {
    let watch = HealthWatch(service, connection, loop) { [unowned self] isHealthy in
      loop.healthChanged(self, isHealthy: isHealthy)
      if !isAnnounced { announce() }
    }
    health = watch
    watch.start()
  }

  /// The connection takes no further calls; those it carries may still end well.
  func retire(_ connection: ClientConnection) {
    let wasLast = pool.remove(connection) && pool.connections.isEmpty
    if health?.connection === connection {
      health?.stop()
      health = nil
      if let next = pool.connections.first, let service = loop.healthCheckService {
        watch(next, service)
      }
    }
    guard wasLast, !isDropped else { return }
    forget()
    loop.lost(self)
  }

  func failed(_ why: String) {
    pool.failed(at: .now)
    guard !isDropped else { return }
    // With the connections that are there the endpoint is not lost; who waits for one more asks again.
    if pool.connections.isEmpty {
      loop.failed(self, why)
    } else {
      loop.makeRoom(after: ConnectionPool<ClientConnection>.pause)
    }
  }
}

@available(*, unavailable) extension Subchannel: Sendable {}
