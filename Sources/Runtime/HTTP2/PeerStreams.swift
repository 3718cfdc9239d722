/// What a server remembers of its peer's streams, to tell a frame that comes late from one that is wrong.
///
/// RFC 9113 §5.1: frames may still come for a stream that we have reset, and are ignored. Nobody honest
/// sends them for a stream that they ended themselves, or never opened. DATA of such streams is thrown
/// away by nghttp2 before we see it.
struct PeerStreams {
  enum Verdict { case isFine, wasEnded, wasSkipped }

  /// The highest id that the peer has used.
  private var last: Int32 = 0
  /// Ids that the peer went past last; it has closed them by that (RFC 9113 §5.1.1).
  private var skippedFrom: Int32 = 0
  private var skippedBefore: Int32 = 0
  /// Streams that the peer ended, the latest ones, in a ring.
  private var ended = [Int32](repeating: 0, count: Self.remembered)
  private var next = 0

  /// More than are on their way at once between honest peers; a power of two.
  private static let remembered = 64

  mutating func opened(_ id: Int32) {
    if id > last + 2 {
      skippedFrom = last + 1
      skippedBefore = id
    }
    last = id
  }

  mutating func endedByPeer(_ id: Int32) {
    ended[next] = id
    next = (next + 1) & (Self.remembered - 1)
  }

  /// Whether a HEADERS frame for a stream may come.
  func judge(_ id: Int32, isOpen: () -> Bool) -> Verdict {
    guard id <= last, !isOpen() else { return .isFine }
    if id >= skippedFrom, id < skippedBefore { return .wasSkipped }
    return ended.contains(id) ? .wasEnded : .isFine
  }
}
