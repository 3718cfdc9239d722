import NIOCore
import Testing

@testable import HTTP2

/// Two sessions that hand each other their bytes, without a clock.
@Suite struct HonestPeerTests {
  @Test("window updates for what we send are never a flood")
  func windowUpdates() throws {
    let names = FieldNames([])
    let server = Session(role: .server, names: names, at: 0)
    let site = Site()
    server.delegate = site
    var limits = SessionLimits()
    // Half a window is 8 KiB: two updates for each, one of the stream and one of the connection.
    limits.streamWindowBytes = 16 << 10
    limits.connectionWindowBytes = 16 << 10
    let client = Session(role: .client, names: names, limits: limits, at: 0)
    for _ in 0..<40 {
      let reader = Reader()
      reader.stream = client.request(.none, head, body: nil, handler: reader)
      reader.stream?.finish()
      var isQuiet = false
      while !isQuiet {
        isQuiet = try !exchange(client, server)
      }
      #expect(reader.closure == .finished)
      #expect(reader.receivedBytes == Site.bodyBytes)
    }
  }

  private var head: HeaderFields {
    var head = HeaderFields()
    head.append(":method", "GET")
    head.append(":scheme", "http")
    head.append(":path", "/")
    head.append(":authority", "test")
    return head
  }

  /// Moves what both have to say; false when neither had anything.
  private func exchange(_ left: Session, _ right: Session) throws -> Bool {
    let wasLeftQuiet = try pass(from: left, to: right)
    let wasRightQuiet = try pass(from: right, to: left)
    return !wasLeftQuiet || !wasRightQuiet
  }

  private func pass(from sender: Session, to receiver: Session) throws -> Bool {
    var bytes = ByteBuffer()
    _ = try sender.drain(into: &bytes)
    guard bytes.readableBytes > 0 else { return true }
    try receiver.receive(bytes, at: 0)
    return false
  }
}

/// Answers every request with a megabyte.
private final class Site: SessionDelegate {
  static let bodyBytes = 1 << 20
  private let ignore = Reader()

  func accept(_ stream: Stream, head: HeaderFields) {
    stream.handler = ignore
    stream.respond(PreparedFields([":status": "200"]))
    stream.write(ByteChunk.copying([UInt8](repeating: 0, count: Self.bodyBytes)))
    stream.finish()
  }

  func outputPending() {}
}

/// Takes everything at once.
private final class Reader: StreamHandler {
  var stream: Stream?
  var receivedBytes = 0
  var closure: StreamClosure?

  func receiveData(_ bytes: ByteBuffer) {
    receivedBytes += bytes.readableBytes
    stream?.consume(bytes.readableBytes)
  }

  func receiveEnd(trailers: HeaderFields?) {}
  func streamClosed(_ reason: StreamClosure) { closure = reason }
}
