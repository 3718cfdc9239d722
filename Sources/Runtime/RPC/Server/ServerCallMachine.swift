import NIOCore

/// What a server does with the parts of one call, without doing it.
///
///     receiving --message, end--> handling --handler ends--> answered
///         |                           |                         ^
///         +------ broken request -----+------- deadline --------+
///
/// A call whose requests stream is handled from its head on; its handler takes the messages.
struct ServerCallMachine {
  enum Action {
    case wait
    /// The request is complete: run the handler.
    case handle
    /// A handler that waits for the next message need not wait any more.
    case wakeReader
    case answer(RPCError)
    /// Answer, and tell the handler to stop.
    case answerAndCancel(RPCError)
    /// Nobody waits any more: tell the handler to stop.
    case cancel
  }

  enum Next {
    case message(ByteBuffer)
    /// The caller has sent everything.
    case end
    case wait
  }

  private enum State {
    case receiving, handling, answered
  }

  private var state = State.receiving
  private let streamsRequests: Bool
  /// What a call takes before any of its messages: about a kilobyte, and its metadata.
  private let headBytes: Int
  private var hasEnded = false
  private var deframer: MessageDeframer
  /// The one message of a request that does not stream, until it is decoded.
  private(set) var message: ByteBuffer?
  /// What the handler of an ended call is told.
  private var end: RPCError?
  private(set) var wasCompressed = false

  init(
    streamsRequests: Bool = false,
    messageBytesMax: Int,
    metadataBytes: Int = 0,
    compression: Compression = .identity
  ) {
    self.streamsRequests = streamsRequests
    headBytes = 1 << 10 + metadataBytes
    deframer = MessageDeframer(messageBytesMax: messageBytesMax, compression: compression)
  }

  /// Bytes kept of messages that nobody has taken.
  var bufferedBytes: Int { deframer.bufferedBytes }
  /// Bytes kept although the peer got its window back for them: of a message or a request that is not
  /// complete, its head included.
  // Inlined always, else its caller copies the machine, and so counts references.
  var keptBytes: Int {
    @inline(__always) get {
      if streamsRequests { return hasNext ? 0 : bufferedBytes }
      guard state == .receiving else { return 0 }
      return headBytes + bufferedBytes + (message?.readableBytes ?? 0)
    }
  }
  var isAnswered: Bool { state == .answered }
  /// False while the next message needs more bytes, for which the peer may need more window.
  var hasNext: Bool { deframer.hasNext }

  /// The head is understood.
  mutating func begin() -> Action {
    guard streamsRequests else { return .wait }
    state = .handling
    return .handle
  }

  mutating func receive(_ bytes: consuming ByteBuffer) -> Action {
    if streamsRequests {
      guard state == .handling else { return .wait }
      deframer.append(bytes)
      return deframer.hasNext ? .wakeReader : .wait
    }
    guard state == .receiving else { return .wait }
    deframer.append(bytes)
    do {
      while let next = try deframer.next() {
        guard message == nil else {
          return refuse(.unimplemented("this call takes one message; more than one was sent"))
        }
        message = next
        wasCompressed = deframer.wasCompressed
      }
      return .wait
    } catch {
      return refuse(error)
    }
  }

  mutating func receiveEnd() -> Action {
    hasEnded = true
    if streamsRequests { return state == .handling ? .wakeReader : .wait }
    guard state == .receiving else { return .wait }
    guard deframer.bufferedBytes == 0 else { return refuse(.endsWithinMessage) }
    guard message != nil else {
      return refuse(.unimplemented("this call takes one message; none was sent"))
    }
    state = .handling
    return .handle
  }

  /// The end of the request is still to come, and may be long in coming: its message must not keep
  /// all that was read with it.
  mutating func awaitEnd() {
    guard let whole = message, whole.storageCapacity > 2 * whole.readableBytes else { return }
    message = ByteBuffer(bytes: whole.readableBytesView)
  }

  /// The message is decoded.
  mutating func dropMessage() { message = nil }

  /// The next message of a request that streams.
  mutating func next() throws(RPCError) -> Next {
    if let end { throw end }
    do throws(RPCError) {
      if let message = try deframer.next() {
        wasCompressed = deframer.wasCompressed
        return .message(message)
      }
      guard hasEnded else { return .wait }
      guard deframer.bufferedBytes == 0 else { throw .endsWithinMessage }
      return .end
    } catch {
      end = error
      throw error
    }
  }

  /// True when somebody still waits for what the handler says.
  mutating func handlerEnded() -> Bool {
    defer { state = .answered }
    return state == .handling
  }

  mutating func deadlinePassed() -> Action { fail(.deadlinePassed) }

  /// Ends the call with an error that is not the handler's.
  mutating func fail(_ error: RPCError) -> Action {
    switch state {
    case .receiving: return refuse(error)
    case .handling:
      state = .answered
      end = error
      return .answerAndCancel(error)
    case .answered: return .wait
    }
  }

  /// The stream is gone, answered or not.
  mutating func streamClosed() -> Action {
    dropRequest()
    guard state != .answered else { return .wait }
    state = .answered
    end = RPCError(code: .cancelled, message: "the caller ended the call")
    return .cancel
  }

  /// What the handler of an ended call is told when it reads or writes.
  var endError: RPCError? { end }

  private mutating func refuse(_ error: RPCError) -> Action {
    state = .answered
    dropRequest()
    return .answer(error)
  }

  /// Nothing of a request that nobody will read is kept.
  private mutating func dropRequest() {
    message = nil
    deframer.removeAll()
  }
}

extension RPCError {
  static let deadlinePassed = RPCError(
    code: .deadlineExceeded,
    message: "the deadline of the call passed"
  )
  fileprivate static let endsWithinMessage = RPCError.internal(
    "the request ends in the middle of a message"
  )
}
