import NIOCore

/// A unary call that is sent more than once at a time: carries out what its machine concludes.
@safe final class HedgedCall: @unchecked Sendable {
  // SAFETY: confined to its event loop; until `answer` is called only its maker knows it.

  private let head: CallHead
  private let body: OutgoingMessage
  private let box: ClientLoopBox
  private var machine: HedgingState<RawAnswer>
  private var attempts: [ClientCall] = []
  private var waiter = Waiters<RawAnswer>()
  private var isOver = false

  init(_ policy: HedgingPolicy, _ head: CallHead, _ body: OutgoingMessage, _ box: ClientLoopBox) {
    self.head = head
    self.body = body
    self.box = box
    self.machine = HedgingState(policy)
  }

  func answer() async throws -> RawAnswer {
    try await withTaskCancellationHandler {
      try await unsafe withUnsafeThrowingContinuation { continuation in
        box.eventLoop.execute {
          unsafe self.waiter.append(continuation)
          // A task that was cancelled before has ended the call already.
          if self.isOver {
            self.waiter.resume(with: .failure(RPCError.cancelledByCaller))
          } else {
            self.carryOut(self.machine.begin())
          }
        }
      }
    } onCancel: {
      box.eventLoop.execute { self.finish(.failure(.cancelledByCaller)) }
    }
  }

  func attemptEnded(_ attempt: ClientCall, _ result: Result<RawAnswer, RPCError>) {
    attempts.removeAll { $0 === attempt }
    guard !isOver else { return }
    switch result {
    case .success(let answer):
      carryOut(machine.succeeded(answer, throttle: &box.value.throttle))
    case .failure(let error):
      carryOut(machine.failed(error, throttle: &box.value.throttle))
    }
  }

  private func carryOut(_ actions: [HedgingState<RawAnswer>.Action]) {
    for action in actions {
      switch action {
      case .send(let previous): send(previous)
      case .wakeUp(let delay):
        box.eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
          if !self.isOver { self.carryOut(self.machine.due(self.box.value.throttle)) }
        }
      case .finish(let result): finish(result)
      }
    }
  }

  private func send(_ previous: Int) {
    var head = head
    head.previousAttempts = previous
    let attempt = ClientCall(
      head: head,
      body: body,
      messageBytesMax: box.value.options.messageBytesMax
    )
    attempts.append(attempt)
    attempt.start(in: box.value, for: self)
  }

  private func finish(_ result: Result<RawAnswer, RPCError>) {
    guard !isOver else { return }
    isOver = true
    for attempt in attempts { attempt.abandon(.cancelledByCaller) }
    attempts = []
    waiter.resume(with: result.mapError { $0 })
  }
}
