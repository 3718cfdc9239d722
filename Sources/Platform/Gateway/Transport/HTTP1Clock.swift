import NIOCore

/// Until when each thing on an HTTP/1.1 connection must have happened; time is a parameter.
///
///     idle --head--> receiving --end--> calling --answer taken--> idle
///      |                 |                              (an answer that is not taken: close)
///     close             408
struct HTTP1Clock {
  enum Verdict: Equatable { case wait, close, bodyTooSlow }

  private enum State { case idle, receiving, calling }

  private let limits: GatewayLimits
  private var state = State.idle
  private var stateEnds: NIODeadline?
  private var answerEnds: NIODeadline?
  /// Requests that have no answer yet.
  private var open = 0
  /// Answers that the socket has not taken yet.
  private var untaken = 0
  /// Parts of a streamed answer that the socket has not taken yet.
  private var untakenParts = 0

  init(_ limits: GatewayLimits, at now: NIODeadline) {
    self.limits = limits
    // The first head comes soon: nobody connects to say nothing.
    stateEnds = now + .seconds(Int64(limits.headSeconds))
  }

  mutating func requestBegan(at now: NIODeadline) {
    state = .receiving
    stateEnds = now + .seconds(Int64(limits.bodySeconds))
    open += 1
  }

  mutating func requestEnded() {
    state = .calling
    // A call ends by its own deadline.
    stateEnds = nil
  }

  mutating func answerBegan(at now: NIODeadline) {
    open = max(0, open - 1)
    untaken += 1
    answerEnds = now + .seconds(Int64(limits.writeSeconds))
  }

  mutating func answerTaken(at now: NIODeadline) {
    untaken -= 1
    if untaken == 0 { answerEnds = nil }
    guard open == 0 else { return }
    state = .idle
    stateEnds = now + .seconds(Int64(limits.idleSeconds))
  }

  mutating func partBegan(at now: NIODeadline) {
    untakenParts += 1
    if untakenParts == 1 { answerEnds = now + .seconds(Int64(limits.writeSeconds)) }
  }

  /// Each part that is taken gives the next one its time.
  mutating func partTaken(at now: NIODeadline) {
    untakenParts -= 1
    let isTaken = untakenParts == 0 && untaken == 0
    answerEnds = isTaken ? nil : now + .seconds(Int64(limits.writeSeconds))
  }

  func verdict(at now: NIODeadline) -> Verdict {
    if let answerEnds, answerEnds <= now { return .close }
    guard let stateEnds, stateEnds <= now else { return .wait }
    return state == .receiving && open > 0 ? .bodyTooSlow : .close
  }

  /// When to ask again.
  ///
  /// A fixed pace, so that a request does not move a timer.
  func nextCheck(after now: NIODeadline) -> NIODeadline { now + .seconds(1) }
}
