import NIOCore

extension ClientLoop {
  /// No known address can be connected to; others may be on their way.
  private func fail(_ reason: String) {
    if resolution.isWanted {
      heldFailure = reason
    } else {
      failWaiting(.cannotConnect(target, reason))
    }
  }

  func releaseFailure() {
    guard let reason = heldFailure, !resolution.isWanted else { return }
    heldFailure = nil
    if balancer.failure() != nil { failWaiting(.cannotConnect(target, reason)) }
  }
}

extension ClientLoop {
  func carryOut(_ actions: [Balancer.Action]) {
    for action in actions {
      switch action {
      case .connect(let endpoint): subchannel(endpoint).connect()
      case .drop(let endpoint): subchannels.removeValue(forKey: endpoint)?.drop()
      case .serve(let endpoints):
        serving = endpoints.map(subchannel)
        roomMade()
      case .fail(let reason): fail(reason)
      case .resolve: resolve()
      case .race(let delay):
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
          let loop = bound.value
          guard !loop.isClosed else { return }
          loop.carryOut(loop.balancer.raceDue(hasWaiting: !loop.waiting.isEmpty))
        }
      case .wakeUp(let moment):
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleTask(deadline: .uptimeNanoseconds(moment.uptimeNanoseconds)) {
          let loop = bound.value
          guard !loop.isClosed else { return }
          loop.carryOut(loop.balancer.due(at: .now, hasWaiting: !loop.waiting.isEmpty))
        }
      }
    }
  }

  private func subchannel(_ endpoint: Endpoint) -> Subchannel {
    if let known = subchannels[endpoint] { return known }
    let made = Subchannel(endpoint: endpoint, loop: self)
    subchannels[endpoint] = made
    return made
  }

  func connect(_ subchannel: Subchannel) {
    keepUp()
    let connection = ClientConnection(subchannel, self)
    open[ObjectIdentifier(connection)] = connection
    connection.connect()
  }

  func ready(_ subchannel: Subchannel) {
    guard !isClosed else { return }
    carryOut(balancer.ready(subchannel.endpoint))
  }

  func healthChanged(_ subchannel: Subchannel, isHealthy: Bool) {
    guard !isClosed else { return }
    carryOut(balancer.healthChanged(subchannel.endpoint, isHealthy: isHealthy))
  }

  func lost(_ subchannel: Subchannel) {
    guard !isClosed else { return }
    carryOut(balancer.lost(subchannel.endpoint, hasWaiting: !waiting.isEmpty))
  }

  func failed(_ subchannel: Subchannel, _ why: String) {
    guard !isClosed else { return }
    carryOut(
      balancer.failed(
        subchannel.endpoint,
        why,
        at: .now,
        random: .random(in: 0...1),
        hasWaiting: !waiting.isEmpty
      )
    )
  }

  func closed(_ connection: ClientConnection) {
    open[ObjectIdentifier(connection)] = nil
    if open.isEmpty {
      onClosed?.succeed(())
      onClosed = nil
    }
  }
}

extension RPCError {
  static func cannotConnect(_ target: Target, _ why: String) -> RPCError {
    .unavailable("cannot connect to \(target): \(why)")
  }
}
