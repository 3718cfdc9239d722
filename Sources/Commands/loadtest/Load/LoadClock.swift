import NIOCore

/// Time since the start of a run; tests say themselves how it passes.
protocol LoadClock: Sendable {
  var now: Duration { get }
  /// Returns at `moment`, or at once when it has passed.
  func sleep(until moment: Duration) async throws
}

/// The machine's monotonic clock, with the event loop's timers: they are late by microseconds.
struct LoopClock: LoadClock {
  private let loop: any EventLoop
  private let start = NIODeadline.now()

  /// Starts to count.
  init(loop: any EventLoop) {
    self.loop = loop
  }

  var now: Duration { .nanoseconds((NIODeadline.now() - start).nanoseconds) }

  func sleep(until moment: Duration) async throws {
    guard moment > now else { return }
    let timer = loop.scheduleTask(deadline: start + TimeAmount(moment)) {}
    try await withTaskCancellationHandler {
      try await timer.futureResult.get()
    } onCancel: {
      timer.cancel()
    }
  }
}

/// Runs tasks on an event loop, so that a request is sent and its answer taken without a change of
/// threads.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
