import HTTP2
import NIOCore

/// An outgoing unary call: carries out what its machine concludes.
final class ClientCall: @unchecked Sendable {
  // SAFETY: confined to the event loop it was given to; until then only its maker knows it.

  private(set) var head: CallHead
  private let body: OutgoingMessage
  private var loop: ClientLoop?
  private var machine: ClientCallMachine
  private(set) var connection: ClientConnection?
  private var stream: HTTP2.Stream?
  private var retry: RetryState?
  private let waiter = Waiter()
  private var result: Result<RawAnswer, RPCError>?
  /// Whose attempt this is, when several race.
  private var hedge: HedgedCall?
  var waitingIndex = -1
  var deadlineIndex = -1

  init(head: CallHead, body: OutgoingMessage, messageBytesMax: Int) {
    self.head = head
    self.body = body
    self.retry = head.retry
    self.machine = ClientCallMachine(messageBytesMax: messageBytesMax)
  }

  /// Sends the request and waits for its answer.
  func perform(in box: ClientLoopBox, on actor: isolated LoopActor) async throws -> RawAnswer {
    guard !Task.isCancelled else { throw RPCError.cancelledByCaller }
    start(in: box.value)
    try await untilCancelled(isolation: actor) {
      while result == nil { await waiter.wait(on: actor) }
    } onCancel: {
      actor.loop.execute { self.abandon(.cancelledByCaller) }
    }
    guard let result else { preconditionFailure("a call that ended has a result") }
    return try result.get()
  }

  /// An attempt of a hedged call.
  func start(in loop: ClientLoop, for hedge: HedgedCall? = nil) {
    self.loop = loop
    self.hedge = hedge
    if let deadline = head.deadline {
      guard deadline > .now else { return abandon(.deadlineExceeded(before: "it was sent")) }
      loop.deadlines.insert(self, deadline)
    }
    loop.send(self)
  }

  private func carryOut(_ action: ClientCallMachine.Action) {
    switch action {
    case .wait: break
    case .succeed(let answer): finish(.success(answer))
    case .fail(let error): finish(.failure(error))
    case .failAndReset(let error):
      stream?.reset(.cancel)
      finish(.failure(error))
    case .sendAgain:
      detach()
      loop?.send(self)
    case .attemptFailed(let error): attemptFailed(error)
    }
  }

  private func finish(_ result: Result<RawAnswer, RPCError>) {
    connection?.subchannel.record(result.code)
    detach()
    loop?.ended(self)
    if retry != nil, case .success = result { loop?.throttle.succeeded() }
    if let hedge {
      self.hedge = nil
      return hedge.attemptEnded(self, result)
    }
    self.result = result
    if waiter.isWaiting { loop?.wake(waiter) }
  }

  /// The stream, if it still exists, is of no interest any more.
  private func detach() {
    guard let stream else { return }
    stream.handler = nil
    self.stream = nil
    connection?.released()
    connection = nil
  }
}

extension ClientCall: OutgoingCall {
  func open(on connection: ClientConnection) -> Bool {
    stream = connection.request(head, body: body.chunk, handler: self)
    guard stream != nil else { return false }
    self.connection = connection
    machine.streamOpened()
    return true
  }

  var isOver: Bool { machine.isFinished }

  func attemptFailed(_ error: RPCError) {
    guard let loop, let delay = retry?.failed(error, head, loop) else {
      machine.giveUp()
      return finish(.failure(error))
    }
    head.previousAttempts += 1
    connection?.subchannel.record(error.code)
    detach()
    machine.restart()
    loop.send(self, after: delay)
  }

  func abandon(_ error: RPCError) {
    carryOut(machine.abandon(error))
  }

  func deadlinePassed() {
    guard let loop else { return }
    abandon(.deadlineExceeded(stream == nil ? nil : connection, loop.target))
  }
}

extension ClientCall: StreamHandler {
  func receiveHead(_ head: HeaderFields) {
    carryOut(machine.receiveHead(head))
  }

  func receiveData(_ bytes: consuming ByteBuffer) {
    stream?.consume(bytes.readableBytes)
    carryOut(machine.receive(bytes))
  }

  func receiveEnd(trailers: HeaderFields?) {
    carryOut(machine.receiveEnd(trailers))
  }

  func streamClosed(_ reason: StreamClosure) {
    if reason == .resetByPeer(.cancel), head.isPastDeadline { return deadlinePassed() }
    carryOut(machine.streamClosed(reason, peer: head.describe(connection)))
  }
}

@available(*, unavailable) extension ClientCallMachine: Sendable {}
