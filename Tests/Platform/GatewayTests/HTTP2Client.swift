import HTTP2
import NIOCore
import NIOPosix
import NIOSSL

/// A client that speaks HTTP/2 at once, as with prior knowledge.
final class HTTP2Client: Sendable {
  struct Answer: Sendable {
    var status = 0
    var headers: [String: String] = [:]
    var body = ""
    var end: StreamClosure?
  }

  private let channel: any Channel
  private let session: NIOLoopBound<Session>

  init(port: Int, tls: TLSConfiguration? = nil) async throws {
    let context = try tls.map { try NIOSSLContext(configuration: $0) }
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let (channel, session) = try await ClientBootstrap(group: loop)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            let handler = try NIOSSLClientHandler(context: context, serverHostname: "localhost")
            try channel.pipeline.syncOperations.addHandler(handler)
          }
          let session = Session(
            role: .client,
            names: FieldNames([]),
            at: NIODeadline.now().uptimeNanoseconds
          )
          let driver = ConnectionHandler(session: session)
          session.delegate = Waker(driver)
          try channel.pipeline.syncOperations.addHandler(driver)
          return (channel, NIOLoopBound(session, eventLoop: channel.eventLoop))
        }
      }
    self.channel = channel
    self.session = session
  }

  /// Sends a request and waits for its answer; `abandoning` resets it instead once it was sent.
  func ask(
    _ method: String,
    _ target: String,
    headers: [(String, String)] = [],
    body: String? = nil,
    abandoning: Bool = false
  ) async throws -> Answer {
    let session = self.session
    let promise = channel.eventLoop.makePromise(of: Answer.self)
    channel.eventLoop.execute {
      var fields = HeaderFields()
      fields.append(":method", method)
      fields.append(":scheme", "http")
      fields.append(":authority", "test")
      fields.append(":path", target)
      for (name, value) in headers { fields.append(name, value) }
      let reader = Reader(promise)
      let chunk = ByteChunk.copying(Array((body ?? "").utf8))
      let stream = session.value.request(.none, fields, body: chunk, handler: reader)
      reader.stream = stream
      if stream == nil { promise.fail(ConnectionEnd.closedLocally) }
      if abandoning { stream?.reset(.cancel) }
    }
    return try await promise.futureResult.get()
  }

  func close() async {
    // Already closed is closed.
    try? await channel.close()
  }

  /// True once the other side has closed the connection.
  func waitForEnd() async throws { try await channel.closeFuture.get() }
}

private final class Waker: SessionDelegate {
  private weak var driver: ConnectionHandler?
  init(_ driver: ConnectionHandler) { self.driver = driver }
  func outputPending() { driver?.outputPending() }
}

private final class Reader: StreamHandler {
  private let promise: EventLoopPromise<HTTP2Client.Answer>
  private var answer = HTTP2Client.Answer()
  private var body: [UInt8] = []
  var stream: HTTP2.Stream?

  init(_ promise: EventLoopPromise<HTTP2Client.Answer>) { self.promise = promise }

  func receiveHead(_ head: HeaderFields) {
    for field in head.fields {
      let name = head.string(field.name)
      if name == ":status" { answer.status = Int(head.string(field.value)) ?? 0 }
      answer.headers[name] = head.string(field.value)
    }
  }

  func receiveData(_ bytes: ByteBuffer) {
    body.append(contentsOf: bytes.readableBytesView)
    stream?.consume(bytes.readableBytes)
  }

  func receiveEnd(trailers: HeaderFields?) {}

  func streamClosed(_ reason: StreamClosure) {
    answer.body = String(decoding: body, as: UTF8.self)
    answer.end = reason
    stream = nil
    promise.succeed(answer)
  }
}
