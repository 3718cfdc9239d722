import NIOCore

/// Runs jobs on one event loop.
///
/// A job that becomes ready elsewhere is sent to the loop; one that was announced by
/// `runNextInline` runs at once, so that a handler which never waits is done within the read that
/// brought its request.
final class LoopExecutor: SerialExecutor, @unchecked Sendable {
  let loop: any EventLoop
  // SAFETY: touched on the loop only.
  private var runsNextInline = false

  init(loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if loop.inEventLoop, runsNextInline {
      runsNextInline = false
      unsafe job.runSynchronously(on: asUnownedSerialExecutor())
    } else {
      loop.execute { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
  }

  /// Lets the job that becomes ready next run at once, up to its first wait.
  func runNextInline() {
    loop.assertInEventLoop()
    runsNextInline = true
  }

  func isIsolatingCurrentContext() -> Bool? { loop.inEventLoop }

  func checkIsolated() { loop.preconditionInEventLoop() }
}
