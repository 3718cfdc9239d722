import Foundation

/// When a key set is asked for again.
///
/// An issuer replaces its keys without notice: a token of a key that is not known is the notice. A
/// forger can name any key, so that asking is bounded by a pause. A key that is withdrawn is missed
/// by nobody, so that the set is asked for now and then anyway.
struct KeySetSchedule {
  enum Action: Equatable {
    case use
    /// The caller loads, and tells `loaded`, `failed` or `abandoned`.
    case load
    /// Another is loading; ask again when it is through.
    case wait
  }

  /// A withdrawn key is trusted this long at most.
  private static let ageSecondsMax: TimeInterval = 3_600
  private static let pauseSeconds: TimeInterval = 30

  private var loadedAt: Date
  private var triedAt: Date
  private var isLoading = false
  private(set) var hasFailed = false

  /// A set has just been loaded; the first key that it lacks may be asked for at once.
  init(now: Date) {
    loadedAt = now
    triedAt = .distantPast
  }

  mutating func next(isKnown: Bool, now: Date) -> Action {
    if isLoading { return isKnown ? .use : .wait }
    let isPaused = now < triedAt.addingTimeInterval(Self.pauseSeconds)
    let isOld = now >= loadedAt.addingTimeInterval(Self.ageSecondsMax)
    guard !isPaused, !isKnown || isOld else { return .use }
    isLoading = true
    return .load
  }

  mutating func loaded(now: Date) {
    loadedAt = now
    triedAt = now
    isLoading = false
    hasFailed = false
  }

  mutating func failed(now: Date) {
    triedAt = now
    isLoading = false
    hasFailed = true
  }

  /// The caller that was loading has gone; the next may.
  mutating func abandoned() { isLoading = false }
}
