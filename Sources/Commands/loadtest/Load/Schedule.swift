/// How requests follow each other.
enum Pace: Sendable, Equatable {
  /// At a fixed rate, whether answers come or not, as users do.
  case open(perSecond: Double)
  /// The next one when the one before is answered.
  case closed
}

/// Which request is next and when it is meant to start; times count from the start of the run.
///
/// In an open loop the times are fixed beforehand: a request that waits for a slow one before it
/// keeps its time, so that its latency holds the wait.
struct Schedule: Sendable {
  struct Ticket: Sendable, Equatable {
    /// 0 for the first.
    let number: Int
    /// Nil in a closed loop: at once.
    let intendedStart: Duration?
  }

  let pace: Pace
  let duration: Duration
  /// Requests in all, as many as are meant to be sent in an open loop.
  let requestsMax: Int
  /// When nothing is sent any more, however much is still due.
  let hardEnd: Duration
  private(set) var taken = 0

  init(pace: Pace, duration: Duration, requestsMax: Int, drain: Duration) {
    self.pace = pace
    self.duration = duration
    self.hardEnd = duration + drain
    switch pace {
    case .closed: self.requestsMax = requestsMax
    case .open(let rate):
      let wanted = (rate * (duration / .seconds(1))).rounded(.toNearestOrAwayFromZero)
      self.requestsMax = min(requestsMax, max(1, Int(wanted)))
    }
  }

  /// The next request; nil when the run is over.
  mutating func next(at now: Duration) -> Ticket? {
    let end = pace == .closed ? duration : hardEnd
    guard taken < requestsMax, now < end else { return nil }
    defer { taken += 1 }
    return Ticket(number: taken, intendedStart: intendedStart(of: taken))
  }

  func intendedStart(of number: Int) -> Duration? {
    switch pace {
    case .closed: nil
    case .open(let rate): .seconds(Double(number) / rate)
    }
  }

  /// Requests that were due at `end` and that nobody was free to send.
  func unsent(at end: Duration) -> Range<Int> {
    guard case .open(let rate) = pace, end > .zero else { return taken..<taken }
    let due = ((end / .seconds(1)) * rate).rounded(.up)
    return taken..<max(taken, min(requestsMax, Int(due)))
  }

  /// How long the run takes when nothing is late; nil where only its answers tell.
  var plannedLength: Duration? { intendedStart(of: requestsMax) }
}
