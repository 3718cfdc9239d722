import HTTP2
import NIOCore
import RPC

/// One stream of an HTTP/2 connection.
final class HTTP2Request: StreamHandler {
  private let stream: Stream
  private let core: GatewayCore
  private let loop: LoopState
  private let began = NIODeadline.now()
  private var answerBegan: NIODeadline?
  private var exchange: Exchange?
  private var isReceiving = true
  private var wantsBody = true
  /// Bytes of a body that came after its answer.
  private var unwantedBytes = 0
  /// Bytes of the answer, until the stream is over.
  private var unsentBytes = 0
  /// Told once, when the stream is over.
  var closed: ((HTTP2Request) -> Void)?

  init(stream: Stream, core: GatewayCore, loop: LoopState) {
    self.stream = stream
    self.core = core
    self.loop = loop
  }

  func begin(_ head: HeaderFields, peer: String) {
    let request = RequestHead(head, peer: peer)
    wantsBody = request.method != "HEAD"
    let exchange = Exchange(core: core, head: request)
    self.exchange = exchange
    if head.isTruncated {
      return answer(exchange.fail(.headersTooLarge(limit: core.limits.headerBytesMax)))
    }
    if let response = exchange.begin() { answer(response) }
  }

  func receiveData(_ bytes: ByteBuffer) {
    stream.consume(bytes.readableBytes)
    guard let exchange else {
      unwantedBytes += bytes.readableBytes
      // RFC 9113 §8.1: after a complete answer the rest of a request may be refused without error.
      if unwantedBytes > core.limits.bodyBytesMax { stream.reset(.noError) }
      return
    }
    if let response = exchange.receive(bytes) { answer(response) }
  }

  func receiveEnd(trailers: HeaderFields?) {
    isReceiving = false
    exchange?.run(on: loop.actor) { [unowned self] in answer($0) }
  }

  func streamClosed(_ reason: StreamClosure) {
    exchange?.abandon()
    exchange = nil
    core.load.releaseAnswer(unsentBytes)
    closed?(self)
    closed = nil
  }

  /// Ends a body that does not come, and an answer that is not taken.
  ///
  /// False when not even that end was taken in as much time again: a full socket lets nothing out,
  /// so only closing the connection is left.
  func check(at now: NIODeadline) -> Bool {
    if let answerBegan {
      let patience = TimeAmount.seconds(Int64(core.limits.writeSeconds))
      guard answerBegan + patience + patience > now else { return false }
      if answerBegan + patience <= now { stream.reset(.cancel) }
    } else if isReceiving, began + .seconds(Int64(core.limits.bodySeconds)) <= now, let exchange {
      answer(exchange.fail(.bodyTooSlow(seconds: core.limits.bodySeconds)))
    }
    return true
  }

  private func answer(_ response: GatewayResponse) {
    exchange = nil
    answerBegan = .now()
    guard core.load.holdAnswer(response.body.count, limit: core.limits.unsentBytesMax) else {
      return stream.reset(.enhanceYourCalm)
    }
    unsentBytes = response.body.count
    var fields = HeaderFields()
    fields.append(":status", String(response.status))
    for header in response.headers { fields.append(header.name, header.value) }
    if response.status != 204 { fields.append("content-length", String(response.body.count)) }
    fields.append("date", loop.currentDate())
    guard wantsBody, !response.body.isEmpty else {
      return stream.respond(only: .none, fields)
    }
    stream.respond(.none, fields)
    stream.write(ByteChunk.copying(response.body))
    stream.finish()
  }
}

extension RequestHead {
  /// The token of a field is its place among all.
  static let names = FieldNames(RequestField.allCases.map(\.rawValue))

  init(_ head: HeaderFields, peer: String) {
    func text(_ token: UInt8) -> String { head.value(token).map(head.string) ?? "" }
    self.init(method: text(FieldNames.method), target: text(FieldNames.path), peer: peer)
    for field in head.fields where field.token >= FieldNames.first {
      let place = Int(field.token - FieldNames.first)
      guard place < RequestField.allCases.count else { continue }
      append(RequestField.allCases[place], head.string(field.value))
    }
  }
}

@available(*, unavailable) extension HTTP2Request: Sendable {}
