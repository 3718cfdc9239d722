import NIOCore

/// What a server does with the parts of one unary call, without doing it.
///
///     receiving --message, end--> handling --handler ends--> answered
///         |                           |                         ^
///         +------ broken request -----+------- deadline --------+
struct ServerCallMachine {
  enum Action {
    case wait
    /// The request is complete: run the handler with this message.
    case handle(ByteBuffer)
    case answer(RPCError)
    /// Answer, and tell the handler to stop.
    case answerAndCancel(RPCError)
    /// Nobody waits any more: tell the handler to stop.
    case cancel
  }

  private enum State {
    case receiving, handling, answered
  }

  private var state = State.receiving
  private var deframer: MessageDeframer
  private var message: ByteBuffer?

  init(messageBytesMax: Int, compression: Compression = .identity) {
    deframer = MessageDeframer(messageBytesMax: messageBytesMax, compression: compression)
  }

  /// Bytes kept for a message that is not complete.
  var bufferedBytes: Int { deframer.bufferedBytes }
  var isAnswered: Bool { state == .answered }

  mutating func receive(_ bytes: ByteBuffer) -> Action {
    guard state == .receiving else { return .wait }
    deframer.append(bytes)
    do {
      while let next = try deframer.next() {
        guard message == nil else {
          return refuse(.unimplemented("a unary call takes one message; more than one was sent"))
        }
        message = next
      }
      return .wait
    } catch {
      return refuse(error)
    }
  }

  mutating func receiveEnd() -> Action {
    guard state == .receiving else { return .wait }
    guard deframer.bufferedBytes == 0 else {
      return refuse(.internal("the request ends in the middle of a message"))
    }
    guard let complete = message else {
      return refuse(.unimplemented("a unary call takes one message; none was sent"))
    }
    message = nil
    state = .handling
    return .handle(complete)
  }

  /// True when somebody still waits for what the handler says.
  mutating func handlerEnded() -> Bool {
    defer { state = .answered }
    return state == .handling
  }

  mutating func deadlinePassed() -> Action {
    let error = RPCError.deadlinePassed
    switch state {
    case .receiving: return refuse(error)
    case .handling:
      state = .answered
      return .answerAndCancel(error)
    case .answered: return .wait
    }
  }

  /// The stream is gone, answered or not.
  mutating func streamClosed() -> Action {
    guard state != .answered else { return .wait }
    state = .answered
    // Nothing of a request that will never be complete is kept.
    message = nil
    deframer = MessageDeframer(messageBytesMax: deframer.messageBytesMax)
    return .cancel
  }

  private mutating func refuse(_ error: RPCError) -> Action {
    state = .answered
    message = nil
    return .answer(error)
  }
}

extension RPCError {
  static let deadlinePassed = RPCError(
    code: .deadlineExceeded,
    message: "the deadline of the call passed"
  )
}
