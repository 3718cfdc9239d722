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
    state = .answering
    let status = head.value(FieldNames.status).map(head.string) ?? ""
    let contentType = head.value(WireFields.contentType)
    // Trailers-Only comes as a head; its status is read at the end.
    if head.value(WireFields.status) != nil { return end(head) }
    guard status == "200" else { return breakOff(Self.httpError(status)) }
    guard let contentType, WireFields.isContentType(head, contentType) else {
      let what = contentType.map(head.string) ?? "no content-type"
      return breakOff(.unknown("the answer is \(what), not application/grpc"))
    }
    let encoding = head.value(WireFields.encoding).map(head.string) ?? "identity"
    guard encoding == "identity" else {
      return breakOff(.unimplemented("the answer is encoded as \(encoding), which was not offered"))
    }
    do {
      headers = try Metadata(head)
      return .wait
    } catch {
      return breakOff(error)
    }
  }

  mutating func receive(_ bytes: ByteBuffer) -> Action {
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
          trailingMetadata: try Metadata(trailers)
        )
      )
    } catch {
      return fail(error)
    }
  }

  mutating func streamClosed(_ reason: StreamClosure, peer: String) -> Action {
    guard state == .sent || state == .answering else { return .wait }
    switch reason {
    case .refused where state == .sent && resends < Self.resendsMax:
      resends += 1
      state = .waiting
      return .sendAgain
    case .refused:
      return fail(.unavailable("\(peer) refused the call"))
    case .finished:
      return fail(.internal("\(peer) ended the call without a status"))
    case .resetByPeer(let code):
      return fail(RPCError(code: Self.status(code), message: "\(peer) reset the call: \(code)"))
    case .resetLocally(let code):
      return fail(.internal("\(peer) broke the protocol within the call: \(code)"))
    case .connectionLost(let end):
      let stage = state == .sent ? "before an answer began" : "in the middle of the answer"
      return fail(.unavailable("lost the connection to \(peer) \(stage): \(end)"))
    }
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

  // https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
  private static func httpError(_ status: String) -> RPCError {
    let code: StatusCode =
      switch status {
      case "400": .internal
      case "401": .unauthenticated
      case "403": .permissionDenied
      case "404": .unimplemented
      case "429", "502", "503", "504": .unavailable
      default: .unknown
      }
    return RPCError(code: code, message: "the answer is HTTP status \(status)")
  }

  // "gRPC over HTTP2", Errors: what a reset without a status means.
  private static func status(_ code: ErrorCode) -> StatusCode {
    switch code {
    case .refusedStream: .unavailable
    case .cancel: .cancelled
    case .enhanceYourCalm: .resourceExhausted
    case .inadequateSecurity: .permissionDenied
    default: .internal
    }
  }
}
