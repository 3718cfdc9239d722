import Foundation

/// When a key set is asked for again.
///
/// An issuer replaces its keys without notice: a token of a key that is not known is the notice. A
/// forger can name any key, so that asking is bounded by a pause. A key that is withdrawn is missed
/// by nobody, so that the set is asked for now and then anyway.
struct KeySetSchedule {
  /// A withdrawn key is trusted this long, as long as the issuer answers.
  private static let ageSecondsMax: TimeInterval = 3_600
  private static let pauseSeconds: TimeInterval = 30

  private var loadedAt: Date
  /// The first key that the set lacks may be asked for at once.
  private var triedAt = Date.distantPast
  private var isWanted = false
  private var isLoading = false
  private(set) var hasFailed = false

  /// A set has just been loaded.
  init(now: Date) {
    loadedAt = now
  }

  /// Whether a load is on its way that may bring what somebody lacks.
  var isAwaited: Bool { isWanted || isLoading }

  /// Somebody lacks a key; whether a load will come for it.
  mutating func want(now: Date) -> Bool {
    if !isAwaited { isWanted = !isPaused(now) }
    return isAwaited
  }

  /// Whether to load now; the caller tells `loaded` or `failed`.
  mutating func begin(now: Date) -> Bool {
    let isOld = !Self.isWithin(Self.ageSecondsMax, of: loadedAt, now)
    guard !isLoading, isWanted || isOld && !isPaused(now) else { return false }
    isWanted = false
    isLoading = true
    triedAt = now
    return true
  }

  mutating func loaded(now: Date) {
    loadedAt = now
    isLoading = false
    hasFailed = false
  }

  mutating func failed() {
    isLoading = false
    hasFailed = true
  }

  private func isPaused(_ now: Date) -> Bool {
    Self.isWithin(Self.pauseSeconds, of: triedAt, now)
  }

  /// A clock that was set back has not: nobody knows then how long ago it was.
  private static func isWithin(_ seconds: TimeInterval, of moment: Date, _ now: Date) -> Bool {
    (0..<seconds).contains(now.timeIntervalSince(moment))
  }
}
