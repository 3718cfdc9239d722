import HTTP2
import NIOCore

/// The attempts of a hedged streaming call, until one of them is the call.
///
/// That is the first whose answer begins, or, once more has been sent than is kept for another
/// attempt, one that is under way (gRFC A6). The others are cancelled then.
final class StreamHedge: @unchecked Sendable {
  // SAFETY: confined to the event loop of its call.

  private let call: ClientStream
  private var machine: HedgingState<StreamAttempt>
  private var attempts: [StreamAttempt] = []
  private var isOver = false
  private var timer: Scheduled<Void>?

  /// Held by the call until it ends, and holds the call until then.
  init(_ policy: HedgingPolicy, _ call: ClientStream) {
    self.call = call
    self.machine = HedgingState(policy)
  }

  func begin() { carryOut(machine.begin()) }

  var loop: ClientLoop { call.loop }
  var sent: ReplayBuffer { call.outgoing }

  /// Attempts that have a stream.
  private var open: [StreamAttempt] { attempts.filter { $0.stream != nil } }
  var connection: ClientConnection? { open.first?.connection }
  /// Of the attempt that has the fewest; nil while no attempt has a stream.
  var queuedBytes: Int? { open.compactMap { $0.stream?.queuedBytes }.min() }

  private func carryOut(_ actions: [HedgingState<StreamAttempt>.Action]) {
    for action in actions where !isOver {
      switch action {
      case .send(let previous): send(previous)
      case .wakeUp(let delay):
        timer?.cancel()
        timer = call.box.eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
          guard !self.isOver else { return }
          self.carryOut(self.machine.due(self.loop.throttle))
        }
      case .finish(.success(let attempt)):
        end(keeping: attempt)
        call.adopt(attempt)
      case .finish(.failure(let error)):
        end()
        call.hedgeFailed(error)
      }
    }
  }

  private func send(_ previous: Int) {
    let attempt = StreamAttempt(call.head, previous: previous, hedge: self, call.newMachine())
    attempts.append(attempt)
    loop.send(attempt)
  }

  /// Cancels what is under way.
  func end(keeping kept: StreamAttempt? = nil) {
    guard !isOver else { return }
    isOver = true
    timer?.cancel()
    for attempt in attempts where attempt !== kept { attempt.cancel() }
    attempts = []
  }
}

// MARK: - What the call says

extension StreamHedge {
  func write(_ chunk: ByteChunk) {
    for attempt in open { attempt.stream?.write(chunk) }
    // Nothing can be sent again: one attempt has to do.
    if !sent.isComplete, let attempt = open.first {
      carryOut(machine.committed(to: attempt))
    }
  }

  func finish() {
    for attempt in open { attempt.stream?.finish() }
  }
}

// MARK: - What attempts say

extension StreamHedge {
  func won(_ attempt: StreamAttempt) {
    carryOut(machine.succeeded(attempt, throttle: &loop.throttle))
  }

  func failed(_ attempt: StreamAttempt, _ error: RPCError) {
    attempts.removeAll { $0 === attempt }
    carryOut(machine.failed(error, throttle: &loop.throttle))
  }

  /// An attempt has room for more.
  func drained() { call.wakeWriters() }

  /// The call's own machine goes on with what its attempt was told.
  func goOn(_ action: ClientStreamMachine.Action) { call.carryOut(action) }
}
