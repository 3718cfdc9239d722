import HTTP2
import NIOCore

/// An outgoing unary call: carries out what its machine concludes.
@safe final class ClientCall: @unchecked Sendable {
  // SAFETY: confined to the event loop it was given to; until then only its maker knows it.

  let method: MethodDescriptor
  let metadata: Metadata
  let deadline: Deadline?
  let waitsForReady: Bool
  private let body: OutgoingMessage
  private var loop: ClientLoop?
  private var machine: ClientCallMachine
  private var stream: HTTP2.Stream?
  private var continuation: UnsafeContinuation<RawAnswer, any Error>?
  /// What ended the call before it was started.
  private var early: RPCError?
  var deadlineIndex = -1

  init(
    method: MethodDescriptor,
    metadata: Metadata,
    deadline: Deadline?,
    waitsForReady: Bool,
    body: OutgoingMessage,
    messageBytesMax: Int
  ) {
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
    self.waitsForReady = waitsForReady
    self.body = body
    self.machine = ClientCallMachine(messageBytesMax: messageBytesMax)
  }

  func start(on loop: ClientLoop, _ continuation: UnsafeContinuation<RawAnswer, any Error>) {
    self.loop = loop
    unsafe self.continuation = continuation
    if let early { return abandon(early) }
    if let deadline {
      guard deadline > .now else { return abandon(.deadlineExceeded(before: "it was sent")) }
      loop.deadlines.insert(self, deadline)
    }
    loop.send(self)
  }

  /// Opens the stream; false when the connection takes none.
  func open(on connection: ClientConnection) -> Bool {
    var fields = connection.head(method)
    if let deadline {
      fields.append(Timeout.header, Timeout.format(deadline.remaining()))
    }
    fields.append(metadata)
    machine.streamOpened()
    stream = connection.session.request(.none, fields, body: body.chunk, handler: self)
    return stream != nil
  }

  /// Ends the call from our side.
  func abandon(_ error: RPCError) {
    guard unsafe continuation != nil else {
      early = error
      return
    }
    carryOut(machine.abandon(error))
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
      stream = nil
      loop?.send(self)
    }
  }

  private func finish(_ result: Result<RawAnswer, any Error>) {
    loop?.ended(self)
    stream = nil
    unsafe continuation?.resume(with: result)
    unsafe continuation = nil
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
    carryOut(machine.streamClosed(reason, peer: loop?.target.description ?? ""))
  }
}

extension ClientCall: DeadlineHolder {
  func deadlinePassed() {
    let target = loop?.target.description ?? ""
    let stage = stream == nil ? "a connection to \(target) was made" : "\(target) answered"
    abandon(.deadlineExceeded(before: stage))
  }
}

extension RPCError {
  static func deadlineExceeded(before stage: String) -> RPCError {
    RPCError(code: .deadlineExceeded, message: "the deadline passed before \(stage)")
  }
}
