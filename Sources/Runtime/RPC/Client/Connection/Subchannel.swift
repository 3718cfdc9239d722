import HTTP2
import NIOCore

/// A channel's connections to one endpoint, on one event loop.
final class Subchannel {
  let endpoint: Endpoint
  private unowned let loop: ClientLoop
  private var pool: ConnectionPool<ClientConnection>
  private var isDropped = false

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
    shutDown(pool.connections)
  }

  /// Closes what nobody uses, beyond one connection.
  func closeSpare() { shutDown(pool.spare) }

  /// Closes everything that has no calls; the endpoint is connected to again when one comes.
  func rest() { shutDown(pool.connections) }

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
    let isFirst = pool.connections.isEmpty
    pool.connected(connection)
    if isFirst { loop.ready(self) } else { loop.roomMade() }
  }

  /// The connection takes no further calls; those it carries may still end well.
  func retire(_ connection: ClientConnection) {
    guard pool.remove(connection), pool.connections.isEmpty, !isDropped else { return }
    loop.lost(self)
  }

  func failed(_ why: String) {
    pool.failed(at: .now)
    // Without the connections that are there the endpoint is not lost.
    if pool.connections.isEmpty, !isDropped { loop.failed(self, why) }
  }
}

@available(*, unavailable) extension Subchannel: Sendable {}
