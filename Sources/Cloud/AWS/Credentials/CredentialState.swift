/// Which credentials a call uses, and who renews them; no clock, no I/O.
///
///     none --load--> fresh --5 min before the end--> one caller renews, the others use the old
///                      ^                                  | renewed        | failed: pause
///                      '----------------------------------'<--------------'
///     at the end: one caller renews, the others wait for it
struct CredentialState: Sendable {
  enum Decision: Sendable, Equatable {
    case use(Credentials)
    /// The caller loads new ones; `fallback` are what it uses when it cannot.
    case load(fallback: Credentials?)
    /// Another caller is loading.
    case wait
  }

  private var current: Credentials?
  private var isLoading = false
  /// Until when a failed renewal is not repeated.
  private var pausedUntil = Int64.min

  /// The credentials, when a call can use them without any ado.
  func settled(now: Int64) -> Credentials? {
    usable(now: now).flatMap { isRenewalDue($0, now: now) ? nil : $0 }
  }

  /// The credentials, as long as they hold.
  func usable(now: Int64) -> Credentials? {
    current.flatMap { isUsable($0, now: now) ? $0 : nil }
  }

  mutating func next(now: Int64) -> Decision {
    guard let current = usable(now: now) else {
      if isLoading { return .wait }
      isLoading = true
      return .load(fallback: nil)
    }
    guard isRenewalDue(current, now: now) else { return .use(current) }
    isLoading = true
    return .load(fallback: current)
  }

  /// Whether there is a load to wait for.
  func isWaiting(now: Int64) -> Bool {
    isLoading && usable(now: now) == nil
  }

  mutating func loaded(_ credentials: Credentials) {
    isLoading = false
    current = credentials
    pausedUntil = .min
  }

  mutating func loadFailed(now: Int64) {
    isLoading = false
    pausedUntil = now + Limits.refreshPauseSeconds
  }

  /// The service does not take these any more, whatever they said of their end.
  mutating func reject(_ credentials: Credentials) {
    if current == credentials { current = nil }
  }

  private func isUsable(_ credentials: Credentials, now: Int64) -> Bool {
    credentials.expiresAt.map { $0 - Limits.expiryMarginSeconds > now } ?? true
  }

  private func isRenewalDue(_ credentials: Credentials, now: Int64) -> Bool {
    guard let expiresAt = credentials.expiresAt, !isLoading, now >= pausedUntil else {
      return false
    }
    return expiresAt - Limits.refreshAheadSeconds <= now
  }
}
