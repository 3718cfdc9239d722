package import NIOCore
import Synchronization

/// An event loop as the isolation of the tasks that run on it.
///
/// A task isolated to it, and every asynchronous function that the task calls, runs on the loop;
/// what they await elsewhere brings them back here. A return then costs a comparison, where a task
/// executor preference costs a lock of the task. Each loop has one, so that a server's handler
/// calls a client on its own loop without a change of executors.
package actor LoopActor {
  package nonisolated let loop: any EventLoop
  private nonisolated let executor: LoopExecutor
  nonisolated let suspended = SuspendedActor()

  private init(loop: any EventLoop) {
    self.loop = loop
    executor = LoopExecutor(loop: loop)
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// The one of this loop.
  package static func of(_ loop: any EventLoop) -> LoopActor {
    known.withLock { known in
      if let actor = known[ObjectIdentifier(loop)]?.actor, actor.loop === loop { return actor }
      known = known.filter { $0.value.actor != nil }
      let actor = LoopActor(loop: loop)
      known[ObjectIdentifier(loop)] = Known(actor: actor)
      return actor
    }
  }

  private struct Known {
    weak var actor: LoopActor?
  }

  private static let known = Mutex<[ObjectIdentifier: Known]>([:])

  /// Starts a task on this loop, which must be the current one, and runs it up to its first wait.
  ///
  /// The task inherits the task-local values of the caller.
  package nonisolated func startInline(
    _ operation: @escaping @Sendable (isolated LoopActor) async -> Void
  ) -> Task<Void, Never> {
    executor.runNextInline()
    return assumeIsolated { loop in
      // The actor, captured, isolates the task: its first job goes to the loop and nowhere else.
      Task { await operation(loop) }
    }
  }
}
