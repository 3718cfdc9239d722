import HTTP2
import NIOCore
import RPC

/// One stream of an HTTP/2 connection.
final class HTTP2Request: StreamHandler {
  let stream: Stream
  let core: GatewayCore
  let memory: ConnectionMemory
  private let loop: LoopState
  private let began = NIODeadline.now()
  /// Since when the client has been given something that it has not taken.
  var answerBegan: NIODeadline?
  private var exchange: Exchange?
  private var isReceiving = true
  /// An answer that waits for the end of a short body: not every client takes one before that.
  private var early: GatewayResponse?
  /// Where the writer of a streamed answer waits.
  private(set) lazy var room = Room(on: loop.actor.loop)
  /// The head of a streamed answer is sent; its end is not.
  var isStreaming = false
  private var wantsBody = true
  /// Bytes of a body that came after its answer.
  private var unwantedBytes = 0
  /// Bytes of the answer, until the stream is over.
  var unsentBytes = 0
  /// Told once, when the stream is over.
  var closed: ((HTTP2Request) -> Void)?

  init(stream: Stream, core: GatewayCore, memory: ConnectionMemory, loop: LoopState) {
    self.stream = stream
    self.core = core
    self.memory = memory
    self.loop = loop
  }

  func begin(_ head: HeaderFields, peer: String) {
    let request = RequestHead(head, peer: peer)
    wantsBody = request.method != "HEAD"
    let exchange = Exchange(core: core, memory: memory, head: request)
    self.exchange = exchange
    if head.isTruncated {
      return answer(early: exchange.fail(.headersTooLarge(limit: core.limits.headerBytesMax)), head)
    }
    if let response = exchange.begin() { answer(early: response, head) }
  }

  /// Answers before the request is complete: behind a body that is short, at once if it may be long.
  private func answer(early response: GatewayResponse, _ head: HeaderFields) {
    let length = head["content-length"].map { Int($0) ?? .max } ?? 0
    guard length <= Self.shortBodyBytesMax, head["expect"] == nil else { return answer(response) }
    exchange = nil
    early = response
  }

  private static let shortBodyBytesMax = 64 << 10

  func receiveData(_ bytes: ByteBuffer) {
    stream.consume(bytes.readableBytes)
    guard let exchange else {
      unwantedBytes += bytes.readableBytes
      if unwantedBytes > Self.shortBodyBytesMax, let early { answer(early) }
      // RFC 9113 §8.1: after a complete answer the rest of a request may be refused without error.
      if unwantedBytes > core.limits.bodyBytesMax { stream.reset(.noError) }
      return
    }
    if let response = exchange.receive(bytes) { answer(response) }
  }

  func receiveEnd(trailers: HeaderFields?) {
    isReceiving = false
    if let early { return answer(early) }
    guard let route = exchange?.streamedRoute else {
      exchange?.run(on: loop.actor) { [unowned self] in answer($0) }
      return
    }
    exchange?.stream(route, on: loop.actor, to: self) { [unowned self] response in
      if let response { answer(response) } else { endStream() }
    }
  }

  func streamClosed(_ reason: StreamClosure) {
    exchange?.abandon()
    exchange = nil
    early = nil
    if isStreaming { room.close() }
    memory.release(unsentBytes)
    closed?(self)
    closed = nil
  }

  /// Ends a body that does not come, and an answer that is not taken.
  ///
  /// False when not even that end was taken in as much time again: a full socket lets nothing out,
  /// so only closing the connection is left.
  func check(at now: NIODeadline) -> Bool {
    if let early, began + Self.shortBodyTime <= now { answer(early) }
    if let answerBegan {
      let patience = TimeAmount.seconds(Int64(core.limits.writeSeconds))
      guard answerBegan + patience + patience > now else { return false }
      if answerBegan + patience <= now { stream.reset(.cancel) }
    } else if isReceiving, began + .seconds(Int64(core.limits.bodySeconds)) <= now, let exchange {
      answer(exchange.fail(.bodyTooSlow(seconds: core.limits.bodySeconds)))
    }
    return true
  }

  private static let shortBodyTime = TimeAmount.seconds(1)

  /// The whole answer is written, for which the exchange is over.
  func forgetExchange() { exchange = nil }

  private func answer(_ response: GatewayResponse) {
    exchange = nil
    early = nil
    answerBegan = .now()
    // What says why nothing more is kept is short.
    guard memory.hasRoom || response.error != nil else { return stream.reset(.enhanceYourCalm) }
    memory.hold(response.body.count)
    unsentBytes = response.body.count
    let fields = head(of: response)
    guard wantsBody, !response.body.isEmpty else {
      return stream.respond(only: .none, fields)
    }
    stream.respond(.none, fields)
    stream.write(ByteChunk.copying(response.body))
    stream.finish()
  }

  func head(of response: GatewayResponse) -> HeaderFields {
    var fields = HeaderFields()
    fields.append(":status", String(response.status))
    for header in response.headers { fields.append(header.name, header.value) }
    if response.status != 204, !response.isStreamed {
      fields.append("content-length", String(response.body.count))
    }
    fields.append("date", loop.currentDate())
    return fields
  }

  /// Not at once: this is said in the middle of writing frames.
  func bodyDrained() {
    guard isStreaming else { return }
    loop.actor.loop.assumeIsolated().execute { [weak self] in self?.partsTaken() }
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
