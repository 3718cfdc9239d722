/// A connection, as far as a pool needs to know it.
protocol PooledConnection: AnyObject {
  var openCalls: Int { get }
  /// Streams the peer allows to be open at once.
  var callsMax: Int { get }
}

/// The connections to one endpoint: usually one, more when the peer's streams run out.
struct ConnectionPool<Connection: PooledConnection> {
  enum Pick {
    case connection(Connection)
    /// All are full: the call waits, and one more connection is to be made.
    case grow
    /// All are full and no more are made.
    case full
  }

  /// For how long the last failure to connect is taken for the answer.
  static var pause: Duration { .seconds(1) }

  private let connectionsMax: Int
  private(set) var connections: [Connection] = []
  private(set) var isConnecting = false
  private var pausedUntil: Deadline?

  init(connectionsMax: Int) {
    self.connectionsMax = connectionsMax
  }

  /// The oldest connection with room, so that those made for a burst empty and close.
  ///
  /// `now` is asked for when there is none.
  mutating func pick(at now: @autoclosure () -> Deadline = .now) -> Pick {
    for connection in connections where connection.openCalls < connection.callsMax {
      return .connection(connection)
    }
    guard !connections.isEmpty, !isConnecting, connections.count < connectionsMax else {
      return .full
    }
    if let pausedUntil, now() < pausedUntil { return .full }
    return .grow
  }

  mutating func connecting() {
    isConnecting = true
  }

  mutating func connected(_ connection: Connection) {
    isConnecting = false
    pausedUntil = nil
    connections.append(connection)
  }

  mutating func failed(at now: Deadline) {
    isConnecting = false
    pausedUntil = now.advanced(by: Self.pause)
  }

  /// True when that was one of the pool's.
  mutating func remove(_ connection: Connection) -> Bool {
    guard let index = connections.firstIndex(where: { $0 === connection }) else { return false }
    connections.remove(at: index)
    return true
  }

  /// Connections made for a burst that nobody uses any more.
  var spare: [Connection] { connections.dropFirst().filter { $0.openCalls == 0 } }
}
