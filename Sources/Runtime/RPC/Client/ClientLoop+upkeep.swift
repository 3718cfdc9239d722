import NIOCore

extension ClientLoop {
  /// The service whose health decides; only with several endpoints is there another to go to.
  var healthCheckService: String? {
    balancer.policy == .roundRobin ? options.serviceConfig.healthCheckService : nil
  }

  func pingLess() { keepaliveFactor = min(keepaliveFactor * 2, 1 << 10) }

  /// Looks after the connections, as long as there are any.
  func keepUp() {
    guard !upkeep.isScheduled else { return }
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    upkeep.schedule(on: eventLoop) {
      let loop = bound.value
      guard !loop.isClosed else { return }
      loop.upkeep.cancel()
      loop.lookAfterConnections()
      if !loop.open.isEmpty { loop.keepUp() }
    }
  }

  private func lookAfterConnections() {
    let openCalls = subchannels.values.reduce(0) { $0 + $1.openCalls }
    if upkeep.isIdle(at: .now, calls: turn, open: openCalls + waiting.count) {
      return rest()
    }
    for subchannel in subchannels.values { subchannel.closeSpare() }
    let ejected = upkeep.sweep(at: .now) { subchannels.mapValues { $0.takeTally() } }
    if let ejected { carryOut(balancer.eject(ejected)) }
  }

  /// Closes the connections until a call comes; addresses that may change are asked for then.
  private func rest() {
    guard target.endpoints != nil else {
      return carryOut(balancer.update([], hasWaiting: false))
    }
    carryOut(balancer.rest())
    for subchannel in subchannels.values { subchannel.rest() }
  }
}
