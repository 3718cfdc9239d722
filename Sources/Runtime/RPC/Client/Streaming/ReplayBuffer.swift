import HTTP2

/// What a call has sent, kept until there is a stream and for as long as it may be sent again.
struct ReplayBuffer {
  /// Bytes that are kept; a call that has sent more is not sent again.
  static let bytesMax = 256 << 10

  private(set) var chunks: [ByteChunk] = []
  private(set) var bytes = 0
  /// Everything that was sent is here.
  private(set) var isComplete = true
  /// The last message was sent.
  private(set) var isFinished = false

  mutating func append(_ chunk: ByteChunk, hasStream: Bool) {
    guard isComplete else { return }
    chunks.append(chunk)
    bytes += chunk.count
    if hasStream, bytes > Self.bytesMax { forget() }
  }

  /// Opens a stream and sends what there is; nil when the connection takes none.
  func open(
    _ head: CallHead,
    on connection: ClientConnection,
    for handler: any StreamHandler
  ) -> HTTP2.Stream? {
    let only = isFinished && chunks.count == 1 ? chunks[0] : nil
    guard let stream = connection.request(head, body: only, handler: handler) else { return nil }
    if only == nil {
      for chunk in chunks { stream.write(chunk) }
      if isFinished { stream.finish() }
    }
    return stream
  }

  /// The only message of the call.
  mutating func only(_ chunk: ByteChunk) {
    chunks = [chunk]
    bytes = chunk.count
    isFinished = true
  }

  mutating func finish() {
    isFinished = true
  }

  /// Nothing will be sent again.
  mutating func forget() {
    chunks = []
    bytes = 0
    isComplete = false
  }
}
