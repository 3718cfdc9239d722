import HTTP2
import NIOCore

/// What a client concludes from the parts of a streamed answer, without doing anything.
///
///     waiting --stream opened--> sent --head--> answering --status--> ended
///        ^                        |
///        +------- refused --------+
///
/// Messages are cut when they are read, not when they arrive: what nobody reads stays in the window.
struct ClientStreamMachine {
  enum Action {
    case wait
    /// Something is there: whoever waits looks again.
    case wake
    /// As `wake`, and the peer must learn that the call is over.
    case wakeAndReset
    /// The peer has not begun: send it again.
    case sendAgain
    /// No answer began and none will: end the call with this, or try again if that is allowed.
    case attemptFailed(RPCError)
  }

  /// What a reader finds.
  enum Reading {
    /// A message, and the bytes to give back to the window for it.
    case message(ReceivedMessage, consumed: Int)
    /// Nothing yet; bytes of a message that is not complete are given back, for more to come.
    case wait(consumed: Int)
    case end
    case failed(RPCError)
    /// As `failed`, and the peer must learn that the call is over.
    case failedAndReset(RPCError)
  }

  private enum State {
    case waiting, sent, answering, ended
  }

  /// A refused stream is sent again this often; then the peer means it.
  private static let resendsMax = 3

  private var state = State.waiting
  private var deframer: MessageDeframer
  /// What has arrived and is not cut yet, behind what the deframer holds.
  private var chunks = CircularBuffer<ByteBuffer>(initialCapacity: 0)
  /// Bytes of the incomplete message that were given back ahead of it.
  private var consumedAhead = 0
  private var resends = 0

  /// Headers of the answer; nil until they came.
  private(set) var head: Metadata?
  /// How the call ended: the trailers, or the error.
  private(set) var outcome: Result<Metadata, RPCError>?

  init(messageBytesMax: Int) {
    deframer = MessageDeframer(messageBytesMax: messageBytesMax)
  }
}

// MARK: - What the stream says

extension ClientStreamMachine {
  var isOver: Bool { state == .ended }
  /// An answer began: the call can no longer be sent again.
  var isCommitted: Bool { state == .answering || state == .ended }

  mutating func streamOpened() {
    state = .sent
  }

  mutating func receiveHead(_ block: HeaderFields) -> Action {
    guard state == .sent else { return .wait }
    if ResponseHead.isEnd(block) { return receiveStatus(block, isTrailersOnly: true) }
    state = .answering
    do {
      let received = try ResponseHead(block)
      head = received.metadata
      deframer.compression = received.compression
      return .wake
    } catch {
      end(.failure(error))
      return .wakeAndReset
    }
  }

  mutating func receive(_ bytes: consuming ByteBuffer) -> Action {
    guard state == .answering else { return .wait }
    chunks.append(bytes)
    return .wake
  }

  mutating func receiveEnd(_ trailers: HeaderFields?) -> Action {
    guard state == .answering else { return .wait }
    guard let trailers else {
      end(.failure(.internal("the answer ended without a status")))
      return .wake
    }
    return receiveStatus(trailers, isTrailersOnly: false)
  }

  private mutating func receiveStatus(
    _ trailers: HeaderFields,
    isTrailersOnly: Bool
  ) -> Action {
    do {
      if let error = try RPCError(trailers: trailers) {
        if isTrailersOnly { return .attemptFailed(error) }
        end(.failure(error))
      } else {
        end(.success(try Metadata(trailers)))
      }
    } catch {
      end(.failure(error))
    }
    return .wake
  }

  mutating func streamClosed(_ reason: StreamClosure, peer: String) -> Action {
    switch state {
    case .waiting, .ended: return .wait
    case .sent:
      if reason == .refused, resends < Self.resendsMax {
        resends += 1
        state = .waiting
        return .sendAgain
      }
      return .attemptFailed(reason.error(isAnswering: false, peer: peer))
    case .answering:
      end(.failure(reason.error(isAnswering: true, peer: peer)))
      return .wake
    }
  }

  /// After `attemptFailed`: the call is sent again later.
  mutating func restart() {
    state = .waiting
  }

  /// After `attemptFailed`: the call ends with it.
  mutating func giveUp(_ error: RPCError) {
    end(.failure(error))
  }

  /// Ends the call from our side: deadline, cancellation, a channel that closes.
  ///
  /// What was received and not read is dropped: whoever abandons a call wants nothing more of it.
  mutating func abandon(_ error: RPCError) -> Action {
    guard state != .ended else { return .wait }
    let isOpen = state != .waiting
    end(.failure(error))
    chunks.removeAll()
    deframer = MessageDeframer(messageBytesMax: deframer.messageBytesMax)
    return isOpen ? .wakeAndReset : .wake
  }

  private mutating func end(_ outcome: Result<Metadata, RPCError>) {
    state = .ended
    self.outcome = outcome
  }
}

// MARK: - What the reader takes

extension ClientStreamMachine {
  mutating func read() -> Reading {
    while true {
      let before = deframer.bufferedBytes
      do {
        if let message = try deframer.next() {
          let consumed = before - deframer.bufferedBytes - consumedAhead
          consumedAhead = 0
          return .message(
            ReceivedMessage(bytes: message, wasCompressed: deframer.wasCompressed),
            consumed: consumed
          )
        }
      } catch {
        return fail(error)
      }
      guard let chunk = chunks.popFirst() else { break }
      deframer.append(chunk)
    }
    switch outcome {
    case .failure(let error): return .failed(error)
    case .success where deframer.bufferedBytes > 0:
      return fail(.internal("the status is OK, but the last message is not complete"))
    case .success: return .end
    case nil:
      let consumed = deframer.bufferedBytes - consumedAhead
      consumedAhead = deframer.bufferedBytes
      return .wait(consumed: consumed)
    }
  }

  /// Bytes that are no messages: the call failed, whatever its status says.
  private mutating func fail(_ error: RPCError) -> Reading {
    let isOpen = state != .ended
    end(.failure(error))
    chunks.removeAll()
    deframer = MessageDeframer(messageBytesMax: deframer.messageBytesMax)
    return isOpen ? .failedAndReset(error) : .failed(error)
  }
}
