/// Until when each thing on a server's connection must have happened; time is a parameter, in
/// nanoseconds.
///
///     opening --SETTINGS, ACK--> in use <--> idle
///        |                        |  \         |
///      close                   silent  old   unused
///                              : PING  : shut down, then close
///                              : close
struct ConnectionClock {
  /// What is seen of the connection at a moment.
  struct Sight {
    var hasPeerSettings: Bool
    var hasAcknowledgedSettings: Bool
    var openStreams: Int
    var lastReceivedAt: UInt64
  }

  enum Verdict: Equatable { case wait, ping, shutDown, close, settingsTimeout }

  private let limits: ServerLimits.Time
  private let openedAt: UInt64
  private let ageMax: UInt64?
  private var idleSince: UInt64
  private var pingedAt: UInt64?
  private var shutDownAt: UInt64?

  /// `random` in 0..<1 spreads the ends of connections that began together.
  init(_ limits: ServerLimits.Time, at now: UInt64, random: Double) {
    self.limits = limits
    openedAt = now
    idleSince = now
    // gRFC A9: ten percent more or less, lest all come back at once.
    ageMax = limits.ageSecondsMax.map { UInt64(Double($0) * 1e9 * (0.9 + 0.2 * random)) }
  }

  mutating func verdict(at now: UInt64, _ sight: Sight) -> Verdict {
    let handshakeEnd = openedAt + seconds(limits.handshakeSeconds)
    guard sight.hasPeerSettings else { return now >= handshakeEnd ? .close : .wait }
    guard sight.hasAcknowledgedSettings else {
      // A peer that does not read either never hears why.
      if now >= handshakeEnd + seconds(limits.keepaliveTimeoutSeconds) { return .close }
      return now >= handshakeEnd ? .settingsTimeout : .wait
    }
    if sight.openStreams > 0 { idleSince = now }
    if let shutDownAt {
      return now >= shutDownAt + seconds(limits.ageGraceSeconds) ? .close : .wait
    }
    let isOld = ageMax.map { now >= openedAt + $0 } ?? false
    if isOld || now >= idleSince + seconds(limits.idleSeconds) {
      shutDownAt = now
      return .shutDown
    }
    return silence(at: now, sight)
  }

  /// Asks a peer that has calls and says nothing whether it is still there.
  private mutating func silence(at now: UInt64, _ sight: Sight) -> Verdict {
    if let pingedAt, sight.lastReceivedAt < pingedAt {
      return now >= pingedAt + seconds(limits.keepaliveTimeoutSeconds) ? .close : .wait
    }
    pingedAt = nil
    let quietSince = sight.lastReceivedAt + seconds(limits.keepaliveSeconds)
    guard sight.openStreams > 0, now >= quietSince else { return .wait }
    pingedAt = now
    return .ping
  }

  private func seconds(_ count: Int) -> UInt64 { UInt64(count) * 1_000_000_000 }
}
