import NIOCore
import Testing

@testable import HTTP2

@Suite struct ClientSessionTests {
  private final class Client: SessionDelegate, StreamHandler {
    let session = Session(role: .client, names: FieldNames([]), limits: SessionLimits(), at: 1)
    var closures: [StreamClosure] = []
    var onClosed: () -> Void = {}

    init() { session.delegate = self }

    func request() -> HTTP2.Stream? {
      var fields = HeaderFields()
      for (name, value) in Frame.request { fields.append(name, value) }
      return session.request(.none, fields, body: nil, handler: self)
    }

    /// The frames behind the preface.
    func sent() throws -> [Frame] {
      var output = ByteBuffer()
      while try !session.drain(into: &output) {}
      let bytes = Array(output.readableBytesView)
      return Frame.parse(bytes.starts(with: Frame.preface) ? Array(bytes.dropFirst(24)) : bytes)
    }

    func accept(_ stream: HTTP2.Stream, head: HeaderFields) {}
    func outputPending() {}
    func receiveData(_ bytes: ByteBuffer) {}
    func receiveEnd(trailers: HeaderFields?) {}
    func streamClosed(_ reason: StreamClosure) {
      closures.append(reason)
      onClosed()
    }
  }

  @Test("who hears of a lost connection may let go of its other streams")
  func lostConnection() throws {
    let client = Client()
    _ = try client.session.receive(ByteBuffer(bytes: Frame.settings.bytes), at: 1)
    let streams = [try #require(client.request()), try #require(client.request())]
    _ = try client.sent()
    client.onClosed = { for stream in streams { stream.reset(.cancel) } }
    client.session.close(.closedByPeer)
    #expect(client.closures.count == 2)
  }

  // RFC 9113 §5.1: RST_STREAM on an idle stream is an error of the whole connection.
  @Test("a request that is reset before it went out leaves no frame", arguments: 1...3)
  func resetBeforeHeaders(times: Int) throws {
    let client = Client()
    _ = try client.session.receive(
      ByteBuffer(bytes: Frame.settings.bytes + Frame.settingsAcknowledged.bytes),
      at: 1
    )
    let stream = try #require(client.request())
    for code in [ErrorCode.cancel, .noError, .noError].prefix(times) { stream.reset(code) }
    let other = try #require(client.request())
    let frames = try client.sent().filter { $0.stream > 0 }
    #expect(frames.map(\.type) == [1])
    #expect(frames.map(\.stream) == [UInt32(other.id)])
    #expect(client.closures.count == 1)
  }

  @Test("a request that went out is reset once", arguments: 1...3)
  func resetAfterHeaders(times: Int) throws {
    let client = Client()
    _ = try client.session.receive(ByteBuffer(bytes: Frame.settings.bytes), at: 1)
    let stream = try #require(client.request())
    #expect(try client.sent().contains { $0.type == 1 })
    for code in [ErrorCode.cancel, .noError, .noError].prefix(times) { stream.reset(code) }
    let resets = try client.sent().filter { $0.type == 3 }
    #expect(resets.map(\.payload) == [[0, 0, 0, 8]])
  }
}
