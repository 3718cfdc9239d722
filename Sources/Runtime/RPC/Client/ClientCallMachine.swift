import HTTP2
import NIOCore

/// What a client concludes from the parts of one unary answer, without doing anything.
///
///     waiting --stream opened--> sent --head--> answering --end--> finished
struct ClientCallMachine {
  enum Action {
    case wait
    case succeed(RawAnswer)
    case fail(RPCError)
    /// Fail, and tell the peer that nobody listens.
    case failAndReset(RPCError)
    /// The peer has not begun: send it again.
    case sendAgain
    /// No answer began and none will: end the call with this, or try again if that is allowed.
    case attemptFailed(RPCError)
  }

  private enum State {
    case waiting, sent, answering, finished
  }

  /// A refused stream is sent again this often; then the peer means it.
  private static let resendsMax = 3

  private var state = State.waiting
  private var deframer: MessageDeframer
  private var message: ByteBuffer?
  private var headers = Metadata()
  private var resends = 0

  init(messageBytesMax: Int) {
    deframer = MessageDeframer(messageBytesMax: messageBytesMax)
  }

  var isFinished: Bool { state == .finished }

  mutating func streamOpened() {
    state = .sent
  }

  mutating func receiveHead(_ head: HeaderFields) -> Action {
    guard state == .sent else { return .wait }
    if ResponseHead.isEnd(head) { return receiveOnlyTrailers(head) }
    state = .answering
    do {
      let head = try ResponseHead(head)
      headers = head.metadata
      deframer.compression = head.compression
      return .wait
    } catch {
      return breakOff(error)
    }
  }

  private mutating func receiveOnlyTrailers(_ head: HeaderFields) -> Action {
    do {
      if let error = try RPCError(trailers: head) { return .attemptFailed(error) }
      return fail(.internal("the status is OK, but no message came with it"))
    } catch {
      return fail(error)
    }
  }

  mutating func receive(_ bytes: consuming ByteBuffer) -> Action {
    guard state == .answering else { return .wait }
    deframer.append(bytes)
    do {
      while let next = try deframer.next() {
        guard message == nil else {
          return breakOff(.unimplemented("more than one message answers a unary call"))
        }
        message = next
      }
      return .wait
    } catch {
      return breakOff(error)
    }
  }

  mutating func receiveEnd(_ trailers: HeaderFields?) -> Action {
    guard state == .answering else { return .wait }
    guard let trailers else { return fail(.internal("the answer ended without a status")) }
    return end(trailers)
  }

  /// A status that has arrived ends the call, whatever was received before.
  private mutating func end(_ trailers: HeaderFields) -> Action {
    do {
      if let error = try RPCError(trailers: trailers) { return fail(error) }
      guard deframer.bufferedBytes == 0, let message else {
        return fail(.internal("the status is OK, but no complete message came with it"))
      }
      state = .finished
      self.message = nil
      return .succeed(
        RawAnswer(
          message: message,
          metadata: headers,
          trailingMetadata: try Metadata(trailers),
          wasCompressed: deframer.wasCompressed
        )
      )
    } catch {
      return fail(error)
    }
  }

  mutating func streamClosed(_ reason: StreamClosure, peer: String) -> Action {
    guard state == .sent || state == .answering else { return .wait }
    if reason == .refused, state == .sent, resends < Self.resendsMax {
      resends += 1
      state = .waiting
      return .sendAgain
    }
    let error = reason.error(isAnswering: state == .answering, peer: peer)
    return state == .sent ? .attemptFailed(error) : fail(error)
  }

  /// After `attemptFailed`: the call is sent again later.
  mutating func restart() {
    state = .waiting
  }

  /// After `attemptFailed`: the call ends with it.
  mutating func giveUp() {
    state = .finished
  }

  /// Ends the call from our side: deadline, cancellation, a channel that closes.
  mutating func abandon(_ error: RPCError) -> Action {
    switch state {
    case .waiting: return fail(error)
    case .sent, .answering: return breakOff(error)
    case .finished: return .wait
    }
  }

  private mutating func fail(_ error: RPCError) -> Action {
    state = .finished
    return .fail(error)
  }

  private mutating func breakOff(_ error: RPCError) -> Action {
    state = .finished
    return .failAndReset(error)
  }
}
