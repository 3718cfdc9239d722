import CNGHTTP2
package import NIOCore

/// What a stream tells the one who uses it; called on the connection's event loop.
package protocol StreamHandler: AnyObject {
  /// The head of the response; only a client hears it.
  func receiveHead(_ head: HeaderFields)
  /// Bytes of the body, which stay in the window until `Stream.consume` gives them back.
  func receiveData(_ bytes: consuming ByteBuffer)
  /// The peer has said everything.
  func receiveEnd(trailers: HeaderFields?)
  /// Nothing further happens on this stream; told once, and last.
  func streamClosed(_ reason: StreamClosure)
  /// What was written has been taken by the connection; a good moment to write more.
  func bodyDrained()
}

extension StreamHandler {
  package func receiveHead(_ head: HeaderFields) {}
  package func bodyDrained() {}
}

/// How a stream ended.
package enum StreamClosure: Sendable, Equatable {
  /// Both sides said everything.
  case finished
  case resetByPeer(ErrorCode)
  /// We reset it, or its frames broke the protocol.
  case resetLocally(ErrorCode)
  /// The peer has not processed it and never will: it is safe to send again.
  case refused
  case connectionLost(ConnectionEnd)
}

/// One request and its response on a connection.
///
/// Confined to the connection's event loop. After `streamClosed` every operation does nothing.
@safe package final class Stream {
  package internal(set) var id: Int32
  package var handler: (any StreamHandler)?
  /// Nil once the stream is closed.
  // SAFETY: a session clears this when it closes the stream, and for every stream when it ends.
  private var owner: Unmanaged<Session>?
  /// Where the session keeps it.
  var place = 0

  var outgoing = OutgoingBody()
  /// Bytes of the body that were given back to the window and are kept by the reader all the same, such
  /// as the begin of a message whose rest is on its way.
  package var keptBytes = 0 {
    didSet {
      if keptBytes != oldValue { withSession { $0.holding.add(keptBytes - oldValue) } }
    }
  }
  /// Bytes kept for the whole connection.
  package var heldByConnection: Int { withSession { $0.heldBytes } ?? 0 }
  /// Received and not yet given back to the window.
  var unconsumedBytes = 0
  /// Taken by the reader and not yet given back to the stream's window.
  var windowDebt = 0
  var hasFinalHead = false
  /// The bytes that are received are of the frame by which the peer ends.
  package internal(set) var isEnding = false
  /// The peer has said everything.
  var hasReceivedEnd = false
  var resetByPeer: ErrorCode?
  var resetLocally: ErrorCode?
  /// The request never left this process.
  var wasNeverSent = false

  init(id: Int32, session: Session) {
    self.id = id
    unsafe owner = .passUnretained(session)
  }

  package var isOpen: Bool { unsafe owner != nil }

  /// The session lets go of this stream.
  func close() { unsafe owner = nil }

  /// Looks at the session of an open stream without counting a reference.
  @discardableResult @inline(__always)
  func withSession<Value>(_ body: (Session) -> Value) -> Value? {
    guard let owner = unsafe owner else { return nil }
    return unsafe owner._withUnsafeGuaranteedRef(body)
  }

  /// Bytes written and not yet taken by the connection.
  package var queuedBytes: Int { outgoing.queuedBytes }
}

extension Stream {
  /// The whole response at once: head, body, trailers.
  package func respond(
    _ head: PreparedFields,
    _ headMore: HeaderFields? = nil,
    body: consuming ByteChunk,
    trailers: PreparedFields,
    _ trailersMore: HeaderFields? = nil
  ) {
    guard isOpen else { return }
    let count = body.count
    outgoing.append(body)
    outgoing.end(.trailers(trailers, trailersMore))
    withSession { session in
      session.holding.add(count)
      session.respond(self, head, headMore, hasBody: true)
    }
  }

  /// A response without body: its head is its end.
  package func respond(only head: PreparedFields, _ headMore: HeaderFields? = nil) {
    withSession { $0.respond(self, head, headMore, hasBody: false) }
  }

  /// Begins a response; `write` and `finish` follow.
  package func respond(_ head: PreparedFields, _ headMore: HeaderFields? = nil) {
    withSession { $0.respond(self, head, headMore, hasBody: true) }
  }

  package func write(_ chunk: ByteChunk) {
    withSession { session in
      outgoing.append(chunk)
      session.holding.add(chunk.count)
      session.resume(self)
    }
  }

  /// Ends our side.
  package func finish() { finish(.plain) }

  package func finish(trailers: PreparedFields, _ more: HeaderFields? = nil) {
    finish(.trailers(trailers, more))
  }

  private func finish(_ end: OutgoingBody.End) {
    withSession { session in
      outgoing.end(end)
      session.resume(self)
    }
  }

  package func reset(_ code: ErrorCode) {
    withSession { $0.reset(self, code) }
  }

  /// Gives received bytes back to the peer's window: the reader has taken them.
  package func consume(_ count: Int) {
    guard count > 0 else { return }
    withSession { $0.consume(self, count) }
  }
}
