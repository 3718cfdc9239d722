import Foundation
import RPC
import Synchronization

/// The public keys of one issuer, kept as new as its tokens need.
///
/// `run` alone asks the issuer. Whose key is known never waits for it; whose is not waits while it is
/// asked, and may leave.
final class KeyRing: Sendable {
  enum Answer {
    /// A set that has the key; a higher generation is a newer set.
    case known(KeySet, generation: Int)
    case unknown
    /// The key is not known, and the issuer could not be asked.
    case unreachable
  }

  private struct State {
    var set: KeySet
    let isFixed: Bool
    var generation = 0
    var schedule: KeySetSchedule
    var isRunning = false
    var hasRun = false
    /// Places of those who wait; nil for one who has yet to take its place.
    var waiters: [Int: CheckedContinuation<Void, Never>?] = [:]
    var nextWaiter = 0

    /// The answer as things are; nil when the issuer is to be asked first.
    mutating func answer(_ name: String, mayAsk: Bool, now: Date) -> Answer? {
      if set.has(name) { return .known(set, generation: generation) }
      if isFixed { return .unknown }
      if mayAsk, isRunning, schedule.want(now: now) { return nil }
      // Who does not wait, or no longer, does not know.
      let isUndecided = schedule.hasFailed || schedule.isAwaited || !isRunning
      return isUndecided ? .unreachable : .unknown
    }

    /// A place to wait at; nil when there is nothing to wait for any more, or too many do.
    mutating func reserve() -> Int? {
      guard isRunning, schedule.isAwaited, waiters.count < Limits.keyWaitersMax else { return nil }
      nextWaiter += 1
      waiters.updateValue(nil, forKey: nextWaiter)
      return nextWaiter
    }

    /// Gives up the place; who has taken it is to be resumed.
    mutating func leave(_ id: Int) -> CheckedContinuation<Void, Never>? {
      waiters.removeValue(forKey: id) ?? nil
    }
  }

  private let source: (any KeySetSource)?
  private let now: @Sendable () -> Date
  private let state: Mutex<State>
  /// Told when somebody lacks a key, and now and then.
  private let signal = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

  /// `set` is what `source` has now; without a source it never changes.
  init(_ set: KeySet, source: (any KeySetSource)?, now: @escaping @Sendable () -> Date) {
    self.source = source
    self.now = now
    state = Mutex(
      State(set: set, isFixed: source == nil, schedule: KeySetSchedule(now: now()))
    )
  }

  /// Calls that wait for a key now.
  var waitingCount: Int { state.withLock { $0.waiters.count } }

  /// The set that has the key `name`, as far as that is known by the deadline.
  func keys(naming name: String, by deadline: Deadline? = nil) async -> Answer {
    if let answer = state.withLock({ $0.answer(name, mayAsk: true, now: now()) }) {
      return answer
    }
    signal.continuation.yield()
    await wait(until: deadline)
    return state.withLock { $0.answer(name, mayAsk: false, now: now()) } ?? .unreachable
  }

  /// Asks the issuer, when somebody lacks a key and when the set is old, until the task is cancelled.
  ///
  /// `changed` has the generation of a newer set that is in use from now on.
  func run(
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    changed: @escaping @Sendable (_ generation: Int) -> Void,
    failed: @escaping @Sendable (any Error) -> Void
  ) async {
    guard let source else { return }
    state.withLock { state in
      precondition(!state.hasRun, "a key ring is followed once")
      state.hasRun = true
      state.isRunning = true
    }
    await withTaskGroup { group in
      group.addTask { [signal] in
        // Cancellation ends it.
        while (try? await sleep(Limits.keySetLook)) != nil { signal.continuation.yield() }
      }
      group.addTask { [self] in
        for await _ in signal.stream where state.withLock({ $0.schedule.begin(now: now()) }) {
          do {
            try await load(from: source, changed)
          } catch {
            state.withLock { $0.schedule.failed() }
            if !Task.isCancelled { failed(error) }
          }
          resumeWaiters()
        }
      }
    }
    state.withLock { $0.isRunning = false }
    resumeWaiters()
  }

  private func load(
    from source: any KeySetSource,
    _ changed: (_ generation: Int) -> Void
  ) async throws {
    let found = try await KeySet(json: source.keySet())
    let newer = state.withLock { state -> Int? in
      state.schedule.loaded(now: now())
      guard found.json != state.set.json else { return nil }
      state.set = found
      state.generation += 1
      return state.generation
    }
    if let newer { changed(newer) }
  }

  private func resumeWaiters() {
    let waiters = state.withLock { state in
      defer { state.waiters = [:] }
      return state.waiters.values
    }
    for waiter in waiters { waiter?.resume() }
  }

  private func wait(until deadline: Deadline?) async {
    guard let id = state.withLock({ $0.reserve() }) else { return }
    guard let deadline else { return await wait(at: id) }
    await withTaskGroup { group in
      group.addTask { [self] in await wait(at: id) }
      // A sleep that is cancelled stays in memory until its time: there are no more than places.
      group.addTask { try? await Task.sleep(for: max(.zero, deadline.remaining())) }
      await group.next()
      group.cancelAll()
    }
  }

  private func wait(at id: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isWaiting = state.withLock { state in
          // The load may have ended, or the task been cancelled, since the place was reserved.
          guard state.waiters[id] != nil else { return false }
          state.waiters.updateValue(continuation, forKey: id)
          return true
        }
        if !isWaiting { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.leave(id) }?.resume()
    }
  }
}
