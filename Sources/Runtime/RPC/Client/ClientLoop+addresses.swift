import NIOCore

extension ClientLoop {
  /// A call waits and nothing is connected.
  func seek() {
    if balancer.entries.isEmpty { resolve() } else { carryOut(balancer.wanted()) }
  }

  func resolve() {
    if let endpoints = target.endpoints {
      guard balancer.entries.isEmpty else { return }
      carryOut(balancer.update(endpoints, hasWaiting: !waiting.isEmpty))
      return
    }
    carryOut(resolution.wanted(at: .now))
  }

  private func carryOut(_ action: Resolution.Action) {
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    switch action {
    case .none: break
    case .resolve:
      target.resolve(on: eventLoop).whenComplete { bound.value.resolved($0) }
    case .wakeUp(let moment):
      eventLoop.scheduleTask(deadline: .uptimeNanoseconds(moment.uptimeNanoseconds)) {
        let loop = bound.value
        guard !loop.isClosed else { return }
        let isNeeded = !loop.balancer.entries.isEmpty || !loop.waiting.isEmpty
        loop.carryOut(loop.resolution.due(at: .now, isNeeded: isNeeded))
      }
    }
  }

  private func resolved(_ result: Result<[Endpoint], any Error>) {
    guard !isClosed else { return }
    switch result {
    case .success(let endpoints) where !endpoints.isEmpty:
      carryOut(resolution.succeeded(at: .now))
      carryOut(balancer.update(endpoints, hasWaiting: !waiting.isEmpty))
      releaseFailure()
    case .success:
      unresolvable("it has no addresses")
    case .failure(let error):
      unresolvable("\(error)")
    }
  }

  /// Addresses that were known before stay in use.
  private func unresolvable(_ why: String) {
    carryOut(resolution.failed(at: .now, random: .random(in: 0...1)))
    guard balancer.entries.isEmpty else { return releaseFailure() }
    failWaiting(.unavailable("cannot resolve \(target): \(why)"))
  }
}
