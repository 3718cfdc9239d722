import Synchronization

/// Wakes the sender when there is news, so that nobody waits for its next round.
final class OutboxSignal: Sendable {
  private struct State {
    var shards: Set<Int> = []
    var waiter: CheckedContinuation<Void, Never>?

    mutating func takeWaiter() -> CheckedContinuation<Void, Never>? {
      defer { waiter = nil }
      return waiter
    }
  }

  private let state = Mutex(State())

  /// There is news in this shard.
  func kick(_ shard: Int) {
    let waiter = state.withLock { state in
      state.shards.insert(shard)
      return state.takeWaiter()
    }
    waiter?.resume()
  }

  /// The shards with news since the last call, as soon as there are any.
  ///
  /// There is one sender, and so one who waits.
  ///
  /// - Returns: none when the time is up or the task is cancelled.
  func wait(atMost limit: Duration) async -> Set<Int> {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.untilKicked() }
      // Ends early only with the group, which is what cancels it.
      group.addTask { try? await Task.sleep(for: limit) }
      await group.next()
      group.cancelAll()
    }
    return state.withLock { state in
      defer { state.shards = [] }
      return state.shards
    }
  }

  private func untilKicked() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if !state.shards.isEmpty || Task.isCancelled { return true }
          state.waiter = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.takeWaiter() }?.resume()
    }
  }
}
