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
  let tls: TLSContexts?
  let deadlines: DeadlineQueue
  let loopTurn = LoopTurn()
  let memory = SessionMemory()
  var throttle: RetryThrottle

  var resolution: Resolution
  var balancer: Balancer
  var subchannels: [Endpoint: Subchannel] = [:]
  /// Where calls go, in turn.
  var serving: [Subchannel] = []
  var turn = 0
  var waiting = WaitingCalls()
  /// Why nothing can be connected to, until it is known that there are no other addresses.
  var heldFailure: String?
  var open: [ObjectIdentifier: ClientConnection] = [:]
  /// Tasks whose calls have ended, woken together.
  private var ended: [Waiter] = []
  var upkeep: Upkeep
  /// Doubles each time that a server complains of too many pings.
  var keepaliveFactor = 1
  var isClosed = false
  var onClosed: EventLoopPromise<Void>?

  init(eventLoop: any EventLoop, target: Target, options: ClientChannelOptions, tls: TLSContexts?) {
    self.actor = .of(eventLoop)
    self.target = target
    self.authority = options.serverName ?? target.authority
    self.options = options
    self.tls = tls
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
    self.upkeep = Upkeep(options, at: .now)
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

  /// How many tasks go on before what they sent leaves.
  private static let portion = 16

  /// Everything that was read is understood: those who waited for it go on.
  ///
  /// What they send leaves in portions. With one write at the end of many, peer and client would
  /// take turns: each would rest while the other works.
  func wakeEnded(sendPortion: () -> Void = {}) {
    guard !ended.isEmpty else { return }
    let waiters = ended
    ended = []
    for (index, waiter) in waiters.enumerated() {
      if index > 0, index % Self.portion == 0 { sendPortion() }
      waiter.wake(on: actor)
    }
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
    // Who waits for a call keeps it: one that has ended is gone before a delay of hours is over.
    let bound = NIOLoopBound((self, WeakCall(call: call)), eventLoop: eventLoop)
    eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
      let (loop, weak) = bound.value
      if let call = weak.call, !call.isOver { loop.send(call) }
    }
  }

  private struct WeakCall {
    weak var call: (any OutgoingCall)?
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

  /// As `roomMade`, when an attempt to make room may be repeated.
  func makeRoom(after pause: Duration) {
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.scheduleTask(in: .nanoseconds(pause.nanosecondsClamped)) {
      let loop = bound.value
      if !loop.isClosed { loop.roomMade() }
    }
  }

  func failWaiting(_ error: RPCError) {
    heldFailure = nil
    for call in waiting.all where !call.head.waitsForReady {
      waiting.remove(call)
      call.attemptFailed(error)
    }
  }
}

// MARK: - The end

extension ClientLoop {
  func close(_ promise: EventLoopPromise<Void>) {
    isClosed = true
    serving = []
    upkeep.cancel()
    for call in waiting.all { call.abandon(.unavailable("the channel to \(target) was closed")) }
    guard !open.isEmpty else { return promise.succeed(()) }
    onClosed.map { promise.futureResult.cascade(to: $0) }
    onClosed = promise
    for connection in open.values { connection.close() }
  }
}

@available(*, unavailable) extension ClientLoop: Sendable {}
