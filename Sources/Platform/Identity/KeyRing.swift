import Foundation

/// The public keys of one issuer, kept as new as its tokens need.
actor KeyRing {
  enum Answer {
    /// A set that has the key; a higher generation is a newer set.
    case known(KeySet, generation: Int)
    case unknown
    /// The key is not known, and the issuer could not be asked.
    case unreachable
  }

  private let source: (any KeySetSource)?
  private let now: @Sendable () -> Date
  private var set: KeySet
  private var generation = 0
  private var schedule: KeySetSchedule
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// `set` is what `source` has now; without a source it never changes.
  init(_ set: KeySet, source: (any KeySetSource)?, now: @escaping @Sendable () -> Date) {
    self.set = set
    self.source = source
    self.now = now
    schedule = KeySetSchedule(now: now())
  }

  /// The set that has the key `name`; asks the issuer for a newer one where it may.
  func keys(naming name: String) async -> Answer {
    while true {
      let isKnown = set.has(name)
      let action = source == nil ? .use : schedule.next(isKnown: isKnown, now: now())
      switch action {
      case .use:
        if isKnown { return .known(set, generation: generation) }
        return schedule.hasFailed ? .unreachable : .unknown
      case .load: await reload()
      case .wait: await withCheckedContinuation { waiting.append($0) }
      }
    }
  }

  private func reload() async {
    do {
      guard let source else { preconditionFailure("a set without a source is never old") }
      set = try await KeySet(json: source.keySet())
      generation += 1
      schedule.loaded(now: now())
    } catch {
      // The keys at hand stay in use; a token that needs another is told that there was no asking.
      if Task.isCancelled { schedule.abandoned() } else { schedule.failed(now: now()) }
    }
    for waiter in waiting { waiter.resume() }
    waiting = []
  }
}
