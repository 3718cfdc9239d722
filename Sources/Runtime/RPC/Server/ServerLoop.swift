import HTTP2
import NIOCore

/// What the connections of one event loop share: no lock, no atomic on a call's way.
final class ServerLoop {
  let actor: LoopActor
  let deadlines: DeadlineQueue
  let router: Router
  let observer: (any ServerObserver)?
  let interceptors: [any ServerInterceptor]
  let limits: ServerLimits
  /// What its connections read and answer together.
  let loopTurn = LoopTurn()
  let memory = SessionMemory()
  /// This loop's part of `ServerLimits.runningHandlersMax`.
  let runningMax: Int
  /// Handlers that have begun and not ended, answered or not.
  var running = 0
  var connections: [ObjectIdentifier: ServerConnection] = [:]
  /// What they make us keep in memory.
  let held = HeldBytes()
  /// This loop's part of `ServerLimits.heldBytesMax`.
  let heldBytesMax: Int
  private var isShedding = false
  /// The timer of `watch`.
  var watcher: RepeatedTask?
  var isDraining = false
  /// Told when the last handler ends while draining.
  var drained: EventLoopPromise<Void>?

  init(
    loop: any EventLoop,
    router: Router,
    observer: (any ServerObserver)?,
    interceptors: [any ServerInterceptor],
    limits: ServerLimits,
    runningMax: Int,
    heldBytesMax: Int
  ) {
    self.actor = LoopActor.of(loop)
    self.deadlines = DeadlineQueue(loop: loop)
    self.router = router
    self.observer = observer
    self.interceptors = interceptors
    self.limits = limits
    self.runningMax = runningMax
    self.heldBytesMax = heldBytesMax
  }

  /// Runners that wait for a call.
  private var idleRunners: [CallRunner] = []
  /// As many as calls of one read usually wait at the same time; each keeps a few kilobytes.
  private static let idleRunnersMax = 64

  /// Calls to run or to wake, in the order they came; those before `nextReady` had their turn.
  private var ready: [ServerCall?] = []
  private var nextReady = 0

  var hasRoom: Bool { running < runningMax }

  /// What the connection of a stream makes us keep is within its limit.
  func mayKeep(_ stream: Stream) -> Bool {
    stream.heldByConnection <= limits.heldBytesPerConnectionMax
  }

  /// Ends the connections that make us keep the most while all together make it too much.
  ///
  /// To refuse what comes instead would let a few that hold on to what they have lock out all others.
  /// Asked after each read, and when an answer has to wait.
  func bound() {
    guard held.count > heldBytesMax, !isShedding else { return }
    isShedding = true
    let bound = NIOLoopBound(self, eventLoop: actor.loop)
    // Not from within its session. What comes meanwhile is a turn's reads at most.
    actor.loop.execute {
      let loop = bound.value
      loop.isShedding = false
      for connection in loop.connections.values.sorted(by: { $0.heldBytes > $1.heldBytes }) {
        guard loop.held.count > loop.heldBytesMax else { return }
        connection.abort()
      }
    }
  }

  func handlerEnded() {
    running -= 1
    if isDraining { noteProgress() }
  }

  /// Tells every connection to finish; each closes itself when its streams are done.
  func drain(_ promise: EventLoopPromise<Void>) {
    isDraining = true
    drained = promise
    let idle = idleRunners
    idleRunners = []
    for runner in idle { runner.start() }
    for connection in connections.values { connection.shutDown() }
    noteProgress()
  }

  /// Ends what is left, answered or not.
  func closeAll() {
    drained = nil
    for connection in connections.values { connection.close() }
  }

  func noteProgress() {
    guard connections.isEmpty, running == 0 else { return }
    drained?.succeed(())
    drained = nil
  }
}

// MARK: - Taking turns

extension ServerLoop {
  /// Lets a call have its turn: when the bytes that were read are all understood.
  func enqueue(_ call: ServerCall) {
    guard !call.isReady else { return }
    call.isReady = true
    ready.append(call)
  }

  /// Runs every call that is ready, each up to its first wait.
  func runReady() {
    while let call = takeReady() {
      if let reader = call.reader, reader.isWaiting {
        reader.wake(on: actor)
      } else {
        putBack(call)
        (idleRunners.popLast() ?? CallRunner(loop: self)).start()
      }
    }
  }

  /// Takes the call at the front if it is to be run; one that is to be woken stays.
  func nextToRun() -> ServerCall? {
    guard let call = takeReady() else { return nil }
    guard call.reader?.isWaiting != true else {
      putBack(call)
      return nil
    }
    return call
  }

  // Moved out and in again: a call in hand costs no counting of references.
  private func takeReady() -> ServerCall? {
    guard nextReady < ready.count, let call = ready[nextReady].take() else { return nil }
    call.isReady = false
    nextReady += 1
    if nextReady == ready.count {
      ready.removeAll(keepingCapacity: true)
      nextReady = 0
    }
    return call
  }

  private func putBack(_ call: consuming ServerCall) {
    call.isReady = true
    guard nextReady > 0 else { return ready.insert(call, at: 0) }
    nextReady -= 1
    ready[nextReady] = call
  }

  /// False when enough runners wait already.
  func keep(_ runner: CallRunner) -> Bool {
    guard idleRunners.count < Self.idleRunnersMax, !isDraining else { return false }
    idleRunners.append(runner)
    return true
  }
}

@available(*, unavailable) extension ServerLoop: Sendable {}
