import HTTP2
import NIOCore

/// One of several attempts of a streaming call, until its answer begins.
final class StreamAttempt {
  let head: CallHead
  private let hedge: StreamHedge
  private(set) var machine: ClientStreamMachine
  private(set) var connection: ClientConnection?
  private(set) var stream: HTTP2.Stream?
  private(set) var isOver = false
  var waitingIndex = -1
  /// The call itself has the deadline.
  var deadlineIndex = -1

  init(_ head: CallHead, previous: Int, hedge: StreamHedge, _ machine: ClientStreamMachine) {
    var head = head
    head.previousAttempts = previous
    self.head = head
    self.hedge = hedge
    self.machine = machine
  }

  /// Another attempt is the call, or the call is over.
  func cancel() {
    isOver = true
    stream?.reset(.cancel)
    detach()
    hedge.loop.ended(self)
  }

  private func detach() {
    guard let stream else { return }
    stream.handler = nil
    self.stream = nil
    connection?.released()
    connection = nil
  }

  private func carryOut(_ action: ClientStreamMachine.Action) {
    switch action {
    case .wait: break
    case .wake, .wakeAndReset:
      hedge.won(self)
      hedge.goOn(action)
    case .sendAgain:
      detach()
      hedge.loop.send(self)
    case .attemptFailed(let error): attemptFailed(error)
    }
  }
}

extension StreamAttempt: OutgoingCall {
  func open(on connection: ClientConnection) -> Bool {
    guard let stream = hedge.sent.open(head, on: connection, for: self) else { return false }
    machine.streamOpened()
    self.stream = stream
    self.connection = connection
    hedge.drained()
    return true
  }

  func attemptFailed(_ error: RPCError) {
    guard !isOver else { return }
    isOver = true
    connection?.subchannel.record(error.code)
    if !hedge.sent.isFinished { stream?.reset(.cancel) }
    detach()
    hedge.loop.ended(self)
    hedge.failed(self, error)
  }

  func abandon(_ error: RPCError) { attemptFailed(error) }

  func deadlinePassed() {}
}

extension StreamAttempt: StreamHandler {
  func receiveHead(_ head: HeaderFields) { carryOut(machine.receiveHead(head)) }

  func receiveData(_ bytes: ByteBuffer) {
    preconditionFailure("data follows a head, and whose head has come is the call's own stream")
  }

  func receiveEnd(trailers: HeaderFields?) {}

  func streamClosed(_ reason: StreamClosure) {
    carryOut(machine.streamClosed(reason, peer: head.describe(connection)))
  }

  func bodyDrained() { hedge.drained() }
}

@available(*, unavailable) extension StreamAttempt: Sendable {}
