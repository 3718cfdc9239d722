import Contracts
import Logging
import RPC
import ServiceKit
import SingleTable
import Synchronization

/// Tells the other services what changed, until they have it.
///
/// At least once, in any order: each piece of news has a version, and the receiver keeps the
/// highest. Any number of processes may send from the same outbox.
final class OutboxSender: Sendable {
  private let store: RatingStore
  private let recipes: AISuggestionServiceClient
  private let cooking: CookingHistoryServiceClient
  private let clock: ServiceClock
  private let ids: UUIDv7Generator
  private let logger: Logger
  private let uptime: @Sendable () -> Deadline
  private let peers = Mutex<[Peer: PeerState]>([:])
  let signal = OutboxSignal()

  private enum Peer: String {
    case recipes = "ai-suggestion"
    case cooking = "cooking-history"
  }

  private struct PeerState {
    var failures = 0
    var resumesAt: Deadline
  }

  /// Pauses are held against `uptime`, which is monotonic.
  init(
    store: RatingStore,
    recipes: AISuggestionServiceClient,
    cooking: CookingHistoryServiceClient,
    clock: ServiceClock,
    ids: UUIDv7Generator,
    logger: Logger,
    uptime: @escaping @Sendable () -> Deadline = { .now }
  ) {
    self.store = store
    self.recipes = recipes
    self.cooking = cooking
    self.clock = clock
    self.ids = ids
    self.logger = logger
    self.uptime = uptime
  }
}

// MARK: - Rounds

extension OutboxSender {
  /// Sends until it is cancelled: at once what this process stored, now and then what others left.
  func run() async {
    var shards = OutboxShard.all
    while !Task.isCancelled {
      await send(shards)
      let kicked = await signal.wait(atMost: pause())
      shards = kicked.isEmpty ? OutboxShard.all : kicked
    }
  }

  /// One round over the shards: every row that is due is tried once.
  func send(_ shards: Set<Int>) async {
    for shard in shards.sorted() where !Task.isCancelled {
      do {
        try await send(shard)
      } catch {
        logger.warning("the outbox cannot be read", metadata: ["error": "\(error)"])
      }
    }
  }

  private func send(_ shard: Int) async throws(TableError) {
    var startKey: StartKey?
    repeat {
      let page = try await store.news(in: shard, from: startKey, count: OutboxLimits.pageRows)
      startKey = page.lastKey
      let plans = OutboxPlan.plans(
        for: try page.records(OutboxRow.self),
        at: clock.milliseconds
      )
      await withTaskGroup(of: Void.self) { group in
        for (index, plan) in plans.enumerated() {
          if index >= OutboxLimits.recipesAtOnce { await group.next() }
          group.addTask { await self.send(plan) }
        }
      }
    } while startKey != nil && !Task.isCancelled
  }

  /// Until the next round when nobody kicks.
  private func pause() -> Duration {
    let now = uptime()
    let soonest = peers.withLock { $0.values.map(\.resumesAt).min() }
    guard let soonest, soonest > now else { return OutboxLimits.round }
    return min(OutboxLimits.round, soonest.remaining(at: now))
  }
}

// MARK: - Deliveries

extension OutboxSender {
  private func send(_ plan: OutboxPlan) async {
    await settle(plan.overtaken)
    for row in plan.verifications {
      await deliver([row], to: .cooking) { try await self.verify(row) }
    }
    for row in plan.ratings {
      await deliver([row], to: .cooking) { try await self.tellRating(row) }
    }
    if !plan.totals.isEmpty {
      await deliver(plan.totals, to: .recipes) { try await self.tellTotals(plan) }
    }
  }

  private func verify(_ row: OutboxRow) async throws {
    guard case .verification(let user, _) = row.delivery else { return }
    var request = VerifyCookRequest()
    request.userId = user
    request.recipeId = row.recipeID
    let answer = try await cooking.verifyCook(request, options: Self.options)
    let hasNews = try await store.verify(
      row,
      as: answer.verified ? .cooked : .notCooked,
      at: clock.milliseconds,
      ids: ids
    )
    if hasNews { signal.kick(row.shard) }
  }

  private func tellRating(_ row: OutboxRow) async throws {
    guard case .rating(let user, let stars, let version) = row.delivery else { return }
    var request = SetPersonalRatingRequest()
    request.userId = user
    request.recipeId = row.recipeID
    request.stars = stars.map(Int32.init)
    request.version = version
    _ = try await cooking.setPersonalRating(request, options: Self.options)
    try await store.remove([row])
  }

  private func tellTotals(_ plan: OutboxPlan) async throws {
    let totals = try await store.totals(recipe: plan.recipeID)
    _ = try await recipes.applyRating(
      ApplyRatingRequest(totals, recipe: plan.recipeID),
      options: Self.options
    )
    try await store.remove(plan.totals)
  }

  private static let options = CallOptions(timeout: OutboxLimits.callTimeout)
}

// MARK: - Failures

extension OutboxSender {
  /// Does one delivery, unless its receiver is being left alone, and draws the consequences.
  private func deliver(
    _ rows: [OutboxRow],
    to peer: Peer,
    _ delivery: () async throws -> Void
  ) async {
    let now = uptime()
    let isPaused = peers.withLock { $0[peer].map { $0.resumesAt > now } ?? false }
    guard !isPaused, !Task.isCancelled else { return }
    do {
      try await delivery()
      peers.withLock { $0[peer] = nil }
    } catch {
      // A stop is no failure: the rows are there when the process starts again.
      guard !Task.isCancelled else { return }
      await recover(from: RPCError(from: error), rows, to: peer)
    }
  }

  private func recover(from error: RPCError, _ rows: [OutboxRow], to peer: Peer) async {
    switch error.cause is TableError ? .postponeRow : OutboxBackoff.verdict(on: error.code) {
    case .settled: await settle(rows)
    case .pausePeer: pause(peer, for: error)
    case .postponeRow:
      logger.error(
        "news of a rating were refused and will be sent again",
        metadata: ["peer": "\(peer.rawValue)", "error": "\(error)", "rows": "\(rows.count)"]
      )
      for row in rows { await postpone(row) }
    }
  }

  private func pause(_ peer: Peer, for error: RPCError) {
    let now = uptime()
    let failures = peers.withLock { peers in
      var state = peers[peer] ?? PeerState(resumesAt: now)
      // Calls that failed together count once.
      if state.resumesAt <= now {
        state.failures += 1
        let pause = OutboxBackoff.pause(
          afterFailures: state.failures,
          spread: Double.random(in: 0...1)
        )
        state.resumesAt = now.advanced(by: pause)
        peers[peer] = state
        return state.failures
      }
      return 0
    }
    if failures == 1 {
      logger.warning(
        "news of ratings wait for a service",
        metadata: ["peer": "\(peer.rawValue)", "error": "\(error)"]
      )
    }
  }

  private func settle(_ rows: [OutboxRow]) async {
    do throws(TableError) {
      try await store.remove(rows)
    } catch {
      logger.warning("delivered news stay in the outbox", metadata: ["error": "\(error)"])
    }
  }

  private func postpone(_ row: OutboxRow) async {
    var later = row
    later.attempts += 1
    let pause = OutboxBackoff.pause(afterFailures: later.attempts, spread: Double.random(in: 0...1))
    later.notBefore = clock.milliseconds + Int64(pause / .milliseconds(1))
    do throws(TableError) {
      try await store.postpone(later)
    } catch {
      logger.warning("news cannot be postponed", metadata: ["error": "\(error)"])
    }
  }
}
