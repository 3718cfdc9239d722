import HTTP2
import NIOCore

/// An outgoing unary call: carries out what its machine concludes.
@safe final class ClientCall: @unchecked Sendable {
  // SAFETY: confined to the event loop it was given to; until then only its maker knows it.

  let head: CallHead
  private let body: OutgoingMessage
  private var loop: ClientLoop?
  private var machine: ClientCallMachine
  private var connection: ClientConnection?
  private var stream: HTTP2.Stream?
  private var continuation: UnsafeContinuation<RawAnswer, any Error>?
  /// What ended the call before it was started.
  private var early: RPCError?
  var waitingIndex = -1
  var deadlineIndex = -1

  init(head: CallHead, body: OutgoingMessage, messageBytesMax: Int) {
    self.head = head
    self.body = body
    self.machine = ClientCallMachine(messageBytesMax: messageBytesMax)
  }

  func start(on loop: ClientLoop, _ continuation: UnsafeContinuation<RawAnswer, any Error>) {
    self.loop = loop
    unsafe self.continuation = continuation
    if let early { return abandon(early) }
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
    }
  }

  private func finish(_ result: Result<RawAnswer, any Error>) {
    detach()
    loop?.ended(self)
    unsafe continuation?.resume(with: result)
    unsafe continuation = nil
  }

  /// The stream, if it still exists, is of no interest any more.
  private func detach() {
    guard let stream else { return }
    stream.handler = nil
    self.stream = nil
    connection?.released()
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

  /// Ends the call from our side.
  func abandon(_ error: RPCError) {
    guard unsafe continuation != nil else {
      early = error
      return
    }
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

  func receiveData(_ bytes: ByteBuffer) {
    stream?.consume(bytes.readableBytes)
    carryOut(machine.receive(bytes))
  }

  func receiveEnd(trailers: HeaderFields?) {
    carryOut(machine.receiveEnd(trailers))
  }

  func streamClosed(_ reason: StreamClosure) {
    carryOut(machine.streamClosed(reason, peer: connection?.description ?? ""))
  }
}

@available(*, unavailable) extension ClientCallMachine: Sendable {}
