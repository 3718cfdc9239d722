import HTTP2
import NIOCore
import Synchronization

/// An outgoing streaming call: carries out what its machine concludes.
///
/// Readers and writers come from any task; they are answered on the event loop of the call, at once
/// or as soon as there is something to answer with.
final class ClientStream: @unchecked Sendable {
  // SAFETY: confined to its event loop; what callers use gets there first.

  let box: ClientLoopBox
  var head: CallHead
  var waitingIndex = -1
  var deadlineIndex = -1

  var machine: ClientStreamMachine
  var connection: ClientConnection?
  var stream: HTTP2.Stream?
  var outgoing = ReplayBuffer()
  private var retry: RetryState?
  /// Races several attempts until one of them is this call.
  var hedge: StreamHedge?
  private let messageBytesMax: Int
  /// The peer, the deadline and the loop know that the call is over.
  private var isSettled = false
  /// Nor does anybody wait for interceptors: nothing is left to cancel.
  ///
  /// Read from anywhere.
  private let isDone = Atomic(false)

  var readers: [Waiter] = []
  var writers: [Waiter] = []
  var interception = Interception()

  init(head: CallHead, box: ClientLoopBox, messageBytesMax: Int) {
    self.head = head
    self.box = box
    self.retry = head.retry
    self.messageBytesMax = messageBytesMax
    self.machine = ClientStreamMachine(messageBytesMax: messageBytesMax)
  }

  var loop: ClientLoop { box.value }

  /// Runs `body` on the event loop, now if this is it.
  func run(_ body: @escaping @Sendable () -> Void) {
    if box.eventLoop.inEventLoop { body() } else { box.eventLoop.execute(body) }
  }

  /// Nobody wants the answer any more.
  func cancel() {
    guard !isDone.load(ordering: .relaxed) else { return }
    box.eventLoop.execute { self.abandon(.cancelledByCaller) }
  }

  func start() {
    guard !machine.isOver else { return }
    if let deadline = head.deadline {
      guard deadline > .now else { return abandon(.deadlineExceeded(before: "it was sent")) }
      loop.deadlines.insert(self, deadline)
    }
    guard case .hedge(let policy) = head.attempts else { return loop.send(self) }
    let hedge = StreamHedge(policy, self)
    self.hedge = hedge
    hedge.begin()
  }
}

// MARK: - What the loop asks

extension ClientStream: OutgoingCall {
  func open(on connection: ClientConnection) -> Bool {
    guard let stream = outgoing.open(head, on: connection, for: self) else { return false }
    machine.streamOpened()
    self.stream = stream
    self.connection = connection
    wakeWriters()
    return true
  }

  var isOver: Bool { machine.isOver }

  func attemptFailed(_ error: RPCError) {
    guard outgoing.isComplete, let delay = retry?.failed(error, head, loop) else {
      machine.giveUp(error)
      return wake()
    }
    head.previousAttempts += 1
    connection?.subchannel.record(error.code)
    if !outgoing.isFinished { stream?.reset(.cancel) }
    detach()
    machine.restart()
    loop.send(self, after: delay)
  }

  func abandon(_ error: RPCError) {
    interception.abandon()
    if machine.isOver { return wake() }
    carryOut(machine.abandon(error))
  }

  func deadlinePassed() {
    abandon(.deadlineExceeded(stream == nil ? hedge?.connection : connection, loop.target))
  }
}

// MARK: - What the stream says

extension ClientStream: StreamHandler {
  func receiveHead(_ head: HeaderFields) {
    carryOut(machine.receiveHead(head))
  }

  func receiveData(_ bytes: consuming ByteBuffer) {
    carryOut(machine.receive(bytes))
  }

  func receiveEnd(trailers: HeaderFields?) {
    carryOut(machine.receiveEnd(trailers))
  }

  func streamClosed(_ reason: StreamClosure) {
    guard !machine.isOver else { return }
    if reason == .resetByPeer(.cancel), head.isPastDeadline { return deadlinePassed() }
    carryOut(machine.streamClosed(reason, peer: head.describe(connection)))
  }

  func bodyDrained() { wakeWriters() }
}

// MARK: - What is done

extension ClientStream {
  func carryOut(_ action: ClientStreamMachine.Action) {
    switch action {
    case .wait: break
    case .wake: wake()
    case .wakeAndReset: wake(resetting: .cancel)
    case .sendAgain:
      detach()
      guard outgoing.isComplete else {
        machine.giveUp(.unavailable("the call was refused after more was sent than is kept"))
        return wake()
      }
      loop.send(self)
    case .attemptFailed(let error): attemptFailed(error)
    }
  }

  /// Tells everybody who waits what is new.
  func wake(resetting code: ErrorCode? = nil) {
    if machine.isCommitted { outgoing.forget() }
    if machine.isOver {
      settle(resetting: code)
      isDone.store(!interception.isRunning, ordering: .relaxed)
    }
    wakeReaders()
    wakeWriters()
  }

  private func settle(resetting code: ErrorCode?) {
    guard !isSettled else { return }
    isSettled = true
    hedge?.end()
    hedge = nil
    // RFC 9113 §8.1: an answer may be complete before its request is.
    if let code = code ?? (outgoing.isFinished ? nil : .noError) { stream?.reset(code) }
    if let outcome = machine.outcome { connection?.subchannel.record(outcome.code) }
    detach()
    loop.ended(self)
    if retry != nil, case .success = machine.outcome { loop.throttle.succeeded() }
  }

  func newMachine() -> ClientStreamMachine { ClientStreamMachine(messageBytesMax: messageBytesMax) }

  /// Of the attempts that raced, this is the call from here on.
  func adopt(_ attempt: StreamAttempt) {
    hedge = nil
    head.previousAttempts = attempt.head.previousAttempts
    machine = attempt.machine
    stream = attempt.stream
    connection = attempt.connection
    stream?.handler = self
    wakeWriters()
  }

  /// None of the attempts began an answer.
  func hedgeFailed(_ error: RPCError) {
    machine.giveUp(error)
    wake()
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

@available(*, unavailable) extension ClientStreamMachine: Sendable {}
