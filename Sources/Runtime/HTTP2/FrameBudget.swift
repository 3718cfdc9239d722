/// How many frames that cost us work and the peer nothing it may still send.
///
/// Each kind has a purse: `burst` at first, refilled over time, and by honest work, since a busy
/// peer rightly sends more window updates and pings than an idle one. An empty purse ends the
/// connection with ENHANCE_YOUR_CALM.
struct FrameBudget {
  enum Kind: Int, CaseIterable {
    case ping, settings, priority, windowUpdate, emptyData, resetReceived, resetProvoked
  }

  private struct Purse {
    var tokens: Int
    var refilledAt: UInt64
  }

  private var purses: [Purse]
  private var earned = 0

  init(at now: UInt64) {
    purses = Kind.allCases.map { Purse(tokens: Self.burst($0), refilledAt: now) }
  }

  /// False when the peer has sent too many of this kind.
  mutating func spend(_ kind: Kind, at now: UInt64) -> Bool {
    payOut()
    let index = kind.rawValue
    let interval = UInt64(1_000_000_000 / Self.perSecond(kind))
    if now > purses[index].refilledAt {
      let due = (now - purses[index].refilledAt) / interval
      purses[index].refilledAt += due * interval
      refill(kind, Int(clamping: due))
    }
    guard purses[index].tokens > 0 else { return false }
    purses[index].tokens -= 1
    return true
  }

  /// A frame that carried something: it earns the pings and window updates that come with it.
  ///
  /// Counted here and paid out when something is spent, as it happens for every frame.
  mutating func earn() {
    earned += 1
  }

  private mutating func payOut() {
    refill(.ping, earned)
    refill(.windowUpdate, earned * 2)
    earned = 0
  }

  private mutating func refill(_ kind: Kind, _ tokens: Int) {
    let purse = purses[kind.rawValue].tokens
    purses[kind.rawValue].tokens = min(Self.burst(kind), purse + min(tokens, Self.burst(kind)))
  }

  private static func burst(_ kind: Kind) -> Int {
    switch kind {
    case .ping, .settings, .emptyData: 100
    // Provoked resets are protocol violations: nobody honest collects them.
    case .resetProvoked: 100
    // A client that times out drops all its calls at once.
    case .resetReceived: 1_000
    case .priority, .windowUpdate: 2_000
    }
  }

  private static func perSecond(_ kind: Kind) -> Int {
    switch kind {
    case .ping, .settings, .emptyData, .resetProvoked: 10
    case .resetReceived, .priority, .windowUpdate: 100
    }
  }
}
