package import NIOCore

/// Runs tasks on one event loop.
///
/// A job that becomes ready elsewhere is sent to the loop; the first job of a task started with
/// `startInline` runs at once, so that a handler which never waits is done when `startInline`
/// returns, within the read that brought its request.
package final class LoopExecutor: TaskExecutor, @unchecked Sendable {
  package let loop: any EventLoop
  // SAFETY: touched on the loop only.
  private var runsNextInline = false

  package init(loop: any EventLoop) {
    self.loop = loop
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if loop.inEventLoop, runsNextInline {
      runsNextInline = false
      unsafe job.runSynchronously(on: asUnownedTaskExecutor())
    } else {
      loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }

  /// Lets the task that is made next run at once, up to its first wait.
  func runNextInline() {
    loop.assertInEventLoop()
    runsNextInline = true
  }

  /// Starts a task on this loop, which must be the current one, and runs it up to its first wait.
  ///
  /// The task inherits the task-local values of the caller.
  package func startInline(_ operation: sending @escaping () async -> Void) -> Task<Void, Never> {
    runNextInline()
    return Task(executorPreference: self, operation: operation)
  }
}
