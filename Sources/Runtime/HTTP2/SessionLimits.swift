/// What one connection may ask of us.
package struct SessionLimits: Sendable {
  /// Streams the peer may have open at once.
  package var streamsMax = 1_000
  /// Sum of name, value and 32 for each field of a block (RFC 9113 §6.5.2); more is answered 431.
  package var headerListBytesMax = 16 << 10
  /// Bytes a stream may receive before its reader has taken any.
  package var streamWindowBytes = 1 << 20
  /// The same for all streams of a connection together, which bounds its memory.
  package var connectionWindowBytes = 4 << 20
  /// Frames of ours that wait for the socket; above it the socket is not read (RFC 9113 §10.5).
  package var queuedFramesMax = 100
  /// Between two pings while nothing is answered; nil leaves it to the budget of frames.
  package var pingIntervalSecondsMin: Int?
  /// CONTINUATION frames of one header block: 64 KiB of headers need four.
  package var continuationsMax = 8
  /// Bytes handed to the socket at once: few enough to stay in the cache.
  package var flushBytesMax = 256 << 10

  package init() {}
}
