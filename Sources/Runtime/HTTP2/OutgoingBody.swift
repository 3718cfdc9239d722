import CNGHTTP2

/// What a stream still has to send: chunks, then perhaps an end.
struct OutgoingBody {
  enum End {
    case plain
    case trailers(PreparedFields, HeaderFields?)
  }

  private(set) var queuedBytes = 0
  private(set) var end: End?
  /// nghttp2 asked for bytes when there were none and must be woken.
  var isDeferred = false

  // Nearly every body is one chunk; only longer ones pay for an array.
  private var first: ByteChunk?
  private var rest: [ByteChunk?] = []
  /// The chunks of `rest` before this place are gone.
  private var next = 0
  private var sentOfFirst = 0

  var isEmpty: Bool { first == nil }

  mutating func append(_ chunk: consuming ByteChunk) {
    precondition(end == nil, "nothing follows the end of a body")
    guard chunk.count > 0 else { return }
    queuedBytes += chunk.count
    if first == nil { first = chunk } else { rest.append(chunk) }
  }

  mutating func end(_ end: End) {
    precondition(self.end == nil, "a body ends once")
    self.end = end
  }

  /// Moves as many bytes as fit.
  mutating func copy(into target: UnsafeMutableRawBufferPointer) -> Int {
    var copied = 0
    // Taken out and put back, for a chunk in hand costs no counting of references.
    while copied < target.count, let chunk = first.take() {
      let count = min(chunk.count - sentOfFirst, target.count - copied)
      unsafe target.baseAddress.unsafelyUnwrapped.advanced(by: copied).copyMemory(
        from: chunk.bytes.baseAddress.unsafelyUnwrapped + sentOfFirst,
        byteCount: count
      )
      copied += count
      sentOfFirst += count
      if sentOfFirst == chunk.count { advance() } else { first = chunk }
    }
    queuedBytes -= copied
    return copied
  }

  private mutating func advance() {
    sentOfFirst = 0
    guard next < rest.count else { return }
    first = rest[next].take()
    next += 1
    // Moved up when half of it is gone, so that each chunk is moved about once.
    guard next * 2 >= rest.count else { return }
    rest.removeFirst(next)
    next = 0
  }
}
