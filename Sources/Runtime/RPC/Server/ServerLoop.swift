import HTTP2
import NIOCore

/// What the connections of one event loop share: no lock, no atomic on a call's way.
final class ServerLoop {
  let executor: LoopExecutor
  let deadlines: DeadlineQueue
  let router: Router
  let interceptors: [any ServerInterceptor]
  let limits: ServerLimits
  /// Lent to every connection of this loop while it writes.
  let output = OutputBuffer()
  /// This loop's part of `ServerLimits.runningHandlersMax`.
  let runningMax: Int
  /// Handlers that have begun and not ended, answered or not.
  var running = 0
  var connections: [ObjectIdentifier: ServerConnection] = [:]
  var isDraining = false
  /// Told when the last handler ends while draining.
  var drained: EventLoopPromise<Void>?

  init(
    loop: any EventLoop,
    router: Router,
    interceptors: [any ServerInterceptor],
    limits: ServerLimits,
    runningMax: Int
  ) {
    self.executor = LoopExecutor(loop: loop)
    self.deadlines = DeadlineQueue(loop: loop)
    self.router = router
    self.interceptors = interceptors
    self.limits = limits
    self.runningMax = runningMax
  }

  /// Runners that wait for a call.
  private var idleRunners: [CallRunner] = []
  /// As many as calls of one read usually wait at the same time; each keeps a few kilobytes.
  private static let idleRunnersMax = 64

  /// Something to run a call with.
  func runner() -> CallRunner {
    idleRunners.popLast() ?? CallRunner(loop: self)
  }

  /// False when enough runners wait already.
  func keep(_ runner: CallRunner) -> Bool {
    guard idleRunners.count < Self.idleRunnersMax, !isDraining else { return false }
    idleRunners.append(runner)
    return true
  }

  var hasRoom: Bool { running < runningMax }

  func handlerEnded() {
    running -= 1
    if isDraining { noteProgress() }
  }

  /// Tells every connection to finish; each closes itself when its streams are done.
  func drain(_ promise: EventLoopPromise<Void>) {
    isDraining = true
    drained = promise
    for runner in idleRunners { runner.stop() }
    idleRunners = []
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

@available(*, unavailable) extension ServerLoop: Sendable {}
