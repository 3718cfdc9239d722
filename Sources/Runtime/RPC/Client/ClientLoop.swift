import HTTP2
import NIOCore

/// A channel's part on one event loop: its endpoints, its connections, the calls that wait for one.
///
/// Drives what `Resolution` and `Balancer` decide.
final class ClientLoop {
  let actor: LoopActor
  var eventLoop: any EventLoop { actor.loop }
  let target: Target
  let authority: String
  let options: ClientChannelOptions
  let deadlines: DeadlineQueue
  let output = OutputBuffer()
  var throttle: RetryThrottle

  private var resolution: Resolution
  private var balancer: Balancer
  private var subchannels: [Endpoint: Subchannel] = [:]
  /// Where calls go, in turn.
  private var serving: [Subchannel] = []
  private var turn = 0
  private var waiting = WaitingCalls()
  /// Why nothing can be connected to, until it is known that there are no other addresses.
  private var heldFailure: String?
  private var open: [ObjectIdentifier: ClientConnection] = [:]
  /// Tasks whose calls have ended, woken together.
  private var ended: [Waiter] = []
  private var isClosed = false
  private var onClosed: EventLoopPromise<Void>?

  init(eventLoop: any EventLoop, target: Target, options: ClientChannelOptions) {
    self.actor = .of(eventLoop)
    self.target = target
    self.authority = options.serverName ?? target.authority
    self.options = options
    self.deadlines = DeadlineQueue(loop: eventLoop)
    self.resolution = Resolution(
      pace: options.resolving ?? target.pace,
      backoff: options.backoff
    )
    self.balancer = Balancer(
      policy: options.serviceConfig.balancing ?? options.balancing,
      backoff: options.backoff
    )
    self.throttle = RetryThrottle(options.serviceConfig.throttling)
  }
}

// MARK: - Wakes

extension ClientLoop {
  /// Lets a task go on: after the read that is being understood, or in this loop's next turn.
  func wake(_ waiter: Waiter) {
    ended.append(waiter)
    guard ended.count == 1 else { return }
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.execute { bound.value.wakeEnded() }
  }

  /// Everything that was read is understood.
  func wakeEnded() {
    guard !ended.isEmpty else { return }
    let waiters = ended
    ended = []
    for waiter in waiters { waiter.wake(on: actor) }
  }
}

// MARK: - Calls

extension ClientLoop {
  /// How long a call that does not wait for ready waits for the next attempt to connect.
  private static let attemptWaitMax = Duration.seconds(1)

  /// Sends a call now, or as soon as there is room for it.
  func send(_ call: any OutgoingCall) {
    if waiting.isEmpty, dispatch(call) { return }
    if isClosed { return call.abandon(.unavailable("the channel to \(target) is closed")) }
    guard waiting.count < options.waitingMax else {
      return call.abandon(
        .resourceExhausted("\(waiting.count) calls already wait for a connection to \(target)")
      )
    }
    if !call.head.waitsForReady, let failure = balancer.failure(),
      failure.nextAttempt > .after(Self.attemptWaitMax)
    {
      return call.attemptFailed(.cannotConnect(target, failure.reason))
    }
    waiting.append(call)
    if serving.isEmpty { seek() }
  }

  /// Sends a call again in a while, unless it ends before.
  func send(_ call: any OutgoingCall, after delay: Duration) {
    let bound = NIOLoopBound((loop: self, call: call), eventLoop: eventLoop)
    eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
      let (loop, call) = bound.value
      if !call.isOver { loop.send(call) }
    }
  }

  func ended(_ call: any OutgoingCall) {
    deadlines.remove(call)
    waiting.remove(call)
  }

  private func dispatch(_ call: any OutgoingCall) -> Bool {
    for _ in serving.indices {
      turn &+= 1
      if serving[turn % serving.count].open(call) { return true }
    }
    return false
  }

  /// A stream has ended, or there is another connection: those who wait may go.
  func roomMade() {
    while let call = waiting.popFirst() {
      guard dispatch(call) else { return waiting.prepend(call) }
    }
  }

  private func failWaiting(_ error: RPCError) {
    heldFailure = nil
    for call in waiting.all where !call.head.waitsForReady {
      waiting.remove(call)
      call.attemptFailed(error)
    }
  }
}

// MARK: - Addresses

extension ClientLoop {
  /// A call waits and nothing is connected.
  private func seek() {
    if balancer.entries.isEmpty { resolve() } else { carryOut(balancer.wanted()) }
  }

  private func resolve() {
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
        loop.carryOut(loop.resolution.due(at: .now))
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

// MARK: - Connections

extension ClientLoop {
  /// No known address can be connected to; others may be on their way.
  private func fail(_ reason: String) {
    if resolution.isWanted {
      heldFailure = reason
    } else {
      failWaiting(.cannotConnect(target, reason))
    }
  }

  private func releaseFailure() {
    guard let reason = heldFailure, !resolution.isWanted else { return }
    heldFailure = nil
    if balancer.failure() != nil { failWaiting(.cannotConnect(target, reason)) }
  }
}

extension ClientLoop {
  private func carryOut(_ actions: [Balancer.Action]) {
    for action in actions {
      switch action {
      case .connect(let endpoint): subchannel(endpoint).connect()
      case .drop(let endpoint): subchannels.removeValue(forKey: endpoint)?.drop()
      case .serve(let endpoints):
        serving = endpoints.map(subchannel)
        roomMade()
      case .fail(let reason): fail(reason)
      case .resolve: resolve()
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
    let connection = ClientConnection(subchannel, self)
    open[ObjectIdentifier(connection)] = connection
    connection.connect()
  }

  func ready(_ subchannel: Subchannel) {
    guard !isClosed else { return }
    carryOut(balancer.ready(subchannel.endpoint))
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

// MARK: - The end

extension ClientLoop {
  func close(_ promise: EventLoopPromise<Void>) {
    isClosed = true
    serving = []
    for call in waiting.all { call.abandon(.unavailable("the channel to \(target) was closed")) }
    guard !open.isEmpty else { return promise.succeed(()) }
    onClosed.map { promise.futureResult.cascade(to: $0) }
    onClosed = promise
    for connection in open.values { connection.close() }
  }
}

extension RPCError {
  fileprivate static func cannotConnect(_ target: Target, _ why: String) -> RPCError {
    .unavailable("cannot connect to \(target): \(why)")
  }
}

@available(*, unavailable) extension ClientLoop: Sendable {}
