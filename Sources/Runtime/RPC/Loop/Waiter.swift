/// One place where a task of an event loop waits to be woken by that loop.
///
/// A continuation would resume its task on the shared pool of threads, which would send it back
/// here. A waiter keeps the task's job itself: waiting is a change to an executor that runs
/// nothing, and waking runs the job as one of the loop's.
@safe final class Waiter {
  // SAFETY: confined to one event loop; a job is run once, where its task goes next anyway.
  private var job: UnownedJob?

  var isWaiting: Bool { job != nil }

  /// Suspends the running task.
  func wait(on actor: isolated LoopActor) async {
    unsafe actor.suspended.executor.next = self
    await actor.suspended.pass()
  }

  /// Continues the task, if one waits, up to its next wait.
  func wake(on actor: LoopActor) {
    guard let job else { return }
    self.job = nil
    unsafe job.runSynchronously(on: actor.unownedExecutor)
  }

  fileprivate func keep(_ job: consuming ExecutorJob) {
    precondition(self.job == nil, "two tasks wait at one place")
    self.job = UnownedJob(job)
  }
}

@available(*, unavailable) extension Waiter: Sendable {}

/// The executor that runs nothing: what is enqueued here is kept by who waits.
final class SuspendedExecutor: SerialExecutor, @unchecked Sendable {
  // SAFETY: confined to one event loop.
  fileprivate unowned(unsafe) var next: Waiter?

  func enqueue(_ job: consuming ExecutorJob) {
    guard let waiter = unsafe next else { preconditionFailure("a task waits nowhere") }
    waiter.keep(job)
  }
}

actor SuspendedActor {
  nonisolated let executor = SuspendedExecutor()

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  // Never inlined: nothing to do is no reason to the optimiser to come here at all.
  @inline(never) fileprivate func pass() {}
}
