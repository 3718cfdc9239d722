/// A task that runs one call after another on its loop.
///
/// Making a task for each call costs more than most handlers do. A runner that has ended a call
/// waits for the next; a cancelled one ends, as a task cannot be made fresh again.
@safe final class CallRunner: @unchecked Sendable {
  // SAFETY: confined to its loop, which its task prefers.

  private let loop: ServerLoop
  private let executor: LoopExecutor
  private var call: ServerCall?
  private var continuation: UnsafeContinuation<Void, Never>?
  private var task: Task<Void, Never>?

  init(loop: ServerLoop) {
    self.loop = loop
    self.executor = loop.executor
  }

  /// Runs the call up to its first wait.
  func start(_ call: ServerCall) {
    self.call = call
    executor.runNextInline()
    if let waiting = unsafe continuation {
      unsafe continuation = nil
      unsafe waiting.resume()
    } else {
      task = Task.detached(executorPreference: executor) { @concurrent in await self.run() }
    }
  }

  /// Tells the handler that runs now to stop.
  func cancel() {
    task?.cancel()
  }

  /// Ends a runner that waits.
  func stop() {
    unsafe continuation?.resume()
    unsafe continuation = nil
  }

  private func run() async {
    while let call {
      self.call = nil
      await call.run()
      guard !Task.isCancelled, loop.keep(self) else { break }
      await unsafe withUnsafeContinuation { unsafe continuation = $0 }
    }
    task = nil
  }
}
