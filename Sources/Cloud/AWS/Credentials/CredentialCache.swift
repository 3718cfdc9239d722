package import NIOCore
import Synchronization

/// The credentials of one process: loaded once, renewed before they expire, by one caller at a time.
package final class CredentialCache: Sendable {
  private typealias Outcome = Result<Credentials, CredentialError>

  private struct State {
    var credentials = CredentialState()
    var waiters: [Int: CheckedContinuation<Outcome?, Never>] = [:]
    var nextWaiter = 0
  }

  private let source: any CredentialSource
  private let clock: AWSClock
  private let state = Mutex(State())

  package init(_ source: any CredentialSource, clock: AWSClock = AWSClock()) {
    self.source = source
    self.clock = clock
  }

  /// Credentials that hold for a while yet.
  package nonisolated(nonsending) func current(
    deadline: NIODeadline
  ) async throws(CredentialError) -> Credentials {
    let now = clock.epochSeconds()
    if let settled = state.withLock({ $0.credentials.settled(now: now) }) { return settled }
    let time = deadline - clock.now()
    // While the old ones hold, a renewal that hangs leaves the call half of its time.
    let patience = usable() == nil ? time : .nanoseconds(time.nanoseconds / 2)
    do {
      let found = try await clock.within(patience) { try await self.resolve() }
      if let found = found ?? usable() { return found }
    } catch let error as CredentialError {
      throw error
    } catch { throw CredentialError(source: source.name, reason: "cancelled") }
    throw CredentialError(source: source.name, reason: "no answer in time")
  }

  /// Those at hand, renewed or not.
  private func usable() -> Credentials? {
    let now = clock.epochSeconds()
    return state.withLock { $0.credentials.usable(now: now) }
  }

  /// Tells that the service refuses these as expired.
  package func reject(_ credentials: Credentials) {
    state.withLock { $0.credentials.reject(credentials) }
  }

  private nonisolated(nonsending) func resolve() async throws -> Credentials {
    while true {
      try Task.checkCancellation()
      let now = clock.epochSeconds()
      switch state.withLock({ $0.credentials.next(now: now) }) {
      case .use(let credentials): return credentials
      case .load(let fallback): return try await load(fallback: fallback)
      case .wait:
        // nil: whoever was loading has given up, and the next in line loads.
        if let outcome = await wait() { return try outcome.get() }
      }
    }
  }

  private nonisolated(nonsending) func load(
    fallback: Credentials?
  ) async throws -> Credentials {
    do throws(CredentialError) {
      guard let credentials = try await source.load() else {
        throw CredentialError(source: source.name, reason: "no credentials there")
      }
      finish(.success(credentials)) { $0.loaded(credentials) }
      return credentials
    } catch {
      let now = clock.epochSeconds()
      finish(Task.isCancelled ? nil : .failure(error)) { $0.loadFailed(now: now) }
      guard let fallback else { throw error }
      return fallback
    }
  }

  private func finish(_ outcome: Outcome?, _ change: (inout CredentialState) -> Void) {
    let waiters = state.withLock { state in
      change(&state.credentials)
      defer { state.waiters = [:] }
      return state.waiters.values
    }
    for waiter in waiters { waiter.resume(returning: outcome) }
  }

  private nonisolated(nonsending) func wait() async -> Outcome? {
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let now = clock.epochSeconds()
        let isLate = state.withLock { state in
          // The load may have ended, or the task been cancelled, since the decision to wait.
          if Task.isCancelled || !state.credentials.isWaiting(now: now) { return true }
          state.waiters[id] = continuation
          return false
        }
        if isLate { continuation.resume(returning: nil) }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(returning: nil)
    }
  }
}
