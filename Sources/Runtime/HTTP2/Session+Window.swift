import CNGHTTP2

// Giving received bytes back to the peer's windows.

extension Session {
  /// Once for each read, or at once between reads.
  func payWindowDebt() {
    guard windowDebt > 0, let handle = unsafe handle else { return }
    _ = unsafe nghttp2_session_consume_connection(handle, windowDebt)
    windowDebt = 0
  }

  func consume(_ stream: Stream, _ count: Int) {
    let count = min(count, stream.unconsumedBytes)
    stream.unconsumedBytes -= count
    stream.windowDebt += count
    windowDebt += count
    if stream.windowDebt >= streamDebtMax {
      _ = unsafe nghttp2_session_consume_stream(handle, stream.id, stream.windowDebt)
      stream.windowDebt = 0
    }
    if !isReceiving { payWindowDebt() }
    wake()
  }
}
