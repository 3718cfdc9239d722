/// A task that runs one call after another on its loop.
///
/// Making a task for each call costs more than most handlers do, and so does waking one: a runner
/// takes the calls of a whole read in turn. When a handler waits, the calls behind it get another
/// runner. A cancelled runner ends, as a task cannot be made fresh again.
final class CallRunner: @unchecked Sendable {
  // SAFETY: confined to its loop, to which its task is isolated.

  private let loop: ServerLoop
  private let waiter = Waiter()
  private var task: Task<Void, Never>?
  private var isCancelled = false

  init(loop: ServerLoop) {
    self.loop = loop
  }

  /// Runs the calls that are ready, up to the first wait of one of their handlers.
  func start() {
    if waiter.isWaiting {
      waiter.wake(on: loop.actor)
    } else {
      task = loop.actor.startInline { await self.run(on: $0) }
    }
  }

  /// Tells the handler that runs now to stop.
  func cancel() {
    isCancelled = true
    task?.cancel()
  }

  private func run(on actor: isolated LoopActor) async {
    while true {
      while !isCancelled, let call = loop.nextToRun() {
        await call.run(by: self, on: actor)
      }
      guard !isCancelled, loop.keep(self) else { break }
      await waiter.wait(on: actor)
    }
    task = nil
  }
}
