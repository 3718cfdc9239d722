/// When a connection is probed by a PING, and when it is taken for dead, without doing either.
///
///     quiet --nothing received for `time`--> probed --nothing for `timeout`--> dead
///       ^                                       |
///       +---------------- received -------------+
package struct Keepalive {
  package struct Options: Sendable {
    /// Time without anything received; nil never probes.
    ///
    /// gRPC's servers take one ping in five minutes.
    package var time: Duration? = .seconds(300)
    package var timeout = Duration.seconds(20)
    /// Probes a connection that carries no call; servers may take that for abuse.
    package var probesWithoutCalls = false
    /// gRPC's clients probe no more often, whatever they are told.
    var timeMin = Duration.seconds(10)

    package init() {}
  }

  enum Action: Equatable {
    case wakeUp(at: Deadline)
    case ping(wakeUp: Deadline)
    case close
  }

  private let options: Options
  private let time: Duration
  private var probedAt: Deadline?

  /// Nil when nothing is to be probed; `factor` is how often a server asked for fewer pings.
  init?(_ options: Options, factor: Int = 1) {
    guard let time = options.time else { return nil }
    self.options = options
    self.time = max(time, options.timeMin) * factor
  }

  mutating func due(at now: Deadline, received: Deadline, hasCalls: Bool) -> Action {
    if let probed = probedAt, received <= probed {
      let end = probed.advanced(by: options.timeout)
      return now < end ? .wakeUp(at: end) : .close
    }
    probedAt = nil
    let quietEnd = received.advanced(by: time)
    if now < quietEnd { return .wakeUp(at: quietEnd) }
    guard hasCalls || options.probesWithoutCalls else {
      return .wakeUp(at: now.advanced(by: time))
    }
    probedAt = now
    return .ping(wakeUp: now.advanced(by: options.timeout))
  }
}
