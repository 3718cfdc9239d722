import NIOCore

/// A unary call that is sent more than once at a time: carries out what its machine concludes.
final class HedgedCall: @unchecked Sendable {
  // SAFETY: confined to its event loop; until `answer` is called only its maker knows it.

  private let head: CallHead
  private let body: OutgoingMessage
  private let box: ClientLoopBox
  private var machine: HedgingState<RawAnswer>
  private var attempts: [ClientCall] = []
  private let waiter = Waiter()
  private var result: Result<RawAnswer, RPCError>?
  private var timer: Scheduled<Void>?
  var deadlineIndex = -1

  init(_ policy: HedgingPolicy, _ head: CallHead, _ body: OutgoingMessage, _ box: ClientLoopBox) {
    self.head = head
    self.body = body
    self.box = box
    self.machine = HedgingState(policy)
  }

  func answer() async throws -> RawAnswer { try await answer(on: box.actor) }

  private func answer(on actor: isolated LoopActor) async throws -> RawAnswer {
    carryOut(machine.begin())
    // Between two attempts no other deadline is watched.
    if result == nil, let deadline = head.deadline { box.value.deadlines.insert(self, deadline) }
    try await untilCancelled(isolation: actor) {
      while result == nil { await waiter.wait(on: actor) }
    } onCancel: {
      box.eventLoop.execute { self.finish(.failure(.cancelledByCaller)) }
    }
    guard let result else { preconditionFailure("a call that ended has a result") }
    return try result.get()
  }

  func attemptEnded(_ attempt: ClientCall, _ result: Result<RawAnswer, RPCError>) {
    attempts.removeAll { $0 === attempt }
    guard self.result == nil else { return }
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
        timer?.cancel()
        timer = box.eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
          if self.result == nil { self.carryOut(self.machine.due(self.box.value.throttle)) }
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
    guard self.result == nil else { return }
    self.result = result
    box.value.deadlines.remove(self)
    timer?.cancel()
    for attempt in attempts { attempt.abandon(.cancelledByCaller) }
    attempts = []
    if waiter.isWaiting { box.value.wake(waiter) }
  }
}

extension HedgedCall: DeadlineHolder {
  func deadlinePassed() {
    let underWay = attempts.first.map { RPCError.deadlineExceeded($0.connection, box.value.target) }
    finish(.failure(underWay ?? .deadlineExceeded(before: "another attempt was due")))
  }
}
